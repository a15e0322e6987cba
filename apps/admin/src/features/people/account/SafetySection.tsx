import { accounts, type people, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Loaded, Section, useConfirm, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { ReasonModal } from './ReasonModal.tsx';

/** Where somebody is signed in, and the way back in after a lost phone: for who keeps security. */
export function SafetySection({ person }: { person: ResponseOf<typeof people.getPerson> }) {
  const text = useText();
  const confirm = useConfirm();
  const [resetting, setResetting] = useState(false);
  const params = { personId: person.id };
  const sessions = useEndpoint(accounts.listPersonSessions, { params });
  const revoke = useMutationOf(accounts.revokePersonSession, { refreshes: [accounts.listPersonSessions] });
  return (
    <Section
      title={text('factor.sessionsTitle')}
      extra={<Button onClick={() => setResetting(true)}>{text('factor.reset')}</Button>}
    >
      <Loaded query={sessions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.hint}>{text('factor.noSessions')}</p>
          ) : (
            <ul className={css.rows}>
              {items.map(({ id, device: known, address, lastSeenAt }) => {
                const device = known || text('accounts.me.unknownDevice');
                return (
                  <li key={id} className={css.row}>
                    <div>
                      <div>{device}</div>
                      <div className={css.hint}>
                        {address} · {text('accounts.me.seen')}
                        <When at={lastSeenAt} />
                      </div>
                    </div>
                    <Button
                      size="small"
                      aria-label={`${text('accounts.me.end')} · ${device}`}
                      onClick={() =>
                        confirm({
                          title: text('accounts.me.endTitle', { device }),
                          consequence: text('accounts.me.endConsequence'),
                          action: text('accounts.me.end'),
                          danger: true,
                          done: text('accounts.me.ended'),
                          run: () => revoke.mutateAsync({ params: { ...params, sessionId: id } }),
                        })
                      }
                    >
                      {text('accounts.me.end')}
                    </Button>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {resetting && (
        <ReasonModal
          endpoint={accounts.resetSecondFactor}
          personId={person.id}
          title={text('factor.resetTitle', { name: person.name })}
          note={text('factor.resetNote')}
          submitLabel={text('factor.reset')}
          done={text('factor.wasReset', { name: person.name })}
          danger
          onClose={() => setResetting(false)}
        />
      )}
    </Section>
  );
}
