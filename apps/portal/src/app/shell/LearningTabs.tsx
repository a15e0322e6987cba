import { NavLink } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import css from './shell.module.css';

/** The lists below 'learning': the catalogue and what was assigned. */
export function LearningTabs() {
  const text = useText();
  return (
    <nav className={css.subNav} aria-label={text('nav.learning')}>
      <NavLink to={paths.courses()} end className={css.subLink ?? ''}>
        {text('courses.title')}
      </NavLink>
      <NavLink to={paths.training()} end className={css.subLink ?? ''}>
        {text('training.title')}
      </NavLink>
    </nav>
  );
}
