import { reports } from '@dangxiao/contracts';
import { useEndpoint, useFormat } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { Link, Navigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { CountingNote, Loaded, Page, Section, Waiting } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { Attainment } from './Attainment.tsx';
import { Figures } from './Figures.tsx';
import css from './overview.module.css';
import { Trend } from './Trend.tsx';
import { Warnings } from './Warnings.tsx';
import { UnderWay } from './UnderWay.tsx';

export function Component() {
  const text = useText();
  const format = useFormat();
  const reads = useMay()('records.read');
  const { organizationId = '', name, asOf, link } = useScope();
  const overview = useEndpoint(
    reports.overview,
    { params: { organizationId }, query: asOf ? { asOf } : {} },
    { enabled: reads && organizationId !== '', ...(asOf ? {} : { refetchInterval: 30_000 }) },
  );
  if (!reads) return <Navigate to={paths.courses()} replace />;
  const day = overview.data && format.day(`${overview.data.asOf}T12:00:00Z`);
  return (
    <Page
      title={text('overview.title')}
      subtitle={day ? `${name ?? ''} · ${text('overview.asOf', { day })}` : name}
      actions={
        <>
          {overview.data?.ranking && (
            <Link to={link(paths.ranking())}>
              <Button>{text('dashboards.ranking')}</Button>
            </Link>
          )}
          <Link to={link(paths.standings())}>
            <Button>{text('dashboards.people')}</Button>
          </Link>
          <Link to={link(paths.trainingFigures())}>
            <Button>{text('dashboards.training')}</Button>
          </Link>
        </>
      }
    >
      <AsOfNote />
      <Loaded query={overview} skeleton={<Waiting rows={14} />}>
        {(data) => (
          <>
            <CountingNote counting={data.counting} />
            <Figures overview={data} />
            <div className={css.columns}>
              <div className={css.column}>
                <Attainment rows={data.children} />
                <Trend rows={data.trend} />
              </div>
              <div className={css.column}>
                <Section title={text('overview.behind.title')}>
                  <Warnings overview={data} />
                </Section>
                <Section title={text('overview.work.title')}>
                  <UnderWay jobs={data.jobs} />
                </Section>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
