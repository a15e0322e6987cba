import { FileExcelOutlined } from '@ant-design/icons';
import { people } from '@dangxiao/contracts';
import { callForFile, refresh, useFormat } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Section, useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { importReads, type Import } from './reads.ts';
import { saveFile } from './save-file.ts';

const A_LONG_LIST_MS = 120_000;

/** Codes for the people whom the import made: one list, downloaded once. */
export function CodesSection({ data, waiting, expiresAt }: { data: Import } & NonNullable<Import['codes']>) {
  const text = useText();
  const format = useFormat();
  const confirm = useConfirm();
  const client = useQueryClient();
  const issue = async () => {
    const input = { params: { importId: data.id }, body: { language: format.language } };
    const file = await callForFile(people.issueImportCodes, input, { timeoutMs: A_LONG_LIST_MS });
    saveFile(file, `${text('imports.codes.title')}-${data.fileName.replace(/\.\w+$/, '')}.xlsx`);
    await refresh(client, [...importReads, people.getPerson, people.listPeople]);
  };
  return (
    <Section title={text('imports.codes.title')}>
      <div className={css.codes}>
        <div className={css.choice}>
          <strong>{text('imports.codes.waiting', { count: waiting })}</strong>
          <p>{text('imports.codes.about')}</p>
          {expiresAt && <p>{text('imports.codes.open', { until: format.when(expiresAt) })}</p>}
        </div>
        <Button
          icon={<FileExcelOutlined aria-hidden />}
          onClick={() =>
            confirm({
              title: text('imports.codes.issueTitle', { count: waiting }),
              consequence: text('imports.codes.issueNote'),
              action: text(expiresAt ? 'imports.codes.again' : 'imports.codes.issue'),
              danger: expiresAt !== null,
              run: issue,
              done: text('imports.codes.done'),
            })
          }
        >
          {text(expiresAt ? 'imports.codes.again' : 'imports.codes.issue')}
        </Button>
      </div>
    </Section>
  );
}
