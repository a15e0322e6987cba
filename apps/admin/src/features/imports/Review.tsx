import { people } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button } from 'antd';
import { useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { importReads, type Import } from './reads.ts';
import { RowsTable } from './RowsTable.tsx';
import { useImportLabels } from './labels.ts';

/** The dry run: what would happen, what is wrong, and the decision. */
export function Review({ data }: { data: Import }) {
  const text = useText();
  const labels = useImportLabels();
  const confirm = useConfirm();
  const params = { importId: data.id };
  const recheck = useMutationOf(people.checkImport, { refreshes: importReads });
  const discard = useMutationOf(people.discardImport, { refreshes: importReads });
  const commit = useMutationOf(people.commitImport, { refreshes: importReads });
  const { create = 0, update = 0, move = 0, wrong = 0 } = data.counts ?? {};
  const changes = create + update + move;
  const message =
    wrong > 0
      ? text('imports.fixFirst', { count: wrong })
      : text(changes > 0 ? 'imports.ready' : 'imports.nothingToDo');
  const actions = (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
      <Button
        onClick={() =>
          confirm({
            title: text('imports.discardTitle', { name: data.fileName }),
            consequence: text('imports.discardNote'),
            action: text('imports.discard'),
            danger: true,
            run: () => discard.mutateAsync({ params }),
            done: text('imports.discarded'),
          })
        }
      >
        {text('imports.discard')}
      </Button>
      <Button loading={recheck.isPending} onClick={() => recheck.mutate({ params })}>
        {text('imports.recheck')}
      </Button>
      <Button
        type="primary"
        disabled={wrong > 0 || changes === 0}
        onClick={() =>
          confirm({
            title: text('imports.commitTitle', { name: data.fileName }),
            consequence: text('imports.commitNote', { create, update, move }),
            action: text('imports.commit', { count: changes }),
            run: () => commit.mutateAsync({ params, body: { revision: data.revision } }),
          })
        }
      >
        {text('imports.commit', { count: changes })}
      </Button>
    </div>
  );
  return (
    <div className={css.stack}>
      {data.failure?.map((finding) => (
        <Alert key={finding.code} type="warning" showIcon title={labels.failure(finding)} />
      ))}
      {data.unread.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={text('imports.unread', { names: data.unread.join(text('app.separator')) })}
        />
      )}
      <Alert type={wrong > 0 ? 'error' : 'success'} showIcon title={message} action={actions} />
      <RowsTable data={data} />
    </div>
  );
}
