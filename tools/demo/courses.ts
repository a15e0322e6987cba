import path from 'node:path';
import { catalog, exams, questions } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import type { DemoCourse, DemoQuestion, DemoUnit } from './content/types.ts';

/** Stores the packaged lecture in a folder and names the media. */
export type ImportLecture = (folder: string) => Promise<{ id: string; title: string }>;

const letters = 'ABCDEFGH';
const lectures = path.join(import.meta.dirname, 'lectures');

/** Writes a course as an author does, and publishes it unless it stays a draft. */
export async function writeCourse(
  author: HttpClient,
  organizationId: string,
  course: DemoCourse,
  importLecture: ImportLecture,
): Promise<string> {
  const { id: courseId } = await author.call(catalog.createCourse, {
    body: { organizationId, title: course.title, visibility: course.visibility },
  });
  const params = { courseId };
  const draft = await author.call(catalog.getCourseDraft, { params });
  await author.call(catalog.updateCourse, {
    params,
    body: { revision: draft.revision, summary: course.summary, descriptionHtml: course.description },
  });
  for (const unit of draft.units) await author.call(catalog.deleteUnit, { params: { unitId: unit.id } });
  for (const unit of course.units) await writeUnit(author, organizationId, courseId, unit, importLecture);
  if (!course.draft) {
    const { revision } = await author.call(catalog.getCourseDraft, { params });
    await author.call(catalog.publishCourse, { params, body: { revision } });
  }
  return courseId;
}

async function writeUnit(
  author: HttpClient,
  organizationId: string,
  courseId: string,
  unit: DemoUnit,
  importLecture: ImportLecture,
): Promise<void> {
  const { id: unitId } = await author.call(catalog.createUnit, { params: { courseId }, body: { title: unit.title } });
  for (const lesson of unit.lessons) {
    if ('lecture' in lesson) {
      const media = await importLecture(path.join(lectures, String(lesson.lecture)));
      const body = { kind: 'video', title: media.title, mediaId: media.id } as const;
      await author.call(catalog.createLesson, { params: { unitId }, body });
      continue;
    }
    const { title, html, readingSeconds, required = true } = lesson;
    const made = await author.call(catalog.createLesson, {
      params: { unitId },
      body: { kind: 'article', title, required },
    });
    await author.call(catalog.updateLesson, {
      params: { lessonId: made.id },
      body: { revision: 1, articleHtml: html, minimumReadingSeconds: readingSeconds },
    });
  }
  if (!unit.exam) return;
  const { questions: bank, ...settings } = unit.exam;
  const questionIds: string[] = [];
  for (const question of bank) questionIds.push(await writeQuestion(author, organizationId, question));
  await author.call(exams.putUnitExam, {
    params: { unitId },
    body: {
      revision: null,
      ...settings,
      questionIds,
      shuffleQuestions: true,
      shuffleOptions: true,
      reveal: 'after_hand_in',
    },
  });
}

async function writeQuestion(author: HttpClient, organizationId: string, question: DemoQuestion): Promise<string> {
  const { kind, text, options, correct, explanation } = question;
  const key = (index: number) => letters[index] as 'A';
  const made = await author.call(questions.createQuestion, {
    body: {
      organizationId,
      kind,
      text,
      options: options.map((option, index) => ({ key: key(index), text: option })),
      correct: [...correct] as 'A'[],
      explanation,
    },
  });
  return made.id;
}
