import { PlusOutlined } from '@ant-design/icons';
import { people, personKind, type PersonKind } from '@dangxiao/contracts';
import { useEndpointPages, useKitText } from '@dangxiao/web-kit';
import { Button, Checkbox, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ExportButton } from '../../app/export/index.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, SearchField, EmployerSelect, useAsked, useFilters } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CreatePersonDrawer } from './CreatePersonDrawer.tsx';
import { DuplicatesDrawer } from './DuplicatesDrawer.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

const listStates = ['active', 'floating', 'deactivated'] as const;
const noFilters = { q: '', kind: '', employer: '', subtree: 'true', state: 'active' };

export function Component() {
  const text = useText();
  const kit = useKitText();
  const may = useMay();
  const navigate = useNavigate();
  const { organizationId, name, asOf } = useScope();
  const [{ q, kind, employer, subtree, state }, setFilters] = useFilters(noFilters);
  const [searching, setSearching] = useState(false);
  const [creating, setCreating] = useState(false);
  useAsked('create', () => setCreating(may('people.write') && !asOf));
  const known = personKind.safeParse(kind);
  const pages = useEndpointPages(
    people.listPeople,
    {
      query: {
        organizationId,
        subtree: subtree === 'false' ? 'false' : 'true',
        q,
        kind: known.data,
        ...(employer ? { employerId: employer } : {}),
        state: listStates.find((one) => one === state) ?? 'active',
        ...(asOf ? { asOf } : {}),
        limit: 50,
      },
    },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const columns = usePeopleColumns({ guests: state === 'floating' });
  const onSearch = useCallback((value: string) => setFilters({ q: value }), [setFilters]);
  const filtered = q !== '' || kind !== '' || employer !== '' || state !== 'active';
  const writes = may('people.write') && !asOf;
  const create = writes && organizationId && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {text('people.create')}
    </Button>
  );
  return (
    <Page
      title={text('people.title')}
      subtitle={name}
      actions={
        <>
          {organizationId && (
            <ExportButton
              offers={[
                {
                  kind: 'people',
                  query: {
                    organizationId,
                    subtree: subtree !== 'false',
                    ...(q ? { q } : {}),
                    ...(known.data ? { kind: known.data } : {}),
                    ...(employer ? { employerId: employer } : {}),
                    ...(asOf ? {} : { state: listStates.find((one) => one === state) ?? 'active' }),
                  },
                },
                { kind: 'standings', query: { organizationId, subtree: subtree !== 'false' } },
                { kind: 'entries', query: { organizationId, subtree: subtree !== 'false' } },
              ]}
              names={{ [organizationId]: name ?? '' }}
              asOf={asOf}
            />
          )}
          {writes && <Button onClick={() => setSearching(true)}>{text('changes.duplicates')}</Button>}
          {writes && <Button onClick={() => void navigate(paths.imports('people'))}>{text('imports.open')}</Button>}
          {create}
        </>
      }
    >
      <AsOfNote />
      <DataTable
        label={text('people.title')}
        columns={columns}
        pages={pages}
        minWidth={860}
        filters={
          <>
            <SearchField label={text('people.search')} value={q} onChange={onSearch} width={340} />
            <Select<PersonKind | ''>
              aria-label={text('people.kind')}
              value={known.data ?? ''}
              style={{ width: 160 }}
              onChange={(value) => setFilters({ kind: value })}
              options={[
                { value: '', label: text('people.anyKind') },
                ...personKind.options.map((value) => ({ value, label: kit(`personKind.${value}`) })),
              ]}
            />
            <EmployerSelect
              label={text('employers.employer')}
              placeholder={text('employers.any')}
              value={employer || null}
              onChange={(chosen) => setFilters({ employer: chosen ?? '' })}
              width={200}
            />
            {!asOf && (
              <Select
                aria-label={text('changes.state')}
                value={state}
                style={{ width: 170 }}
                onChange={(value) => setFilters({ state: value })}
                options={listStates.map((value) => ({ value, label: text(`changes.listState.${value}`) }))}
              />
            )}
            <Checkbox
              checked={subtree !== 'false'}
              onChange={(event) => setFilters({ subtree: event.target.checked ? 'true' : 'false' })}
            >
              {text('people.subtree')}
            </Checkbox>
          </>
        }
        empty={
          filtered ? (
            <Empty action={<Button onClick={() => setFilters(noFilters)}>{text('people.clear')}</Button>}>
              {text('people.nothing')}
            </Empty>
          ) : (
            <Empty>{text('people.none')}</Empty>
          )
        }
      />
      {searching && organizationId && (
        <DuplicatesDrawer organizationId={organizationId} onClose={() => setSearching(false)} />
      )}
      {creating && organizationId && (
        <CreatePersonDrawer
          organizationId={organizationId}
          organizationName={name ?? ''}
          onClose={() => setCreating(false)}
        />
      )}
    </Page>
  );
}
