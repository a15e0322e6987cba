import { assignments } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { useState } from 'react';
import type { ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { AudienceDrawer } from './AudienceDrawer.tsx';
import { OwnedPage, useOwnedList } from './OwnedPage.tsx';
import { assignmentReads } from './reads.ts';
import type { SavedAudience } from './types.ts';

/** Rules under a name: make, change, archive; each shows whom it reaches and who uses it. */
export function Component() {
  const text = useText();
  const { organizationId, name } = useScope();
  const { list, query, enabled } = useOwnedList();
  const [edited, setEdited] = useState<string | null>(null);
  const update = useMutationOf(assignments.updateSavedAudience, { refreshes: assignmentReads });
  const pages = useEndpointPages(assignments.listSavedAudiences, { query }, { enabled });
  const columns: ListColumn<SavedAudience>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('assignments.audiences.name'),
      width: 300,
      by: ({ title }) => title,
      show: (row) => (
        <>
          <div>{row.title}</div>
          <div className={css.hint}>{row.organizationName}</div>
        </>
      ),
    },
  ];
  return (
    <OwnedPage<SavedAudience>
      kind="audiences"
      list={list}
      pages={pages}
      columns={columns}
      onCreate={() => setEdited('new')}
      onEdit={({ id }) => setEdited(id)}
      onArchive={({ id, revision }, archived) =>
        update.mutateAsync({ params: { audienceId: id }, body: { revision, archived } })
      }
    >
      {edited && organizationId && (
        <AudienceDrawer
          audienceId={edited === 'new' ? null : edited}
          owner={{ id: organizationId, name: name ?? '' }}
          onClose={() => setEdited(null)}
        />
      )}
    </OwnedPage>
  );
}
