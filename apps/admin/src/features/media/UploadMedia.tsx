import { media } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Modal } from 'antd';
import { UploadBox } from '../../app/upload/UploadBox.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Brings a lecture into stock. */
export function UploadMedia({
  open,
  organizationId,
  onClose,
}: {
  open: boolean;
  organizationId: string;
  onClose: () => void;
}) {
  const text = useText();
  const { message } = App.useApp();
  const errors = useErrorText();
  const create = useMutationOf(media.createMedia, {
    refreshes: [media.listMedia],
    onDone: onClose,
    onFailed: (failure) => void message.error(errors.of(failure)),
  });
  return (
    <Modal
      open={open}
      title={text('media.upload.action')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <UploadBox
        accept="video/mp4,video/quicktime,video/webm,.mkv,.mp4,.mov,.webm"
        label={text('media.upload.choose')}
        hint={text('media.upload.hint')}
        onDone={(uploadId, file) =>
          create.mutate({ body: { uploadId, organizationId, title: file.name.replace(/\.[^.]+$/, '').slice(0, 120) } })
        }
      />
    </Modal>
  );
}
