import type { accounts, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

type Account = ResponseOf<typeof accounts.school>['demoAccounts'][number];

interface Props {
  accounts: readonly Account[];
  onPick: (account: { login: string; password: string }) => void;
}

/** In demo mode only: the accounts to look around with. */
export function DemoAccounts({ accounts, onPick }: Props) {
  const text = useText();
  const kit = useKitText();
  const learners = accounts.filter(({ app }) => app === 'portal');
  if (learners.length === 0) return null;
  return (
    <section className={css.demo}>
      <h2>{text('signIn.demo')}</h2>
      <p className={ui.hint}>{text('signIn.demoHint')}</p>
      <div className={css.demoRows}>
        {learners.map((account) => (
          <button key={account.login} type="button" className={css.demoRow} onClick={() => onPick(account)}>
            <span>{account.name}</span>
            <span className={ui.hint}>
              {kit(`role.${account.role}`)} · {account.login}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
