import type { accounts, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

interface Props {
  accounts: ResponseOf<typeof accounts.school>['demoAccounts'];
  onPick: (account: { login: string; password: string }) => void;
}

/** In demo mode only: the accounts to look around with. */
export function DemoAccounts({ accounts: all, onPick }: Props) {
  const text = useText();
  const kit = useKitText();
  const administrators = all.filter(({ app }) => app === 'admin');
  if (administrators.length === 0) return null;
  return (
    <section className={css.demo} aria-label={text('accounts.signIn.demo')}>
      <h2>{text('accounts.signIn.demo')}</h2>
      <ul>
        {administrators.map(({ login, password, name, role }) => (
          <li key={login}>
            <button type="button" onClick={() => onPick({ login, password })}>
              <span>{name}</span>
              <span className={css.hint}>
                {kit(`role.${role}`)} · {login}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
