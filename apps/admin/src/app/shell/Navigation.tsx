import { NavLink, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';
import { areaGroups } from './areas.ts';
import { Emblem } from './Emblem.tsx';
import css from './shell.module.css';

/** The areas that the actor may open, by what they are about. */
export function Navigation() {
  const text = useText();
  const may = useMay();
  const { pathname } = useLocation();
  const within = (to: string) => to === paths.overview() && pathname.startsWith(paths.dashboards());
  const groups = areaGroups
    .map(({ label, areas }) => ({ label, areas: areas.filter(({ permission }) => may(permission)) }))
    .filter(({ areas }) => areas.length > 0);
  return (
    <nav className={css.rail} aria-label={text('app.nav.label')}>
      <Emblem />
      {groups.map(({ label, areas }) => (
        <div key={label ?? ''} className={css.areaGroup}>
          {label && (
            <span id={label} className={css.areaGroupName}>
              {text(label)}
            </span>
          )}
          <ul aria-labelledby={label}>
            {areas.map((area) => (
              <li key={area.to}>
                <NavLink
                  to={area.to}
                  end={area.to === '/'}
                  className={({ isActive }) => `${css.area} ${isActive || within(area.to) ? css.current : ''}`}
                >
                  <area.Icon aria-hidden />
                  <span>{text(area.label)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
