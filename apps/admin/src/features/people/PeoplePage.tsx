import { PlusOutlined } from '@ant-design/icons';
import { people, personKind } from '@dangxiao/contracts';
import { useEndpointPages, useKitText } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ChoiceFilter, FlagFilter, ListPage, useList } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, EmployerSelect } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CreatePersonDrawer } from './CreatePersonDrawer.tsx';
import { DuplicatesDrawer } from './DuplicatesDrawer.tsx';
import { usePeopleColumns, type PersonRow } from './use-people-columns.tsx';

const listStates = ['active', 'floating', 'deactivated'] as const;
const noFilters = { q: '', kind: '', employer: '', subtree: 'true', state: 'active' };

export function Component() {
  const text = useText();
  const kit = useKitText();
  const may = useMay();
  const navigate = useNavigate();
  const { organizationId, name, asOf } = useScope();
  const list = useList(noFilters);
  const { q, kind, employer, subtree, state } = list.values;
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
  const writes = may('people.write') && !asOf;
  return (
    <ListPage<PersonRow>
      name="people"
      title={text('people.title')}
      subtitle={name}
      actions={
        <>
          {writes && <Button onClick={() => setSearching(true)}>{text('changes.duplicates')}</Button>}
          {writes && <Button onClick={() => void navigate(paths.imports('people'))}>{text('imports.open')}</Button>}
          {writes && organizationId && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
              {text('people.create')}
            </Button>
          )}
        </>
      }
      above={<AsOfNote />}
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('people.search'))}
      filters={
        <>
          <ChoiceFilter
            list={list}
            name="kind"
            label={text('people.kind')}
            all={text('people.anyKind')}
            choices={personKind.options}
            nameOf={(value) => kit(`personKind.${value}`)}
            width={160}
          />
          <EmployerSelect
            label={text('employers.employer')}
            placeholder={text('employers.any')}
            value={employer || null}
            onChange={(chosen) => list.change({ employer: chosen ?? '' })}
            width={200}
          />
          {!asOf && (
            <ChoiceFilter
              list={list}
              name="state"
              label={text('changes.state')}
              choices={listStates}
              nameOf={(value) => text(`changes.listState.${value}`)}
              width={170}
            />
          )}
          <FlagFilter list={list} name="subtree">
            {text('people.subtree')}
          </FlagFilter>
        </>
      }
      exporting={
        organizationId
          ? {
              offers: [
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
              ],
              names: { [organizationId]: name ?? '' },
              asOf,
            }
          : undefined
      }
      empty={text('people.none')}
      nothing={text('people.nothing')}
    >
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
    </ListPage>
  );
}
