import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { media, type ResponseOf } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { UploadBox } from '../../../app/upload/UploadBox.tsx';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type File = ResponseOf<typeof media.createFile>;

interface Props {
  organizationId: string;
  value?: string[];
  onChange?: (fileIds: string[]) => void;
}

const atMost = 10;

/** Uploads evidence one file after the other; the value is the list of their ids. Works inside `Form.Item`. */
export function EvidenceFiles({ organizationId, value = [], onChange }: Props) {
  const text = useText();
  const errors = useErrorText();
  const [files, setFiles] = useState<File[]>([]);
  const keep = useMutationOf(media.createFile, {
    onDone: (file) => {
      setFiles((before) => [...before, file]);
      onChange?.([...value, file.id]);
    },
  });
  return (
    <div>
      <ul className={css.rows}>
        {files.map(({ id, name }) => (
          <li key={id} className={css.row}>
            <span>
              <PaperClipOutlined aria-hidden /> {name}
            </span>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={text('records.removeFile', { name })}
              onClick={() => {
                setFiles(files.filter((file) => file.id !== id));
                onChange?.(value.filter((fileId) => fileId !== id));
              }}
            />
          </li>
        ))}
      </ul>
      {keep.error && <Alert type="error" showIcon title={errors.of(keep.error)} style={{ marginBottom: 8 }} />}
      {files.length < atMost && (
        <UploadBox
          key={files.length + keep.failureCount}
          accept=".pdf,image/png,image/jpeg"
          label={text('records.addFile')}
          hint={text('records.fileHint')}
          onDone={(uploadId) => keep.mutate({ body: { uploadId, purpose: 'evidence', organizationId } })}
        />
      )}
    </div>
  );
}
