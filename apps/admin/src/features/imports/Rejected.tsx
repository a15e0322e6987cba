import { people } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { importReads, type Import } from './reads.ts';
import { useImportLabels } from './labels.ts';

/** Why a file could not be read, where in it, and what to do. */
export function Rejected({ data }: { data: Import }) {
  const text = useText();
  const labels = useImportLabels();
  const navigate = useNavigate();
  const discard = useMutationOf(people.discardImport, {
    refreshes: importReads,
    onDone: () => void navigate(paths.imports(data.kind)),
  });
  return (
    <Section title={text('imports.rejectedTitle')}>
      <p className={css.hint}>{text('imports.rejectedNote')}</p>
      <ul className={css.problems}>
        {data.failure?.map((finding, at) => (
          <li key={at}>{labels.fileProblem(data.kind, finding)}</li>
        ))}
      </ul>
      <Button
        type="primary"
        loading={discard.isPending}
        onClick={() => discard.mutate({ params: { importId: data.id } })}
      >
        {text('imports.again')}
      </Button>
    </Section>
  );
}
