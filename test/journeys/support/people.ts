import type { Page } from '@playwright/test';
import { DEMO_ACCOUNTS } from '../../../apps/api/src/modules/accounts/demo-accounts.ts';

export type Login = 'wangjianguo' | 'lixiumei' | 'admin' | 'zhaohongxia';

export function passwordOf(login: Login): string {
  const account = DEMO_ACCOUNTS.find((each) => each.login === login);
  if (!account) throw new Error(`No demo account ${login}`);
  return account.password;
}

/** Signs a demo learner in through the portal's page, where the browser is now or at `/sign-in`. */
export async function signInToPortal(page: Page, login: Login): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('账号或手机号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(passwordOf(login));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Signs a demo administrator in to the console and waits for the overview. */
export async function signInToConsole(page: Page, login: Login = 'admin'): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('登录名或手机号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(passwordOf(login));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}
