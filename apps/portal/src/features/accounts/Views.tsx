import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useFormat } from '@dangxiao/web-kit';
import { Loaded } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** Who of the administration looked at the portal as this learner, when and why. */
export function Views() {
  const text = useText();
  const format = useFormat();
  const views = useEndpoint(accounts.listMyViews, {});
  return (
    <Loaded query={views}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={ui.hint}>{text('me.noViews')}</p>
        ) : (
          <ul className={ui.rows}>
            {items.map(({ id, byName, reason, startedAt, endedAt }) => (
              <li key={id} className={css.setting}>
                <span className={css.settingText}>
                  <span>{text('me.viewedBy', { name: byName, reason })}</span>
                  <span className={ui.hint}>
                    {endedAt
                      ? text('me.viewedFromTo', { from: format.when(startedAt), to: format.when(endedAt) })
                      : text('me.viewedSince', { from: format.when(startedAt) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
