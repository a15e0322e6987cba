import { questions } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Props {
  ids: readonly string[];
  organizationId: string;
}

/** How many questions are chosen, and the texts of those among the latest hundred of the bank. */
export function QuestionNames({ ids, organizationId }: Props) {
  const text = useText();
  const found = useEndpoint(questions.listQuestions, { query: { organizationId, limit: 100 } });
  const known = (found.data?.items ?? []).filter(({ id }) => ids.includes(id));
  return (
    <>
      <div>{text('courses.exam.chosen', { count: ids.length })}</div>
      <ul className={css.names}>
        {known.map(({ id, text: words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </>
  );
}
