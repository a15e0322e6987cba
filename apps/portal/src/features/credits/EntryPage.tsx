import { credits } from '@dangxiao/contracts';
import { useEndpoint, useFormat, useKitText, useMe } from '@dangxiao/web-kit';
import { Link, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Lines, Loaded, Page, When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Appeal } from './Appeal.tsx';
import css from './credits.module.css';
import { Evidence } from './Evidence.tsx';
import { Ledger } from './Ledger.tsx';
import { Rule } from './Rule.tsx';

/** Where did this come from: rule, lecture or attempt, intervals, time, ledger number. */
export function Component() {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const { seeing } = useMe();
  const { entryId = '' } = useParams();
  const entry = useEndpoint(credits.myEntry, { params: { entryId } });
  return (
    <Page title={text('entry.title')} narrow>
      <Link to={paths.hours()} className={ui.link}>
        {text('entry.back')}
      </Link>
      <Loaded
        query={entry}
        way={{ to: paths.hours(), label: text('entry.back') }}
        skeleton={<Lines count={3} height={120} />}
      >
        {(detail) => (
          <>
            <div className={ui.stack}>
              <h1>{detail.title}</h1>
              <p>
                <span className={css.bigAmount}>{format.hours(detail.hours)}</span>{' '}
                <span className={ui.hint}>
                  {kit(`counter.${detail.counter}`)} ·{' '}
                  <When at={detail.effectiveAt} day={detail.sourceKind === 'recognition'} />
                </span>
              </p>
            </div>
            <div className={ui.card}>
              <div className={css.steps}>
                <Rule entry={detail} />
                <Evidence evidence={detail.evidence} />
                <Ledger entry={detail} />
              </div>
            </div>
            {detail.sourceKind === 'reversal' && (detail.appeal ?? !seeing) && <Appeal entry={detail} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
