import { assignments, type AssignmentField } from '@dangxiao/contracts';
import { asFailure, call } from '@dangxiao/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { Failed, Section, Waiting } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names } from '../use-labels.ts';
import { PeopleNames } from './PeopleNames.tsx';
import type { Owner } from './RuleCard.tsx';
import { Summary } from './Summary.tsx';
import type { Values } from './values.ts';

interface Props {
  assignmentId: string;
  values: Values;
  owner: Owner;
  names: Names;
  changed: AssignmentField[];
  reason: string;
  onReason: (reason: string) => void;
}

/** The last step of a change: who joins, who leaves, and why it is changed. */
export function Consequences({ assignmentId, values, owner, names, changed, reason, onReason }: Props) {
  const text = useText();
  const { rules } = values;
  const preview = useQuery({
    queryKey: [assignments.previewChange.id, assignmentId, rules],
    queryFn: ({ signal }) => call(assignments.previewChange, { params: { assignmentId }, body: { rules } }, { signal }),
    enabled: rules.include.length > 0,
  });
  const { join, leave, count } = preview.data ?? {};
  return (
    <div className={css.two}>
      <Section title={values.title}>
        {changed.length === 0 ? (
          <Alert type="info" showIcon title={text('assignments.check.nothing')} style={{ marginBottom: 16 }} />
        ) : (
          <p>
            {text('assignments.check.changes')}:{' '}
            {changed.map((field) => text(`assignments.field.${field}`)).join(text('app.separator'))}
          </p>
        )}
        <label className={css.field}>
          <span className={css.label}>{text('assignments.check.reason')}</span>
          <Input maxLength={200} value={reason} onChange={(event) => onReason(event.target.value)} />
          <span className={css.hint}>{text('assignments.check.reasonHint')}</span>
        </label>
        <div style={{ marginTop: 16 }}>
          <Summary values={values} names={names} owner={owner.name} />
        </div>
      </Section>
      <Section title={text('assignments.check.consequences')}>
        {preview.isPending && rules.include.length > 0 && <Waiting rows={4} />}
        {preview.error && <Failed failure={asFailure(preview.error)} retry={() => void preview.refetch()} />}
        {join && leave && (
          <>
            <p className={css.lead}>{text('assignments.check.after', { count: count ?? 0 })}</p>
            {join.count + leave.count === 0 && <p>{text('assignments.check.same')}</p>}
            {join.count > 0 && (
              <>
                <strong>{text('assignments.check.join', { count: join.count })}</strong>
                <PeopleNames people={join.people} />
              </>
            )}
            {leave.count > 0 && (
              <>
                <strong>{text('assignments.check.leave', { count: leave.count })}</strong>
                {leave.started > 0 && (
                  <p className={css.hint}>{text('assignments.check.leaveStarted', { count: leave.started })}</p>
                )}
                <PeopleNames people={leave.people} />
              </>
            )}
          </>
        )}
      </Section>
    </div>
  );
}
