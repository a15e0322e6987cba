import type { RoleName } from '@dangxiao/domain';

export interface DemoAccount {
  login: string;
  password: string;
  role: RoleName;
  name: string;
  app: 'portal' | 'admin';
}

/** Accounts of the demo school, shown on its sign-in page. They exist in demo data only; a production start has none. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'wangjianguo', password: 'xuexi-demo-1', role: 'learner', name: '王建国', app: 'portal' },
  { login: 'lixiumei', password: 'xuexi-demo-2', role: 'learner', name: '李秀梅', app: 'portal' },
  { login: 'admin', password: 'guanli-demo-1', role: 'school_administrator', name: '陈志远', app: 'admin' },
  { login: 'zhaohongxia', password: 'guanli-demo-2', role: 'organization_administrator', name: '赵红霞', app: 'admin' },
  { login: 'jiaoshi', password: 'guanli-demo-3', role: 'instructor', name: '周明德', app: 'admin' },
  { login: 'shenji', password: 'guanli-demo-4', role: 'auditor', name: '孙文静', app: 'admin' },
];
