import { accounts, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useKitText, useMutationOf } from '@dangxiao/web-kit';
import { Alert, App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Loaded } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Grant = ResponseOf<typeof accounts.listRoleGrants>['items'][number];

interface Props {
  grant: Grant;
  personName: string;
  onClose: () => void;
}

/** Revokes a role after showing what was granted under it, and asks what becomes of that. */
export function RevokeModal({ grant, personName, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [choice, setChoice] = useState<'revoke' | 'keep'>('keep');
  const any = grant.dependents > 0;
  const dependents = useEndpoint(accounts.listDependents, { params: { grantId: grant.id } }, { enabled: any });
  const revoke = useMutationOf(accounts.revokeRole, {
    refreshes: [accounts.listRoleGrants, accounts.listDelegations, accounts.getSecurity],
    onDone: () => {
      void message.success(text('people.roles.revoked'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={text('people.roles.revokeTitle', {
        name: personName,
        role: kit(`role.${grant.role}`),
        organization: grant.organizationName,
      })}
      okText={text('people.roles.revoke')}
      okButtonProps={{ danger: true }}
      cancelText={text('app.cancel')}
      closable={{ 'aria-label': text('app.close') }}
      confirmLoading={revoke.isPending}
      onCancel={onClose}
      onOk={() => revoke.mutate({ params: { grantId: grant.id }, query: any ? { dependents: choice } : {} })}
    >
      <div className={css.stack}>
        <p style={{ margin: 0 }}>{text('people.roles.revokeConsequence')}</p>
        {any && (
          <Loaded query={dependents}>
            {({ items }) => (
              <>
                <Alert type="warning" showIcon title={text('people.roles.dependsTitle', { count: grant.dependents })} />
                <ul className={css.rows}>
                  {items.map((one) => (
                    <li
                      key={one.id}
                      className={css.row}
                      style={{ paddingInlineStart: (one.level - grant.level - 1) * 20 }}
                    >
                      <span>{one.name}</span>
                      <span className={css.hint}>
                        {kit(`role.${one.role}`)} · {one.organizationName}
                      </span>
                    </li>
                  ))}
                </ul>
                <Radio.Group
                  vertical
                  value={choice}
                  onChange={({ target }) => setChoice(target.value as 'revoke' | 'keep')}
                  options={[
                    { value: 'keep', label: text('people.roles.dependsKeep') },
                    { value: 'revoke', label: text('people.roles.dependsRevoke') },
                  ]}
                />
              </>
            )}
          </Loaded>
        )}
        {revoke.error && <Alert type="error" showIcon title={errors.of(revoke.error)} />}
      </div>
    </Modal>
  );
}
