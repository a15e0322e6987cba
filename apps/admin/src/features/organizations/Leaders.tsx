import { leaderPosition, people, type LeaderPosition, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf } from '@dangxiao/web-kit';
import { Button, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { FormModal, useContractForm, usePeriod } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Organization } from './types.ts';

type Leader = ResponseOf<typeof people.getOrganizationHistory>['leaders'][number];
interface Values {
  personId: string;
  position: LeaderPosition;
  validFrom: Dayjs;
}
const refreshes = [people.getOrganizationHistory];

function AddLeader({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const text = useText();
  const [q, setQ] = useState('');
  const found = useEndpoint(
    people.listPeople,
    { query: { organizationId: organization.id, q: q || undefined, limit: 20 } },
    { keepPrevious: true },
  );
  const form = useContractForm<typeof people.addLeader, Values>(people.addLeader, {
    request: ({ validFrom, ...rest }) => ({
      params: { organizationId: organization.id },
      body: { ...rest, validFrom: validFrom.format('YYYY-MM-DD') },
    }),
    refreshes,
    onDone: onClose,
  });
  return (
    <FormModal
      open
      title={text('changes.addLeader')}
      form={form}
      onClose={onClose}
      initialValues={{ position: 'secretary', validFrom: dayjs() }}
      submitLabel={text('changes.addLeader')}
    >
      <Form.Item name="personId" label={text('changes.leaderPerson')}>
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={found.isFetching}
          options={(found.data?.items ?? []).map(({ id, name, organizationName }) => ({
            value: id,
            label: `${name} · ${organizationName}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="position" label={text('changes.position')}>
        <Select options={leaderPosition.options.map((value) => ({ value, label: text(`changes.leader.${value}`) }))} />
      </Form.Item>
      <Form.Item name="validFrom" label={text('changes.from')}>
        <DatePicker style={{ width: '100%' }} allowClear={false} />
      </Form.Item>
    </FormModal>
  );
}

/** Leaders of an organization with their dates; those in office first. */
export function Leaders(props: { organization: Organization; leaders: Leader[]; writes: boolean }) {
  const { organization, leaders, writes } = props;
  const text = useText();
  const period = usePeriod();
  const [adding, setAdding] = useState(false);
  const end = useMutationOf(people.endLeader, { refreshes });
  return (
    <>
      {leaders.length === 0 && <p>{text('changes.noLeaders')}</p>}
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {leaders.map(({ id, name, position, validFrom, validTo }) => (
          <li key={id} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 40 }}>
            <strong>{name}</strong>
            <span>{text(`changes.leader.${position}`)}</span>
            <span style={{ flex: 1, color: 'var(--dx-ink-3)' }}>{period({ validFrom, validTo })}</span>
            {writes && !validTo && (
              <Button
                size="small"
                loading={end.isPending}
                aria-label={`${text('changes.endLeader')} ${name}`}
                onClick={() => end.mutate({ params: { termId: id }, body: { on: dayjs().format('YYYY-MM-DD') } })}
              >
                {text('changes.endLeader')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {writes && <Button onClick={() => setAdding(true)}>{text('changes.addLeader')}</Button>}
      {adding && <AddLeader organization={organization} onClose={() => setAdding(false)} />}
    </>
  );
}
