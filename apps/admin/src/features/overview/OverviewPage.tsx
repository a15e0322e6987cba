import { reports } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Navigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { Loaded, Page, Section, Waiting, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { Attainment } from './Attainment.tsx';
import { Behind } from './Behind.tsx';
import { Figures } from './Figures.tsx';
import css from './overview.module.css';
import { Trend } from './Trend.tsx';
import { Work } from './Work.tsx';

export function Component() {
  const text = useText();
  const reads = useMay()('records.read');
  const { organizationId = '', name } = useScope();
  const overview = useEndpoint(
    reports.overview,
    { params: { organizationId } },
    { enabled: reads && organizationId !== '', refetchInterval: 30_000 },
  );
  if (!reads) return <Navigate to={paths.courses()} replace />;
  return (
    <Page
      title={text('overview.title')}
      subtitle={
        <>
          {name}{' '}
          {overview.data && (
            <>
              · {text('overview.asOf')} <When at={overview.data.asOf} />
            </>
          )}
        </>
      }
    >
      <Loaded query={overview} skeleton={<Waiting rows={14} />}>
        {(data) => (
          <>
            <Figures overview={data} />
            <div className={css.columns}>
              <div className={css.column}>
                <Attainment rows={data.children} />
                <Trend months={data.trend} />
              </div>
              <div className={css.column}>
                <Section title={text('overview.behind.title')}>
                  <Behind people={data.behind} />
                </Section>
                <Section title={text('overview.work.title')}>
                  <Work jobs={data.jobs} openAppeals={data.openAppeals} />
                </Section>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
