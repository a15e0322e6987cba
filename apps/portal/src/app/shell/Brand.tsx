import { Link } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { useSchool } from '../School.tsx';
import css from './shell.module.css';

export function Brand() {
  const text = useText();
  const school = useSchool();
  return (
    <Link
      to={paths.home()}
      className={css.brand}
      aria-label={text('app.brand', { school: school?.name ?? text('app.name') })}
    >
      <img src="/favicon.svg" alt="" width="28" height="28" />
      <span className={css.brandName}>{school?.name ?? text('app.name')}</span>
    </Link>
  );
}
