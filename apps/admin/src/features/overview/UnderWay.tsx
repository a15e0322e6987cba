import type { reports, ResponseOf } from '@dangxiao/contracts';
import { Progress } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Empty } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';

/** Videos being processed. */
export function UnderWay({ jobs }: Pick<ResponseOf<typeof reports.overview>, 'jobs'>) {
  const text = useText();
  if (jobs.length === 0) return <Empty>{text('overview.work.none')}</Empty>;
  return (
    <ul className={css.rows}>
      {jobs.map(({ mediaId, title, state, progress }) => (
        <li key={mediaId}>
          <div className={css.job}>
            <div>{title}</div>
            {state === 'failed' ? (
              <div className={css.bad}>{text('overview.work.failed')}</div>
            ) : (
              <Progress
                percent={progress}
                size="small"
                status={state === 'processing' ? 'active' : 'normal'}
                aria-label={text('overview.work.progress', { title })}
              />
            )}
          </div>
          <Link to={paths.media()} aria-label={text('overview.work.openNamed', { title })}>
            {text('overview.work.open')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
