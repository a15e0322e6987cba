import { IMPORT_LABELS, type ImportColumn, type ImportKind } from '@dangxiao/domain';
import { useFormat } from '@dangxiao/web-kit';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import type { Row } from './reads.ts';
import { useImportLabels } from './labels.ts';

interface Props {
  kind: ImportKind;
  column: ImportColumn;
  row: Row;
  onSave: (value: string) => Promise<void>;
}

/** The words that a column may say, where there are only a few. */
function choicesOf(kind: ImportKind, column: ImportColumn, language: string): string[] | null {
  const of =
    column === 'kind'
      ? kind === 'people'
        ? IMPORT_LABELS.personKind
        : IMPORT_LABELS.organizationKind
      : column === 'position'
        ? IMPORT_LABELS.position
        : column === 'exemptKind'
          ? IMPORT_LABELS.exemptKind
          : null;
  return of && Object.values(of).map((words: readonly string[]) => (language === 'en' ? words.at(-1) : words[0]) ?? '');
}

/** A cell of the file with what is wrong below it; a click or Enter opens it for correction, Enter saves, Escape leaves it as it was. */
export function EditableCell({ kind, column, row, onSave }: Props) {
  const text = useText();
  const labels = useImportLabels();
  const { language } = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const shown = row.cells[column] ?? '';
  const problems = row.problems.filter((one) => one.column === column);
  const hidden = shown.startsWith('••••');
  const label = text('imports.editCell', { row: row.row, column: labels.heading(kind, column) });
  const choices = choicesOf(kind, column, language);

  async function save(value: string) {
    setDraft(null);
    if (value === (hidden ? '' : shown)) return;
    setSaving(true);
    await onSave(value);
    setSaving(false);
  }

  const said = problems.map((problem) => (
    <span key={problem.code} className={css.said}>
      {labels.problem(problem)}
    </span>
  ));
  if (draft === null) {
    const look = [css.cell, problems.length > 0 ? css.wrong : '', row.skipped ? css.left : ''].join(' ');
    return (
      <>
        <button
          type="button"
          className={look}
          aria-label={`${label} ${shown}`}
          disabled={row.skipped || saving}
          onClick={() => setDraft(hidden ? '' : shown)}
        >
          {shown || ' '}
        </button>
        {said}
      </>
    );
  }
  const field = {
    'aria-label': label,
    autoFocus: true,
    value: draft,
    placeholder: hidden ? text('imports.retype') : '',
    onKeyDown: (event: { key: string }) => {
      if (event.key === 'Enter') void save(draft);
      if (event.key === 'Escape') setDraft(null);
    },
    onBlur: () => void save(draft),
    style: { width: '100%' },
  };
  return (
    <>
      {choices ? (
        <AutoComplete
          {...field}
          defaultOpen
          options={choices.map((value) => ({ value }))}
          onChange={(value: string) => setDraft(value)}
          onSelect={(value: string) => void save(value)}
        />
      ) : (
        <Input {...field} maxLength={300} onChange={(event) => setDraft(event.target.value)} />
      )}
      {said}
    </>
  );
}
