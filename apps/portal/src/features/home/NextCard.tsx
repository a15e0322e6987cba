import type { catalog, credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { toNextStep, type NextStep } from '../../app/next-step.ts';
import { paths } from '../../app/paths.ts';
import { addressOf, nextOf } from '../../app/training-step.ts';
import { ButtonLink, Cover, Empty, Lines, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import type { Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './home.module.css';

interface Props {
  next: NextStep | null;
  courses: ResponseOf<typeof catalog.listMyCourses>['items'];
  /** Undefined while it is read. */
  training: readonly Training[] | undefined;
  /** Undefined while it is read. */
  suggestion: ResponseOf<typeof credits.myHours>['suggestion'] | undefined;
}

/** The one thing to do now: go on where the learner stopped, else what is assigned, else the course that closes the gap, else look around. */
export function NextCard({ next, courses, training, suggestion }: Props) {
  const text = useText();
  const format = useFormat();
  const step = next && {
    courseId: next.courseId,
    title: next.title,
    line: next.courseTitle,
    hint: next.positionMs > 0 ? text('home.from', { position: format.clock(next.positionMs) }) : null,
    to: toNextStep(next),
    action: text(`home.step_${next.kind}`),
  };
  const assigned = training?.flatMap((of) => {
    const item = nextOf(of);
    return item ? [{ of, item }] : [];
  })[0];
  const assignment = assigned && {
    courseId: assigned.item.courseId,
    title: assigned.item.title,
    line: assigned.of.title,
    hint: null,
    to: addressOf(assigned.item),
    action: text(`home.step_${assigned.item.begun ? 'continue' : 'start'}_${assigned.item.examId ? 'exam' : 'lesson'}`),
  };
  const proposal = suggestion && {
    courseId: suggestion.courseId,
    title: suggestion.courseTitle,
    line: text('home.suggested', { hours: format.hours(suggestion.hours) }),
    hint: null,
    to: paths.course(suggestion.courseId),
    action: text('home.step_start_lesson'),
  };
  const shown = step ?? assignment ?? proposal;
  if (!shown && (!training || suggestion === undefined)) return <Lines count={1} height={200} />;
  if (!shown)
    return (
      <Empty action={<ButtonLink to={paths.courses()}>{text('home.browse')}</ButtonLink>}>
        {text(courses.length > 0 ? 'home.nothingOpen' : 'home.nothing')}
      </Empty>
    );
  const cover = courses.find(({ id }) => id === shown.courseId)?.coverUrl ?? null;
  return (
    <Section title={text('home.next')}>
      <div className={`${ui.card} ${css.next}`}>
        <div className={css.nextCover}>
          <Cover course={{ id: shown.courseId, coverUrl: cover }} />
        </div>
        <div className={css.nextBody}>
          <p className={css.nextTitle}>{shown.title}</p>
          <p className={ui.second}>
            {shown.line}
            {shown.hint && ` · ${shown.hint}`}
          </p>
        </div>
        <ButtonLink to={shown.to} className={css.nextAction ?? ''}>
          {shown.action}
        </ButtonLink>
      </div>
    </Section>
  );
}
