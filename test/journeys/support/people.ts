import { accounts, people } from '@dangxiao/contracts';
import type { Page } from '@playwright/test';
import { DEMO_ACCOUNTS } from '../../../apps/api/src/modules/accounts/demo-accounts.ts';
import { enter, signIn } from '../../../tools/demo/learners.ts';

export type Login = 'wangjianguo' | 'lixiumei' | 'admin' | 'zhaohongxia';

export function passwordOf(login: Login): string {
  const account = DEMO_ACCOUNTS.find((each) => each.login === login);
  if (!account) throw new Error(`No demo account ${login}`);
  return account.password;
}

export interface Learner {
  name: string;
  login: string;
  password: string;
}

/** The account that the demo made. */
export const demoLearner = (login: Login): Omit<Learner, 'name'> => ({ login, password: passwordOf(login) });

/** A member with an account that no other journey knows: journeys run side by side. */
export async function newLearner(baseUrl: string): Promise<Learner> {
  const mark = Date.now().toString(36);
  const learner = { name: `学员${mark}`, login: `xueyuan-${mark}`, password: `xuexi-${mark}-1` };
  const admin = await signIn(baseUrl, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.searchOrganizations, { query: { q: '支部', limit: 1 } });
  const body = { organizationId: items[0]?.id ?? '', name: learner.name, kind: 'full_member' as const };
  const { id } = await admin.call(people.createPerson, { body });
  const { code } = await admin.call(accounts.issueActivationCode, { params: { personId: id } });
  await enter(baseUrl, code, learner.login, learner.password);
  return learner;
}

/** Signs a learner in through the portal's page, where the browser is now or at `/sign-in`. */
export async function signInToPortal(page: Page, learner: Pick<Learner, 'login' | 'password'>): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('账号或手机号').fill(learner.login);
  await page.getByLabel('密码', { exact: true }).fill(learner.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Signs a demo administrator in to the console and waits for the overview. */
export async function signInToConsole(page: Page, login: Login = 'admin'): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('登录名或手机号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(passwordOf(login));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // The navigation is a drawer on a phone, so the page itself is waited for.
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.locator('#main').waitFor();
}

/** Opens a page of the console: its group in the rail, then its link. */
export async function openPage(page: Page, group: string, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.getByRole('button', { name: group, exact: true }).click();
  await navigation.getByRole('link', { name, exact: true }).click();
}
