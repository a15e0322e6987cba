import { NavLink } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';

/** Assignments, and what they are made of. */
export function AreaTabs() {
  const text = useText();
  const tabs = [
    { to: paths.assignments(), label: text('assignments.tabs.assignments') },
    { to: paths.programmes(), label: text('assignments.tabs.programmes') },
    { to: paths.audiences(), label: text('assignments.tabs.audiences') },
  ];
  return (
    <nav className={css.tabs} aria-label={text('assignments.tabs.label')}>
      {tabs.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={css.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
