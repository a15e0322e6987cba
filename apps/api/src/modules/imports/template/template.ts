import {
  headingOf,
  IMPORT_COLUMNS,
  IMPORT_LABELS,
  REQUIRED_COLUMNS,
  type ImportColumn,
  type ImportKind,
} from '@dangxiao/domain';
import { templateTexts, type Language } from './texts.ts';
import { workbook, type Sheet } from './workbook.ts';

/** The words of a drop-down list: the first of each kind is Chinese, the last English. */
function words(of: Record<string, readonly string[]>, language: Language): string[] {
  return Object.values(of).map((list) => {
    const word = (language === 'en' ? list.at(-1) : list[0]) ?? '';
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}

function labelsOf(kind: ImportKind, column: ImportColumn): Record<string, readonly string[]> | null {
  if (column === 'kind') return kind === 'people' ? IMPORT_LABELS.personKind : IMPORT_LABELS.organizationKind;
  if (column === 'position') return IMPORT_LABELS.position;
  return column === 'exemptKind' ? IMPORT_LABELS.exemptKind : null;
}

/** The template of a kind: a table with headings, an example and choices, and a sheet of notes. */
export function templateFor(kind: ImportKind, language: Language): Promise<Buffer> {
  const texts = templateTexts[kind][language];
  const columns: readonly ImportColumn[] = IMPORT_COLUMNS[kind];
  const required: readonly ImportColumn[] = REQUIRED_COLUMNS[kind];
  const heading = (column: ImportColumn) => headingOf(kind, column, language);
  const table: Sheet = {
    name: texts.table,
    widths: columns.map((column) => (column === 'name' || column === 'identityNumber' ? 26 : 20)),
    style: 2,
    rows: [
      { cells: columns.map((column) => `${heading(column)}${required.includes(column) ? ' *' : ''}`), style: 1 },
      { cells: columns.map((column) => texts.columns[column]?.example ?? ''), style: 2 },
    ],
    choices: columns.flatMap((column, at) => {
      const of = labelsOf(kind, column);
      return of ? [{ column: at + 1, words: words(of, language) }] : [];
    }),
  };
  const notes: Sheet = {
    name: texts.notes,
    widths: [24, 12, 90],
    style: 3,
    rows: [
      { cells: texts.headings, style: 1 },
      ...columns.map((column) => ({
        cells: [
          heading(column),
          required.includes(column) ? texts.needed : texts.optional,
          texts.columns[column]?.note ?? '',
        ],
        style: 3 as const,
      })),
      ...texts.general.map((line) => ({ cells: ['', '', line], style: 3 as const })),
    ],
    choices: [],
  };
  return workbook([table, notes]);
}
