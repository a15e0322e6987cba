import type { credits, ResponseOf } from '@dangxiao/contracts';
import { knownText, useFormat, useKitText } from '@dangxiao/web-kit';
import { Progress } from 'antd';
import { Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Record = Pick<ResponseOf<typeof credits.getRecord>, 'requirements' | 'balances' | 'exempt' | 'year'>;

/** Each requirement with the sentence that explains where it stands. */
export function Requirements({ record }: { record: Record }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  if (record.requirements.length === 0) {
    return (
      <Section title={text('records.balances')}>
        {!record.exempt && <p className={css.hint}>{text('records.noRequirement')}</p>}
        {record.balances.map(({ counter, hours }) => (
          <div key={counter}>
            {kit(`counter.${counter}`)}: {format.hours(hours)}
          </div>
        ))}
      </Section>
    );
  }
  return (
    <section className={css.requirements} aria-label={text('records.requirements')}>
      {record.requirements.map(({ key, counter, required, earned, missing, done, source }) => (
        <article key={key} className={css.requirement}>
          <h2>
            {knownText(kit, `requirement.${key}`, kit(`counter.${counter}`))}
            <span className={done ? css.met : css.missing}>
              {done ? text('records.met') : text('records.missing', { hours: format.hours(missing) })}
            </span>
          </h2>
          <Progress
            percent={Math.min(100, Math.round((Number(earned) / Math.max(Number(required), 0.01)) * 100))}
            showInfo={false}
            strokeColor={done ? 'var(--dx-good)' : 'var(--dx-warn)'}
            aria-label={text('records.progress', { earned: format.hours(earned), required: format.hours(required) })}
          />
          <p>
            {text('records.sentence', {
              year: record.year,
              earned: format.hours(earned),
              required: format.hours(required),
            })}
          </p>
          <p className={css.hint}>
            {text('records.source', { source: knownText(kit, `requirementSource.${source}`, text('records.ownRule')) })}
          </p>
        </article>
      ))}
    </section>
  );
}
