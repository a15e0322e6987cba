import { UploadOutlined } from '@ant-design/icons';
import { assignments } from '@dangxiao/contracts';
import { useErrorText, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button, Input, Table, Upload } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names } from '../use-labels.ts';

const MAX_BYTES = 900_000;

interface Props {
  organizationId: string;
  listId: string;
  names: Names;
  onChange: (listId: string, names: Names) => void;
}

/** A list of people, pasted or from a file; every line that names nobody, or several people, is shown. */
export function ListPicker({ organizationId, listId, names, onChange }: Props) {
  const text = useText();
  const errors = useErrorText();
  const format = useFormat();
  const [again, setAgain] = useState(listId === '');
  const [title, setTitle] = useState(() =>
    text('assignments.list.defaultName', { day: format.day(new Date().toISOString()) }),
  );
  const [lines, setLines] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const upload = useMutationOf(assignments.uploadList, {
    onDone: ({ id }) => {
      setAgain(false);
      onChange(id, { [id]: title });
    },
  });
  const read = async (file: File) => {
    const content = file.size > MAX_BYTES ? '\0' : await file.text();
    const broken = content.includes('\0') || content.includes('\uFFFD');
    setUnreadable(broken);
    if (broken) return;
    setLines(content);
    setTitle(file.name.replace(/\.\w+$/, '').slice(0, 120));
  };
  const { found = 0, problems = [] } = upload.data ?? {};
  if (!again)
    return (
      <>
        <div className={css.place}>
          <span>{names[listId]}</span>
          <Button size="small" onClick={() => setAgain(true)}>
            {text('assignments.list.again')}
          </Button>
        </div>
        {upload.data && (
          <Alert
            type={problems.length > 0 ? 'warning' : 'success'}
            showIcon
            title={text('assignments.list.found', { count: found })}
            description={problems.length > 0 && text('assignments.list.problems', { count: problems.length })}
          />
        )}
        {problems.length > 0 && (
          <Table
            size="small"
            rowKey="line"
            dataSource={problems}
            pagination={problems.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
            columns={[
              { title: text('assignments.list.line'), dataIndex: 'line', width: 70 },
              { title: text('assignments.list.content'), dataIndex: 'text' },
              {
                title: text('assignments.list.problem'),
                dataIndex: 'problem',
                render: (problem: (typeof problems)[number]['problem']) => text(`assignments.list.${problem}`),
              },
            ]}
          />
        )}
      </>
    );
  return (
    <>
      <label className={css.field}>
        <span className={css.label}>{text('assignments.list.name')}</span>
        <Input maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className={css.field}>
        <span className={css.label}>{text('assignments.list.text')}</span>
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 12 }}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
        />
        <span className={css.hint}>{text('assignments.list.hint')}</span>
      </label>
      {unreadable && <Alert type="error" showIcon title={text('assignments.list.unreadable')} />}
      {upload.error && <Alert type="error" showIcon title={errors.of(upload.error)} />}
      <div className={css.endGroup}>
        <Upload
          accept=".csv,.txt,text/plain,text/csv"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />}>{text('assignments.list.choose')}</Button>
        </Upload>
        <Button
          disabled={lines.trim() === '' || title.trim() === ''}
          loading={upload.isPending}
          onClick={() => upload.mutate({ body: { organizationId, title: title.trim(), text: lines } })}
        >
          {text('assignments.list.upload')}
        </Button>
      </div>
    </>
  );
}
