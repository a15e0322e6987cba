import { exams, type BodyInput, type ResponseOf } from '@dangxiao/contracts';

export type Exam = ResponseOf<typeof exams.getUnitExam>['exam'];
export type ExamValues = Omit<BodyInput<typeof exams.putUnitExam>, 'revision'>;

/** What the form starts with: the exam as saved, or what suits most units. */
export function defaultsOf(exam: Exam, title: string): ExamValues {
  if (!exam) {
    const usual = { draw: 5, minutes: 15, passPercent: 60, tries: 3, shuffleQuestions: true, shuffleOptions: true };
    return { title, questionIds: [], ...usual, reveal: 'after_hand_in' };
  }
  const { questionIds, draw, shuffleQuestions, shuffleOptions, minutes, passPercent, tries, reveal } = exam;
  return {
    title: exam.title,
    questionIds,
    draw,
    shuffleQuestions,
    shuffleOptions,
    minutes,
    passPercent,
    tries,
    reveal,
  };
}
