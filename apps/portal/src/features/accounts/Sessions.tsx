import { accounts } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { Loaded, Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** Where the account is signed in; any of them can be ended from here. */
export function Sessions() {
  const text = useText();
  const errors = useErrorText();
  const format = useFormat();
  const sessions = useEndpoint(accounts.listMySessions, {});
  const revoke = useMutationOf(accounts.revokeMySession, { refreshes: [accounts.listMySessions] });
  return (
    <Loaded query={sessions}>
      {({ items }) => (
        <div className={ui.stack}>
          <ul className={ui.rows}>
            {items.map((session) => (
              <li key={session.id} className={css.setting}>
                <span className={css.settingText}>
                  <span>{session.device || text('me.unknownDevice')}</span>
                  <span className={ui.hint}>
                    {session.current
                      ? text('me.current')
                      : text('me.lastSeen', { when: format.when(session.lastSeenAt) })}
                    {' · '}
                    {text('me.address', { address: session.address })}
                  </span>
                </span>
                {!session.current && (
                  <Button
                    variant="default"
                    aria-label={`${text('me.end')} · ${session.device || text('me.unknownDevice')}`}
                    onClick={() => revoke.mutate({ params: { sessionId: session.id } })}
                  >
                    {text('me.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {revoke.isSuccess && (
            <Notice tone="good" announced>
              {text('me.ended')}
            </Notice>
          )}
          {revoke.error && (
            <Notice tone="bad" announced>
              {errors.of(revoke.error)}
            </Notice>
          )}
        </div>
      )}
    </Loaded>
  );
}
