import { DownloadOutlined } from '@ant-design/icons';
import { people } from '@dangxiao/contracts';
import { addressOf, useErrorText, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { App, Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Section } from '../../app/ui/index.ts';
import { UploadBox } from '../../app/upload/UploadBox.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { importReads } from './reads.ts';

interface Props {
  organizationId: string;
  organizationName: string;
  kind: 'people' | 'organizations';
  onKind: (kind: string) => void;
}

/** What to import, its template, and the place for the filled-in file. */
export function StartImport({ organizationId, organizationName: name, kind, onKind }: Props) {
  const text = useText();
  const { language } = useFormat();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errors = useErrorText();
  const create = useMutationOf(people.createImport, {
    refreshes: importReads,
    onDone: ({ id }) => void navigate(paths.import(id)),
    onFailed: (failure) => void message.error(errors.of(failure)),
  });
  return (
    <Section title={text('imports.begin', { name })}>
      <div className={css.start}>
        <div className={css.choice}>
          <Segmented
            aria-label={text('imports.kindLabel')}
            value={kind}
            onChange={onKind}
            options={(['people', 'organizations'] as const).map((value) => ({
              value,
              label: text(`imports.kind.${value}`),
            }))}
          />
          <p>{text(`imports.what.${kind}`)}</p>
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(people.readImportTemplate, { query: { kind, language } })}
          >
            {text('imports.template')}
          </Button>
          <p className={css.hint}>{text('imports.beginHint', { name })}</p>
        </div>
        <UploadBox
          accept=".xlsx,.csv,.txt"
          label={text('imports.choose')}
          hint={text('imports.chooseHint')}
          disabled={create.isPending}
          onDone={(uploadId) => create.mutate({ body: { kind, organizationId, uploadId } })}
        />
      </div>
    </Section>
  );
}
