import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { Loaded, useConfirm, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** Where the account is signed in; any other device can be signed out from here. */
export function Sessions() {
  const text = useText();
  const confirm = useConfirm();
  const sessions = useEndpoint(accounts.listMySessions, {});
  const revoke = useMutationOf(accounts.revokeMySession, { refreshes: [accounts.listMySessions] });
  return (
    <Loaded query={sessions}>
      {({ items }) => (
        <ul className={css.sessions}>
          {items.map(({ id, device: known, address, lastSeenAt, current }) => {
            const device = known || text('accounts.me.unknownDevice');
            return (
              <li key={id} className={css.session}>
                <div>
                  <div>
                    {device} {current && <Tag color="green">{text('accounts.me.current')}</Tag>}
                  </div>
                  <div className={css.hint}>
                    {address} · {text('accounts.me.seen')}
                    <When at={lastSeenAt} />
                  </div>
                </div>
                {!current && (
                  <Button
                    onClick={() =>
                      confirm({
                        title: text('accounts.me.endTitle', { device }),
                        consequence: text('accounts.me.endConsequence'),
                        action: text('accounts.me.end'),
                        done: text('accounts.me.ended'),
                        run: () => revoke.mutateAsync({ params: { sessionId: id } }),
                      })
                    }
                  >
                    {text('accounts.me.end')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Loaded>
  );
}
