import { accounts, type ResponseOf, type RoleName, type people } from '@dangxiao/contracts';
import { ROLES } from '@dangxiao/domain';
import { useKitText, useMe } from '@dangxiao/web-kit';
import { App, Form, Radio } from 'antd';
import { FormModal, OrganizationSelect, useContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

const offered: readonly Exclude<RoleName, 'learner'>[] = [
  'organization_administrator',
  'system_administrator',
  'security_administrator',
  'instructor',
  'auditor',
  'school_administrator',
];

interface Props {
  person: ResponseOf<typeof people.getPerson>;
  onClose: () => void;
}

/** Grants a role at a node; only roles that the actor may give are offered. */
export function GrantModal({ person, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const { permissions } = useMe();
  const { message } = App.useApp();
  const assigns = permissions.includes('roles.assign');
  const roles = offered.filter(
    (role) =>
      (assigns && role !== 'school_administrator') ||
      ROLES[role].every((permission) => permissions.includes(permission)),
  );
  const form = useContractForm<typeof accounts.grantRole, { role: RoleName; organizationId: string }>(
    accounts.grantRole,
    {
      request: (body) => ({ params: { personId: person.id }, body }),
      refreshes: [accounts.listRoleGrants],
      fieldOf: { grant_exceeds_own: 'organizationId', already_active: 'role', duties_conflict: 'role' },
      onDone: () => {
        void message.success(text('people.roles.granted'));
        onClose();
      },
    },
  );
  return (
    <FormModal
      open
      title={text('people.roles.grantTo', { name: person.name })}
      form={form}
      onClose={onClose}
      initialValues={{ ...(roles[0] ? { role: roles[0] } : {}), organizationId: person.organizationId }}
      submitLabel={text('people.roles.grant')}
    >
      <Form.Item name="role" label={text('people.roles.role')}>
        <Radio.Group
          vertical
          options={roles.map((role) => ({
            value: role,
            label: (
              <>
                {kit(`role.${role}`)}
                <div className={css.hint}>{text(`people.roles.means.${role}`)}</div>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="organizationId" label={text('people.roles.at')} extra={text('people.roles.atHint')}>
        <OrganizationSelect
          label={text('people.roles.at')}
          first={{ id: person.organizationId, name: person.organizationName }}
        />
      </Form.Item>
    </FormModal>
  );
}
