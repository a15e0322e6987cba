import { catalog, exams } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ButtonLink, Lines, Loaded, Notice, Page, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { EarlierAttempts } from './EarlierAttempts.tsx';
import { ExamFacts } from './ExamFacts.tsx';
import css from './exams.module.css';
import type { Exam } from './types.ts';

/** The facts before the start, what is still missing, earlier results. */
export function Component() {
  const text = useText();
  const { examId = '' } = useParams();
  const exam = useEndpoint(exams.getExam, { params: { examId } }, { staleTime: 0 });
  return (
    <Page title={exam.data?.title} narrow>
      <Loaded
        query={exam}
        way={{ to: paths.courses(), label: text('app.toCourses') }}
        skeleton={<Lines count={3} height={120} />}
      >
        {(data) => <Facts exam={data} />}
      </Loaded>
    </Page>
  );
}

function Facts({ exam }: { exam: Exam }) {
  const text = useText();
  const errors = useErrorText();
  const navigate = useNavigate();
  const start = useMutationOf(exams.startAttempt, {
    refreshes: [exams.getExam, catalog.getCourseContent],
    onDone: (attempt) => void navigate(paths.attempt(attempt.id)),
  });
  const locked = exam.missingLessons.length > 0 && !exam.openAttemptId;
  const over = !exam.openAttemptId && (exam.passed || exam.triesLeft === 0);
  return (
    <>
      <div>
        <p className={ui.hint}>
          {exam.courseTitle} · {exam.unitTitle}
        </p>
        <h1>{exam.title}</h1>
      </div>
      <ExamFacts exam={exam} />
      {exam.passed && <Notice tone="good">{text('exam.passed')}</Notice>}
      {!exam.passed && over && <Notice tone="warn">{text('exam.noTries')}</Notice>}
      {locked && !over && (
        <Notice tone="info">
          <p>{text('exam.locked')}</p>
          <ul>
            {exam.missingLessons.map((lesson) => (
              <li key={lesson.id}>· {lesson.title}</li>
            ))}
          </ul>
        </Notice>
      )}
      {start.error && (
        <Notice tone="bad" announced>
          {errors.of(start.error)}
        </Notice>
      )}
      <div className={css.actions}>
        {!over && !locked && (
          <Button loading={start.isPending} onClick={() => start.mutate({ params: { examId: exam.id } })}>
            {text(exam.openAttemptId ? 'exam.continue' : 'exam.start')}
          </Button>
        )}
        <ButtonLink to={paths.course(exam.courseId)} variant={over || locked ? 'filled' : 'default'}>
          {text('exam.toCourse')}
        </ButtonLink>
      </div>
      {exam.attempts.some(({ state }) => state !== 'open') && (
        <Section title={text('exam.earlier')}>
          <EarlierAttempts attempts={exam.attempts} />
        </Section>
      )}
    </>
  );
}
