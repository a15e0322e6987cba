import { assignments } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Alert, App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Loaded, Waiting } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { uniqueId } from '../../app/unique-id.ts';
import css from './assignments.module.css';
import type { Detail } from './editor/values.ts';

type Who = 'unfinished' | 'overdue';

/** Reminds who has not finished, after showing whom: how many, the first names, and who is left out. */
export function RemindModal({ detail: { id, title, counts }, onClose }: { detail: Detail; onClose: () => void }) {
  const text = useText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [who, setWho] = useState<Who>('unfinished');
  const [key] = useState(uniqueId);
  const preview = useEndpoint(
    assignments.previewReminder,
    { params: { assignmentId: id }, query: { who } },
    { staleTime: 0 },
  );
  const send = useMutationOf(assignments.sendReminder, {
    refreshes: [assignments.previewReminder],
    onDone: ({ told }) => {
      void message.success(text('assignments.remind.done', { count: told }));
      onClose();
    },
  });
  const count = preview.data?.count ?? 0;
  return (
    <Modal
      open
      title={text('assignments.remind.title', { title })}
      onCancel={onClose}
      cancelText={text('app.cancel')}
      okText={text('assignments.remind.send', { count })}
      okButtonProps={{ disabled: count === 0 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate({ params: { assignmentId: id }, body: { key, who } })}
    >
      {counts.overdue > 0 && (
        <Radio.Group
          aria-label={text('assignments.remind.who')}
          value={who}
          onChange={(event) => setWho(event.target.value as Who)}
          options={[
            { value: 'unfinished', label: text('assignments.remind.unfinished') },
            { value: 'overdue', label: text('assignments.remind.overdue') },
          ]}
        />
      )}
      {send.error && <Alert type="error" showIcon title={errors.of(send.error)} />}
      <Loaded query={preview} skeleton={<Waiting rows={2} />}>
        {({ names, leftOut }) => (
          <>
            <p>{count === 0 ? text('assignments.remind.nobody') : text('assignments.remind.count', { count })}</p>
            {count > 0 && (
              <p className={css.hint}>
                {names.join(text('app.separator'))}
                {count > names.length && text('assignments.remind.more')}
              </p>
            )}
            {(['recent', 'exempt'] as const)
              .filter((reason) => leftOut[reason] > 0)
              .map((reason) => (
                <p key={reason} className={css.hint}>
                  {text(`assignments.remind.leftOut.${reason}`, { count: leftOut[reason] })}
                </p>
              ))}
            <p className={css.hint}>{text('assignments.remind.note')}</p>
          </>
        )}
      </Loaded>
    </Modal>
  );
}
