import { people } from '@dangxiao/contracts';
import { useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button, Result } from 'antd';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Section, useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { CodesSection } from './CodesSection.tsx';
import { importReads, type Import } from './reads.ts';
import { useImportLabels } from './labels.ts';

/** What became of an import, and the way back. */
export function Finished({ data }: { data: Import }) {
  const text = useText();
  const format = useFormat();
  const labels = useImportLabels();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const undo = useMutationOf(people.undoImport, { refreshes: importReads });
  const kind = text(`imports.kind.${data.kind}`);
  const { create = 0, update = 0, move = 0, nothing = 0 } = data.counts ?? {};
  const state = data.state === 'undone' || data.state === 'discarded' ? data.state : 'committed';
  const note = text(`imports.${state}Note`, { create, update, move, nothing });
  const until = data.rowsDropped
    ? text('imports.noUndo')
    : text('imports.undoUntil', { when: format.day(data.rowsKeptUntil) });
  const list = data.kind === 'people' ? paths.people() : paths.organizations();
  return (
    <div className={css.stack}>
      {data.blockers && (
        <Alert
          type="warning"
          showIcon
          title={text('imports.blockedTitle')}
          description={
            <>
              {text('imports.blockedNote', { kind })}
              <ul className={css.blockers}>
                {data.blockers.map(({ what, count, name }) => (
                  <li key={what}>{text('imports.blocker', { what: labels.blocker(what), count, name })}</li>
                ))}
              </ul>
            </>
          }
        />
      )}
      <Section>
        <Result
          status={state === 'committed' ? 'success' : 'info'}
          title={text(`imports.${state}Title`)}
          subTitle={
            <>
              {note}
              {state === 'committed' && <div>{until}</div>}
            </>
          }
          extra={[
            <Button key="list" onClick={() => void navigate(list)}>
              {text(`imports.toList.${data.kind}`)}
            </Button>,
            data.undoable && (
              <Button
                key="undo"
                danger
                onClick={() =>
                  confirm({
                    title: text('imports.undoTitle', { name: data.fileName }),
                    consequence: text('imports.undoNote', { kind }),
                    action: text('imports.undo'),
                    danger: true,
                    run: () => undo.mutateAsync({ params: { importId: data.id }, body: { revision: data.revision } }),
                  })
                }
              >
                {text('imports.undo')}
              </Button>
            ),
          ]}
        />
      </Section>
      {data.codes && data.codes.waiting > 0 && <CodesSection data={data} {...data.codes} />}
    </div>
  );
}
