import { Progress } from 'antd';
import { Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import type { Import } from './reads.ts';

/** A job is at work: how far it is. */
export function Working({ data: { state, progress } }: { data: Import }) {
  const text = useText();
  const { done, total } = progress ?? { done: 0, total: 0 };
  const doing = state === 'committing' || state === 'checking' || state === 'undoing' ? state : 'reading';
  return (
    <Section>
      <div className={css.working}>
        <strong>{text(`imports.working.${doing}`)}</strong>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          status="active"
          showInfo={total > 0}
          aria-label={text(`imports.working.${doing}`)}
        />
        <p role="status">
          {total > 0 ? text('imports.doneOf', { done, total }) : text('imports.readSoFar', { count: done })}
        </p>
        <p className={css.hint}>{text('imports.workingHint')}</p>
      </div>
    </Section>
  );
}
