import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { Progress, Tag } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';

export type AssignmentRow = ResponseOf<typeof assignments.listAssignments>['items'][number];

const colours = { draft: 'default', publishing: 'processing', published: 'success', withdrawn: 'warning' } as const;

export function AssignmentState({ state }: { state: AssignmentRow['state'] }) {
  const text = useText();
  return <Tag color={colours[state]}>{text(`assignments.state.${state}`)}</Tag>;
}

/** True while people are still being gone through. */
export const isFilling = ({ progress }: Pick<AssignmentRow, 'progress'>) => progress?.finished === false;

/** How far the people have been gone through. */
export function Filling({ progress }: Pick<AssignmentRow, 'progress'>) {
  const text = useText();
  if (!progress || progress.finished) return null;
  const done = Math.min(progress.done, progress.total);
  const label = text('assignments.filling', { done, total: progress.total });
  return (
    <div role="status">
      <div className={css.hint}>{label}</div>
      <Progress
        aria-label={label}
        percent={progress.total === 0 ? 0 : Math.floor((done / progress.total) * 100)}
        size="small"
      />
    </div>
  );
}
