import { Section, Failed } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import { PeopleNames } from './PeopleNames.tsx';
import type { Preview } from './use-preview.ts';

/** How many people the rules reach, and the first of them, as the rules change. */
export function LiveCount({ preview }: { preview: Preview }) {
  const text = useText();
  const { first, people, waiting, failure, retry } = preview;
  const count = first?.count ?? 0;
  return (
    <div className={css.sticky}>
      <Section title={text('assignments.who.countLabel')}>
        {failure && <Failed failure={failure} retry={retry} />}
        <div aria-live="polite" className={waiting ? css.stale : ''}>
          <p className={css.count} data-testid="live-count">
            {text('assignments.who.count', { count })}
          </p>
          {(first?.leftOut ?? 0) > 0 && (
            <p className={css.hint}>{text('assignments.who.leftOut', { count: first?.leftOut ?? 0 })}</p>
          )}
          {count === 0 && (
            <p className={css.hint}>{text(waiting ? 'assignments.who.counting' : 'assignments.who.nobody')}</p>
          )}
        </div>
        {people.length > 0 && (
          <>
            <p className={css.hint} style={{ marginTop: 12 }}>
              {text('assignments.who.firstTen', { count: people.length })}
            </p>
            <PeopleNames people={people} />
          </>
        )}
      </Section>
    </div>
  );
}
