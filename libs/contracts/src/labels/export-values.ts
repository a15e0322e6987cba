import type { Counter, SourceKind, TargetState } from '@dangxiao/domain';
import type { OrganizationKind, PersonKind, Position } from '../people/people-kinds.ts';
import type { Language, Labels } from './export-columns.ts';

const w = (zh: string, en: string): Labels => ({ zh, en });

type Group<Code extends string> = Readonly<Record<Code, Labels>>;

const personKind: Group<PersonKind> = {
  applicant_activist: w('入党积极分子', 'Applicant activist'),
  development_candidate: w('发展对象', 'Development candidate'),
  probationary_member: w('预备党员', 'Probationary member'),
  full_member: w('正式党员', 'Full member'),
  non_member: w('非党员', 'Not a member'),
};
const position: Group<Position> = {
  none: w('无', 'None'),
  branch_secretary: w('支部书记', 'Branch secretary'),
  branch_committee_member: w('支部委员', 'Branch committee member'),
  party_affairs_worker: w('党务工作者', 'Party-affairs worker'),
  section_cadre: w('科级干部', 'Section-level cadre'),
};
const organizationKind: Group<OrganizationKind> = {
  committee: w('党委', 'Committee'),
  general_branch: w('党总支', 'General branch'),
  branch: w('党支部', 'Branch'),
  party_group: w('党小组', 'Party group'),
};
const account: Group<'none' | 'invited' | 'active' | 'disabled'> = {
  none: w('未开通', 'None'),
  invited: w('待激活', 'Invited'),
  active: w('已开通', 'Active'),
  disabled: w('已停用', 'Disabled'),
};
const counter: Group<Counter> = {
  centralised: w('集中培训', 'Centralised training'),
  online: w('网络自学', 'Online study'),
};
const source: Group<SourceKind> = {
  lesson: w('课程学习', 'Lesson'),
  exam: w('考试', 'Exam'),
  recognition: w('学时认定', 'Recognition'),
  reversal: w('冲销', 'Reversal'),
};
const target: Group<TargetState> = {
  not_started: w('未开始', 'Not started'),
  under_way: w('学习中', 'Under way'),
  finished: w('已完成', 'Finished'),
  in_grace: w('宽限期内', 'In grace'),
  overdue: w('已逾期', 'Overdue'),
  released: w('已解除', 'Released'),
};
const attempt: Group<'open' | 'handed_in' | 'timed_out'> = {
  open: w('正在考试', 'Under way'),
  handed_in: w('已交卷', 'Handed in'),
  timed_out: w('到时交卷', 'Handed in at the end of time'),
};
const personState: Group<'active' | 'deactivated' | 'floating'> = {
  active: w('在册', 'Active'),
  deactivated: w('已停用', 'Deactivated'),
  floating: w('流动党员（流入）', 'Floating guests'),
};
const attainment: Group<'attained' | 'behind'> = {
  attained: w('已达标', 'Attained'),
  behind: w('未达标', 'Behind'),
};
const flag: Group<'true' | 'false'> = { true: w('是', 'Yes'), false: w('否', 'No') };

/** What codes are called, by group. */
export const exportValueLabels = {
  personKind,
  position,
  organizationKind,
  account,
  counter,
  source,
  target,
  attempt,
  personState,
  attainment,
  flag,
};
export type ValueGroup = keyof typeof exportValueLabels;

/** A code as a word; a code newer than these words stays as it is. */
export function exportValueText(group: ValueGroup, code: string, language: Language): string {
  const words: Readonly<Record<string, Labels>> = exportValueLabels[group];
  return words[code]?.[language] ?? code;
}
