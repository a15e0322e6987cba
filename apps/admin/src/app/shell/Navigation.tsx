import { NavLink } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { areas } from './areas.ts';
import { Emblem } from './Emblem.tsx';
import css from './shell.module.css';

/** The areas that the actor may open. */
export function Navigation() {
  const text = useText();
  const may = useMay();
  return (
    <nav className={css.rail} aria-label={text('app.nav.label')}>
      <Emblem />
      <ul>
        {areas
          .filter(({ permission }) => may(permission))
          .map(({ to, label, Icon }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={to === '/'}
                className={({ isActive }) => `${css.area} ${isActive ? css.current : ''}`}
              >
                <Icon aria-hidden />
                <span>{text(label)}</span>
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
