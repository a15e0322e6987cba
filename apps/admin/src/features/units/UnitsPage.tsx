import { PlusOutlined } from '@ant-design/icons';
import { people } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { DataTable, Empty, Page, SearchField, useConfirm, useFilters } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { UnitDrawer } from './UnitDrawer.tsx';
import { useUnitColumns, type UnitRow } from './use-unit-columns.tsx';

const noFilters = { q: '' };

/** The units that organizations and people are counted to. */
export function Component() {
  const text = useText();
  const confirm = useConfirm();
  const writes = useMay()('organizations.write');
  const [{ q }, setFilters] = useFilters(noFilters);
  const [edited, setEdited] = useState<UnitRow | 'new' | null>(null);
  const pages = useEndpointPages(people.listEmployingUnits, { query: { q, limit: 50 } });
  const removal = useMutationOf(people.removeEmployingUnit, { refreshes: [people.listEmployingUnits] });
  const onSearch = useCallback((value: string) => setFilters({ q: value }), [setFilters]);
  const onRemove = (unit: UnitRow) =>
    confirm({
      title: text('units.removeTitle', { name: unit.name }),
      consequence: text('units.removeConsequence'),
      action: text('units.remove'),
      danger: true,
      run: () => removal.mutateAsync({ params: { employingUnitId: unit.id } }),
      done: text('units.removed', { name: unit.name }),
    });
  const columns = useUnitColumns(writes ? { onEdit: setEdited, onRemove } : null);
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
      {text('units.create')}
    </Button>
  );
  return (
    <Page title={text('units.title')} subtitle={text('units.subtitle')} actions={create}>
      <DataTable
        label={text('units.title')}
        columns={columns}
        pages={pages}
        minWidth={820}
        filters={<SearchField label={text('units.search')} value={q} onChange={onSearch} width={340} />}
        empty={
          q === '' ? (
            <Empty action={create || undefined}>{text('units.none')}</Empty>
          ) : (
            <Empty action={<Button onClick={() => setFilters(noFilters)}>{text('people.clear')}</Button>}>
              {text('units.nothing')}
            </Empty>
          )
        }
      />
      {edited && <UnitDrawer unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
