import { questions } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { Empty, Failed, SearchField, Waiting } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  disabled?: boolean;
  organizationId: string;
}

/** Ticks questions of the bank. */
export function QuestionPicker({ id, value = [], onChange, disabled = false, organizationId }: Props) {
  const text = useText();
  const [q, setQ] = useState('');
  const pages = useEndpointPages(questions.listQuestions, { query: { organizationId, q: q || undefined, limit: 50 } });
  const toggle = (questionId: string, checked: boolean) =>
    onChange?.(checked ? [...value, questionId] : value.filter((each) => each !== questionId));
  return (
    <div id={id} role="group" aria-label={text('courses.exam.questions')}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center', marginBottom: 8 }}>
        <SearchField label={text('questions.search')} value={q} onChange={setQ} />
        <span role="status">{text('courses.exam.chosen', { count: value.length })}</span>
        <Link to={paths.questions()} target="_blank">
          {text('courses.exam.toBank')}
        </Link>
      </div>
      <div className={css.picker}>
        {pages.failure ? (
          <Failed failure={pages.failure} retry={pages.retry} />
        ) : pages.pending ? (
          <Waiting rows={4} />
        ) : pages.items.length === 0 ? (
          <Empty>{text('questions.none')}</Empty>
        ) : (
          pages.items.map((question) => (
            <div key={question.id} className={css.row}>
              <Checkbox
                disabled={disabled}
                checked={value.includes(question.id)}
                onChange={(event) => toggle(question.id, event.target.checked)}
              >
                <Tag>{text(`questions.kind.${question.kind}`)}</Tag> {question.text}
              </Checkbox>
            </div>
          ))
        )}
        {pages.more && (
          <Button onClick={pages.more} loading={pages.loadingMore}>
            {text('app.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
