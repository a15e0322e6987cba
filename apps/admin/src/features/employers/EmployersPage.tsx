import { PlusOutlined } from '@ant-design/icons';
import { people } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { ListPage, useList } from '../../app/list/index.ts';
import { useConfirm } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmployerDrawer } from './EmployerDrawer.tsx';
import { useEmployerColumns, type EmployerRow } from './use-employer-columns.tsx';

const noFilters = { q: '' };

/** The employers that organizations and people are counted to. */
export function Component() {
  const text = useText();
  const confirm = useConfirm();
  const writes = useMay()('organizations.write');
  const list = useList(noFilters);
  const [edited, setEdited] = useState<EmployerRow | 'new' | null>(null);
  const pages = useEndpointPages(people.listEmployers, { query: { q: list.values.q, limit: 50 } });
  const removal = useMutationOf(people.removeEmployer, { refreshes: [people.listEmployers] });
  const onRemove = (employer: EmployerRow) =>
    confirm({
      title: text('employers.removeTitle', { name: employer.name }),
      consequence: text('employers.removeConsequence'),
      action: text('employers.remove'),
      danger: true,
      run: () => removal.mutateAsync({ params: { employerId: employer.id } }),
      done: text('employers.removed', { name: employer.name }),
    });
  const columns = useEmployerColumns(writes ? { onEdit: setEdited, onRemove } : null);
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
      {text('employers.create')}
    </Button>
  );
  return (
    <ListPage<EmployerRow>
      name="employers"
      title={text('employers.title')}
      subtitle={text('employers.subtitle')}
      actions={create}
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('employers.search'))}
      empty={text('employers.none')}
      emptyAction={create || undefined}
      nothing={text('employers.nothing')}
    >
      {edited && <EmployerDrawer employer={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </ListPage>
  );
}
