import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import css from './gate.module.css';
import { paths } from './paths.ts';

/** A page that broke: said plainly, with the way on. */
export function RouteError() {
  const text = useText();
  return (
    <div className={css.middle}>
      <div className={css.card} role="alert">
        <h1>{text('app.broken.title')}</h1>
        <p>{text('app.broken.text')}</p>
        <div className={css.actions}>
          <Button onClick={() => location.reload()}>{text('app.reload')}</Button>
          <Link to={paths.overview()}>{text('app.toOverview')}</Link>
        </div>
      </div>
    </div>
  );
}
