import { people } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { FlagFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useConfirm, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { RefuseModal } from './changes/RefuseModal.tsx';
import css from './people.module.css';
import { personReads } from './reads.ts';
import type { Transfer } from './types.ts';

const noFilters = { direction: 'incoming', open: 'true' };
const colours = { requested: 'orange', accepted: 'green', refused: 'default', withdrawn: 'default' } as const;

/** Transfers into and out of the scope; the receiving side decides. */
export function Component() {
  const text = useText();
  const confirm = useConfirm();
  const { organizationId, name } = useScope();
  const list = useList(noFilters);
  const outgoing = list.values.direction === 'outgoing';
  const [refused, setRefused] = useState<Transfer | null>(null);
  const decide = useMutationOf(people.decideTransfer, { refreshes: personReads });
  const withdraw = useMutationOf(people.withdrawTransfer, { refreshes: personReads });
  const pages = useEndpointPages(
    people.listTransfers,
    {
      query: {
        organizationId,
        direction: outgoing ? 'outgoing' : 'incoming',
        open: list.values.open === 'false' ? 'false' : 'true',
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
  const columns: ListColumn<Transfer>[] = [
    {
      key: 'personName',
      role: 'name',
      title: text('people.name'),
      width: 120,
      by: ({ personName }) => personName,
    },
    {
      key: 'way',
      title: text('changes.fromTo'),
      width: 260,
      show: (row) => (
        <div>
          <div>{`${row.fromName} → ${row.toName}`}</div>
          <div className={css.hint}>{row.reason}</div>
        </div>
      ),
    },
    {
      key: 'requestedAt',
      title: text('changes.requestedAt'),
      width: 150,
      by: ({ requestedAt }) => requestedAt,
      show: ({ requestedAt }) => <When at={requestedAt} />,
    },
    {
      key: 'state',
      title: text('changes.state'),
      width: 170,
      show: ({ state, decisionReason }) => (
        <div>
          <Tag color={colours[state]}>{text(`changes.transferState.${state}`)}</Tag>
          {decisionReason && <div className={css.hint}>{decisionReason}</div>}
        </div>
      ),
    },
    {
      key: 'actions',
      role: 'actions',
      title: text('organizations.actions'),
      width: 190,
      show: (row) => (
        <div style={{ display: 'flex', gap: 8 }}>
          {!outgoing && row.decidable && (
            <>
              <Button size="small" type="primary" onClick={() => accept(row)}>
                {text('changes.accept')}
              </Button>
              <Button size="small" onClick={() => setRefused(row)}>
                {text('changes.refuse')}
              </Button>
            </>
          )}
          {outgoing && row.withdrawable && (
            <Button size="small" onClick={() => takeBack(row)}>
              {text('changes.withdraw')}
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <ListPage<Transfer>
      name="transfers"
      title={text('changes.transfers')}
      subtitle={[name, text('changes.transfersHint')].join(' · ')}
      columns={columns}
      pages={pages}
      filters={
        <>
          <Segmented
            aria-label={text('changes.fromTo')}
            value={outgoing ? 'outgoing' : 'incoming'}
            onChange={(value) => list.change({ direction: value })}
            options={(['incoming', 'outgoing'] as const).map((value) => ({ value, label: text(`changes.${value}`) }))}
          />
          <FlagFilter list={list} name="open">
            {text('changes.onlyOpen')}
          </FlagFilter>
        </>
      }
      empty={text('changes.noTransfers')}
    >
      {refused && <RefuseModal transfer={refused} onClose={() => setRefused(null)} />}
    </ListPage>
  );
}
