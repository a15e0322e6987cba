import { people, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button, Checkbox, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, useConfirm, useFilters, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { RefuseModal } from './changes/RefuseModal.tsx';
import css from './people.module.css';
import { personReads } from './reads.ts';

export type Transfer = ResponseOf<typeof people.listTransfers>['items'][number];

const noFilters = { direction: 'incoming', open: 'true' };
const colours = { requested: 'orange', accepted: 'green', refused: 'default', withdrawn: 'default' } as const;

/** Transfers into and out of the scope; the receiving side decides. */
export function Component() {
  const text = useText();
  const confirm = useConfirm();
  const { organizationId, name } = useScope();
  const [{ direction, open }, setFilters] = useFilters(noFilters);
  const [refused, setRefused] = useState<Transfer | null>(null);
  const decide = useMutationOf(people.decideTransfer, { refreshes: personReads });
  const withdraw = useMutationOf(people.withdrawTransfer, { refreshes: personReads });
  const pages = useEndpointPages(
    people.listTransfers,
    {
      query: {
        organizationId,
        direction: direction === 'outgoing' ? 'outgoing' : 'incoming',
        open: open === 'false' ? 'false' : 'true',
        limit: 50,
      },
    },
    { enabled: organizationId !== undefined },
  );
  const accept = (row: Transfer) =>
    confirm({
      title: text('changes.acceptTitle', { name: row.personName }),
      consequence: text('changes.acceptNote', { name: row.personName, to: row.toName, from: row.fromName }),
      action: text('changes.accept'),
      run: () => decide.mutateAsync({ params: { transferId: row.id }, body: { decision: 'accepted' } }),
      done: text('changes.accepted', { name: row.personName }),
    });
  const takeBack = (row: Transfer) =>
    confirm({
      title: text('changes.withdrawTitle', { name: row.personName }),
      consequence: text('changes.withdrawNote'),
      action: text('changes.withdraw'),
      run: () => withdraw.mutateAsync({ params: { transferId: row.id } }),
      done: text('changes.withdrawn'),
    });
  const columns: TableColumnsType<Transfer> = [
    { title: text('people.name'), dataIndex: 'personName', width: 120 },
    {
      title: text('changes.fromTo'),
      key: 'way',
      render: (_, row) => (
        <div>
          <div>{`${row.fromName} → ${row.toName}`}</div>
          <div className={css.hint}>{row.reason}</div>
        </div>
      ),
    },
    {
      title: text('changes.requestedAt'),
      dataIndex: 'requestedAt',
      width: 150,
      render: (at: string) => <When at={at} />,
    },
    {
      title: text('changes.state'),
      dataIndex: 'state',
      width: 170,
      render: (state: Transfer['state'], row) => (
        <div>
          <Tag color={colours[state]}>{text(`changes.transferState.${state}`)}</Tag>
          {row.decisionReason && <div className={css.hint}>{row.decisionReason}</div>}
        </div>
      ),
    },
    {
      title: text('organizations.actions'),
      key: 'actions',
      width: 190,
      render: (_, row) => (
        <div style={{ display: 'flex', gap: 8 }}>
          {direction !== 'outgoing' && row.decidable && (
            <>
              <Button size="small" type="primary" onClick={() => accept(row)}>
                {text('changes.accept')}
              </Button>
              <Button size="small" onClick={() => setRefused(row)}>
                {text('changes.refuse')}
              </Button>
            </>
          )}
          {direction === 'outgoing' && row.withdrawable && (
            <Button size="small" onClick={() => takeBack(row)}>
              {text('changes.withdraw')}
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <Page title={text('changes.transfers')} subtitle={[name, text('changes.transfersHint')].join(' · ')}>
      <DataTable
        label={text('changes.transfers')}
        columns={columns}
        pages={pages}
        minWidth={860}
        filters={
          <>
            <Segmented
              aria-label={text('changes.fromTo')}
              value={direction === 'outgoing' ? 'outgoing' : 'incoming'}
              onChange={(value) => setFilters({ direction: value })}
              options={(['incoming', 'outgoing'] as const).map((value) => ({ value, label: text(`changes.${value}`) }))}
            />
            <Checkbox
              checked={open !== 'false'}
              onChange={(event) => setFilters({ open: event.target.checked ? 'true' : 'false' })}
            >
              {text('changes.onlyOpen')}
            </Checkbox>
          </>
        }
        empty={<Empty>{text('changes.noTransfers')}</Empty>}
      />
      {refused && <RefuseModal transfer={refused} onClose={() => setRefused(null)} />}
    </Page>
  );
}
