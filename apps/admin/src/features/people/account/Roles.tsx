import { accounts, people, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useKitText, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Empty, Loaded, Section, useConfirm, When } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { GrantModal } from './GrantModal.tsx';

type Person = ResponseOf<typeof people.getPerson>;

/** Roles with the node that each holds at. */
export function Roles({ person }: { person: Person }) {
  const text = useText();
  const kit = useKitText();
  const confirm = useConfirm();
  const mayGrant = useMay()('roles.grant');
  const [granting, setGranting] = useState(false);
  const grants = useEndpoint(accounts.listRoleGrants, { params: { personId: person.id } });
  const revoke = useMutationOf(accounts.revokeRole, { refreshes: [accounts.listRoleGrants] });
  return (
    <Section
      title={text('people.roles.title')}
      extra={
        mayGrant &&
        person.account !== 'none' && <Button onClick={() => setGranting(true)}>{text('people.roles.grant')}</Button>
      }
    >
      <Loaded query={grants}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{text(person.account === 'none' ? 'people.roles.needsAccount' : 'people.roles.none')}</Empty>
          ) : (
            <ul className={css.rows}>
              {items.map(({ id, role, organizationName, grantedAt, grantedBy }) => (
                <li key={id} className={css.row}>
                  <div>
                    <div>
                      {kit(`role.${role}`)} · {organizationName}
                    </div>
                    <div className={css.hint}>
                      <When at={grantedAt} day />
                      {grantedBy && ` · ${text('people.roles.by', { name: grantedBy })}`}
                    </div>
                  </div>
                  {mayGrant && (
                    <Button
                      size="small"
                      aria-label={text('people.roles.revokeNamed', { role: kit(`role.${role}`) })}
                      onClick={() =>
                        confirm({
                          title: text('people.roles.revokeTitle', {
                            name: person.name,
                            role: kit(`role.${role}`),
                            organization: organizationName,
                          }),
                          consequence: text('people.roles.revokeConsequence'),
                          action: text('people.roles.revoke'),
                          danger: true,
                          done: text('people.roles.revoked'),
                          run: () => revoke.mutateAsync({ params: { grantId: id } }),
                        })
                      }
                    >
                      {text('people.roles.revoke')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {granting && <GrantModal person={person} onClose={() => setGranting(false)} />}
    </Section>
  );
}
