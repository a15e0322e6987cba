import { accounts, people, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useKitText, useMe } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Empty, Loaded, Section, When } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { GrantModal } from './GrantModal.tsx';
import { RevokeModal } from './RevokeModal.tsx';

type Person = ResponseOf<typeof people.getPerson>;
type Grant = ResponseOf<typeof accounts.listRoleGrants>['items'][number];

const levels = ['school', 'first', 'second', 'third'] as const;

/** Roles with the node that each holds at, its level of delegation and who granted it. */
export function Roles({ person }: { person: Person }) {
  const text = useText();
  const kit = useKitText();
  const me = useMe();
  const mayGrant = useMay()('roles.grant') && me.person?.id !== person.id;
  const [granting, setGranting] = useState(false);
  const [revoking, setRevoking] = useState<Grant | null>(null);
  const grants = useEndpoint(accounts.listRoleGrants, { params: { personId: person.id } });
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
              {items.map((grant) => (
                <li key={grant.id} className={css.row}>
                  <div>
                    <div>
                      {kit(`role.${grant.role}`)} · {grant.organizationName}{' '}
                      {grant.role !== 'learner' && (
                        <Tag>{text(`people.roles.level.${levels[grant.level] ?? 'third'}`)}</Tag>
                      )}
                    </div>
                    <div className={css.hint}>
                      <When at={grant.grantedAt} day />
                      {grant.grantedBy && ` · ${text('people.roles.by', { name: grant.grantedBy })}`}
                    </div>
                  </div>
                  {grant.revocable && (
                    <Button
                      size="small"
                      aria-label={text('people.roles.revokeNamed', { role: kit(`role.${grant.role}`) })}
                      onClick={() => setRevoking(grant)}
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
      {revoking && <RevokeModal grant={revoking} personName={person.name} onClose={() => setRevoking(null)} />}
    </Section>
  );
}
