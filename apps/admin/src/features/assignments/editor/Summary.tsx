import { useFormat } from '@dangxiao/web-kit';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import { useLabels, type Names } from '../use-labels.ts';
import type { Values } from './values.ts';

interface Props {
  values: Values;
  names: Names;
  /** Name of the assigning organization. */
  owner: string;
  count?: number;
}

/** An assignment in sentences: how many people get what, by when, and why these. */
export function Summary({ values, names, owner, count }: Props) {
  const text = useText();
  const format = useFormat();
  const labels = useLabels();
  const { rules, opensAt, dueAt, graceUntil, items, required } = values;
  const times = [
    text('assignments.check.from', { from: format.when(opensAt) }),
    dueAt ? text('assignments.check.until', { due: format.when(dueAt) }) : text('assignments.noDue'),
    ...(graceUntil ? [text('assignments.check.grace', { grace: format.when(graceUntil) })] : []),
  ];
  return (
    <div className={css.stack}>
      <div>
        {count !== undefined && (
          <p className={css.lead}>
            {text('assignments.check.sentence', {
              count,
              kind: text(required ? 'assignments.check.must' : 'assignments.check.may'),
            })}
          </p>
        )}
        <ol className={css.sentences}>
          {items.map((item) => (
            <li key={item.id}>
              {item.title} <span className={css.hint}>{text(`assignments.what.one.${item.kind}`)}</span>
            </li>
          ))}
        </ol>
        <p style={{ margin: '8px 0 0' }}>{times.join(' · ')}</p>
      </div>
      <div>
        <strong>{text('assignments.check.why')}</strong>
        <ul className={css.sentences}>
          {rules.include.map((rule, index) => (
            <li key={index}>{labels.rule(rule, names, owner)}</li>
          ))}
          {rules.exclude.map((rule, index) => (
            <li key={`x${index}`}>{text('assignments.rule.exclude', { rule: labels.rule(rule, names, owner) })}</li>
          ))}
          {rules.excludeExempt && <li>{text('assignments.rule.exempt')}</li>}
        </ul>
        <p className={css.hint}>{text(`assignments.mode.${values.mode}`)}</p>
      </div>
    </div>
  );
}
