import type { RoleName } from '@dangxiao/domain';
import { DEMO_ACCOUNTS } from '../../apps/api/src/modules/accounts/demo-accounts.ts';
import type { NotedAccount } from './note.ts';

/** Somebody of the first branch who can sign in. */
export interface Appointed extends NotedAccount {
  /** Under which name the note has it. */
  key: string;
  /** Place among the members of the province's first branch. */
  number: number;
  role: RoleName;
  at: 'root' | 'city' | 'county' | 'branch';
}

const known = (login: string) => {
  const account = DEMO_ACCOUNTS.find((one) => one.login === login);
  if (!account) throw new Error(`There is no demo account ${login}`);
  return { login, password: account.password, name: account.name, role: account.role };
};

/** The school administrator is made first, as an operator does it. */
export const chief = { key: 'admin', ...known('admin'), what: '全省管理员 · the whole province' };

/** One of each level, besides the accounts of every demo school. */
export const appointed: readonly Appointed[] = [
  {
    key: 'branch',
    number: 0,
    login: 'zhibushuji',
    password: 'guanli-demo-6',
    name: '罗志明',
    role: 'organization_administrator',
    at: 'branch',
    what: '支部书记 · a branch',
  },
  { key: 'learner', number: 3, ...known('wangjianguo'), at: 'branch', what: '学员 · learner' },
  { key: 'learner2', number: 4, ...known('lixiumei'), at: 'branch', what: '学员 · learner' },
  { key: 'county', number: 5, ...known('zhaohongxia'), at: 'county', what: '县级管理员 · a county' },
  {
    key: 'city',
    number: 6,
    login: 'shiguanli',
    password: 'guanli-demo-5',
    name: '何立新',
    role: 'organization_administrator',
    at: 'city',
    what: '市级管理员 · a city',
  },
  { key: 'instructor', number: 7, ...known('jiaoshi'), at: 'root', what: '教师 · instructor' },
  { key: 'auditor', number: 8, ...known('shenji'), at: 'root', what: '审计 · auditor' },
];
