import type { EXPORT_COLUMNS, ExportKind } from '../exports/export-columns.ts';

export type Language = 'zh' | 'en';
export type Labels = Readonly<Record<Language, string>>;

const w = (zh: string, en: string): Labels => ({ zh, en });

const organization = w('所在组织', 'Organization');
const organizationCode = w('组织编码', 'Organization code');
const trail = w('组织全称', 'Organization in full');
const kind = w('人员类别', 'Kind');
const position = w('职务', 'Position');
const name = w('姓名', 'Name');
const employer = w('所在单位', 'Employer');
const startedAt = w('开始时间', 'Started');
const state = w('状态', 'State');

export const exportKindLabels: Readonly<Record<ExportKind, Labels>> = {
  people: w('人员名册', 'People'),
  organizations: w('组织名册', 'Organizations'),
  standings: w('学时达标情况', 'Attainment per person'),
  entries: w('学时台账', 'Ledger of hours'),
  targets: w('培训任务人员', 'People of an assignment'),
  attempts: w('考试记录', 'Attempts of an exam'),
  events: w('审计日志', 'Audit log'),
};

/** What each column is called, in the dialog and in the file. */
export const exportColumnLabels: {
  readonly [Kind in ExportKind]: Readonly<Record<(typeof EXPORT_COLUMNS)[Kind][number], Labels>>;
} = {
  people: {
    name,
    kind,
    position,
    organization,
    organizationCode,
    trail,
    since: w('现组织关系起始日期', 'Current membership since'),
    phone: w('手机号', 'Phone'),
    identityNumber: w('身份证号', 'Identity number'),
    account: w('账号', 'Account'),
    login: w('登录名', 'Login name'),
    exempt: w('免于要求', 'Exempt'),
    host: w('流入组织', 'Host organization'),
    employer,
    createdAt: w('添加时间', 'Added'),
  },
  organizations: {
    name: w('名称', 'Name'),
    code: w('编码', 'Code'),
    kind: w('类别', 'Kind'),
    parent: w('上级组织', 'Parent organization'),
    trail,
    members: w('直属人数', 'Own members'),
    subtreeMembers: w('含下级人数', 'Members with subtree'),
    children: w('下级组织数', 'Child organizations'),
    secretary: w('书记', 'Secretary'),
    employer,
    closedOn: w('撤销日期', 'Closed on'),
  },
  standings: {
    name,
    kind,
    position,
    organization,
    organizationCode,
    trail,
    owes: w('有学时要求', 'Owes hours'),
    attained: w('已达标', 'Attained'),
    centralised: w('集中培训学时', 'Centralised hours'),
    online: w('网络自学学时', 'Online hours'),
    missing: w('还差学时', 'Hours missing'),
  },
  entries: {
    person: name,
    home: organization,
    seq: w('台账序号', 'Number in the chain'),
    counter: w('计入', 'Counter'),
    hours: w('学时', 'Hours'),
    effectiveAt: w('生效时间', 'Effective'),
    year: w('年度', 'Year'),
    source: w('来源', 'Source'),
    title: w('名称', 'Title'),
    course: w('课程', 'Course'),
    organization: w('当时所在组织', 'Organization at the time'),
    reversed: w('已冲销', 'Reversed'),
    policyVersion: w('学时规则版本', 'Policy version'),
    reason: w('原因', 'Reason'),
    recordedBy: w('经办人', 'Recorded by'),
    recordedAt: w('入账时间', 'Recorded'),
    hash: w('校验值', 'Hash'),
  },
  targets: {
    name,
    organization,
    organizationCode,
    trail,
    state,
    assignedAt: w('布置时间', 'Assigned'),
    startedAt,
    finishedAt: w('完成时间', 'Finished'),
    dueAt: w('截止时间', 'Due'),
    graceUntil: w('宽限至', 'Grace until'),
    releasedAt: w('解除时间', 'Released'),
  },
  attempts: {
    name,
    organization,
    number: w('次数', 'Try'),
    state,
    startedAt,
    finishedAt: w('交卷时间', 'Finished'),
    score: w('成绩', 'Score'),
    passed: w('是否合格', 'Passed'),
  },
  events: {
    at: w('时间', 'Time'),
    actor: w('操作人', 'Who'),
    login: w('登录名', 'Login name'),
    action: w('操作', 'Action'),
    objectType: w('对象类型', 'Kind of object'),
    object: w('对象', 'Object'),
    organization: w('所属组织', 'Organization'),
    address: w('来源地址', 'Address'),
    before: w('修改前', 'Before'),
    after: w('修改后', 'After'),
  },
};

/** The name of a column; the kind's own columns only. */
export function exportColumnText(kind: ExportKind, column: string, language: Language): string {
  const words: Readonly<Record<string, Labels>> = exportColumnLabels[kind];
  return words[column]?.[language] ?? column;
}
