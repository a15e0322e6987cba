import { Button } from 'antd';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import css from './gate.module.css';
import { paths } from './paths.ts';

/** A page that does not exist, or one that broke: said plainly, with the way on. */
export function RouteError() {
  const text = useText();
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <div className={css.middle}>
      <div className={css.card}>
        <h1>{text(missing ? 'app.missing.title' : 'app.broken.title')}</h1>
        <p>{text(missing ? 'app.missing.text' : 'app.broken.text')}</p>
        <div className={css.actions}>
          {!missing && <Button onClick={() => location.reload()}>{text('app.reload')}</Button>}
          <Link to={paths.overview()}>{text('app.toOverview')}</Link>
        </div>
      </div>
    </div>
  );
}
