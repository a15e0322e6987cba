import { assignments } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { useState } from 'react';
import type { ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { OwnedPage, useOwnedList } from './OwnedPage.tsx';
import { ProgrammeDrawer } from './ProgrammeDrawer.tsx';
import { assignmentReads } from './reads.ts';
import type { Programme } from './types.ts';

/** Ordered paths of courses: make, change, archive. */
export function Component() {
  const text = useText();
  const { organizationId } = useScope();
  const { list, query, enabled } = useOwnedList();
  const [edited, setEdited] = useState<Programme | 'new' | null>(null);
  const update = useMutationOf(assignments.updateProgramme, { refreshes: assignmentReads });
  const pages = useEndpointPages(assignments.listProgrammes, { query }, { enabled });
  const columns: ListColumn<Programme>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('assignments.programmes.name'),
      width: 260,
      by: ({ title }) => title,
      show: (row) => (
        <>
          <div>{row.title}</div>
          <div className={css.hint}>{[row.organizationName, row.summary].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'path',
      title: text('assignments.programmes.path'),
      width: 260,
      show: (row) => row.items.map((item) => item.title).join(' → '),
    },
  ];
  return (
    <OwnedPage<Programme>
      kind="programmes"
      list={list}
      pages={pages}
      columns={columns}
      onCreate={() => setEdited('new')}
      onEdit={setEdited}
      onArchive={({ id, revision }, archived) =>
        update.mutateAsync({ params: { programmeId: id }, body: { revision, archived } })
      }
    >
      {edited && organizationId && (
        <ProgrammeDrawer
          programme={edited === 'new' ? null : edited}
          organizationId={organizationId}
          onClose={() => setEdited(null)}
        />
      )}
    </OwnedPage>
  );
}
