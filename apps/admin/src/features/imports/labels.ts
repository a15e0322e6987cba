import { headingOf, type ImportColumn, type ImportKind, type OrganizationKind } from '@dangxiao/domain';
import { useFormat, useKitText } from '@dangxiao/web-kit';
import { useText, type TextKey } from '../../i18n/use-text.ts';

interface Finding {
  code: string;
  params: Record<string, string | number>;
}

/** Tables of the database whose rows can depend on what was imported, by what an administrator calls them. */
const groups: Record<string, 'learning' | 'responsibility' | 'affiliation' | 'content'> = {
  lesson_progress: 'learning',
  watch_heartbeat: 'learning',
  playback_lease: 'learning',
  attempt: 'learning',
  credit_entry: 'learning',
  credit_chain: 'learning',
  credit_balance: 'learning',
  credit_claim: 'learning',
  credit_appeal: 'learning',
  credit_note: 'learning',
  assignment_target: 'learning',
  role_grant: 'responsibility',
  leader_term: 'responsibility',
  course: 'content',
  media: 'content',
  question: 'content',
  stored_file: 'content',
  assignment: 'content',
  programme: 'content',
  transfer: 'affiliation',
  floating_term: 'affiliation',
  exemption: 'affiliation',
};

type Area = 'problem' | 'problemKind' | 'fileProblem' | 'blockers' | 'failure';

/** What the server says in codes, in words; a code of a newer server gets the general ones. */
export function useImportLabels() {
  const text = useText();
  const kit = useKitText();
  const { language } = useFormat();
  const worded = (area: Area, code: string, params: Finding['params']) => {
    const key = `imports.${area}.${code}`;
    const found = text(key as TextKey, params);
    return found === key ? text(`imports.${area}.other`) : found;
  };
  const heading = (kind: ImportKind, column: ImportColumn) => headingOf(kind, column, language);
  return {
    heading,
    problem({ code, params }: Finding): string {
      const said = { ...params };
      for (const key of ['kind', 'parentKind'])
        if (key in said) said[key] = kit(`organizationKind.${String(said[key]) as OrganizationKind}`);
      return worded('problem', code, said);
    },
    /** The same without where and what, for a filter. */
    problemKind: (code: string): string => worded('problemKind', code, {}),
    fileProblem(kind: ImportKind, { code, params }: Finding): string {
      const named =
        code === 'column_missing' ? { ...params, name: heading(kind, String(params.column) as ImportColumn) } : params;
      return worded('fileProblem', code, named);
    },
    failure: ({ code, params }: Finding): string => worded('failure', code, params),
    blocker: (what: string): string => worded('blockers', groups[what] ?? what, {}),
  };
}
