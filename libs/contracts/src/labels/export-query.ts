import type { ExportQuery } from '../exports/index.ts';
import { auditEn } from './audit-en.ts';
import { auditZh } from './audit-zh.ts';
import type { Language, Labels } from './export-columns.ts';
import { exportValueText, type ValueGroup } from './export-values.ts';

type Filter = keyof ExportQuery;

const labels: Readonly<Record<Filter, Labels>> = {
  organizationId: { zh: '组织', en: 'Organization' },
  subtree: { zh: '含下级组织', en: 'With subtree' },
  q: { zh: '搜索', en: 'Search' },
  kind: { zh: '人员类别', en: 'Kind' },
  employerId: { zh: '所在单位', en: 'Employer' },
  state: { zh: '状态', en: 'State' },
  closed: { zh: '含已撤销', en: 'With closed ones' },
  attainment: { zh: '达标情况', en: 'Attainment' },
  personId: { zh: '人员', en: 'Person' },
  year: { zh: '年度', en: 'Year' },
  counter: { zh: '计入', en: 'Counter' },
  assignmentId: { zh: '培训任务', en: 'Assignment' },
  targetState: { zh: '状态', en: 'State' },
  examId: { zh: '考试', en: 'Exam' },
  action: { zh: '操作', en: 'Action' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'Until' },
};

const groups: { readonly [Key in Filter]?: ValueGroup } = {
  kind: 'personKind',
  state: 'personState',
  attainment: 'attainment',
  counter: 'counter',
  targetState: 'target',
  subtree: 'flag',
  closed: 'flag',
};

export interface QueryPart {
  label: string;
  value: string;
}

/** A recorded action in words. */
export function actionText(action: string, language: Language): string {
  const words: Readonly<Record<string, string>> = (language === 'zh' ? auditZh : auditEn).actions;
  return words[action.replace(/[.-]/g, '_')] ?? action;
}

/** What was asked for, in words: ids by their names, codes by their words, instants by `when`. */
export function exportQueryText(
  query: ExportQuery,
  names: Readonly<Record<string, string>>,
  language: Language,
  when: (instant: string) => string,
): QueryPart[] {
  return (Object.keys(labels) as Filter[]).flatMap((filter) => {
    const given = query[filter];
    if (given === undefined || given === '') return [];
    return [{ label: labels[filter][language], value: valueOf(filter, String(given), { names, language, when }) }];
  });
}

interface Wording {
  names: Readonly<Record<string, string>>;
  language: Language;
  when: (instant: string) => string;
}

function valueOf(filter: Filter, given: string, { names, language, when }: Wording): string {
  const group = groups[filter];
  if (group) return exportValueText(group, given, language);
  if (filter === 'action') return actionText(given, language);
  if (filter === 'from' || filter === 'to') return when(given);
  return filter.endsWith('Id') ? (names[given] ?? '—') : given;
}
