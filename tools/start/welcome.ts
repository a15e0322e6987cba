import { table } from './console.ts';
import type { Settings } from './settings.ts';

/** Says where everything is, who can sign in, and how to stop. */
export async function welcome(settings: Settings, webServers: string[][] = []): Promise<void> {
  const address = `http://localhost:${settings.port}`;
  const places = [
    ['Portal 学员端', `${address}/`],
    ['Admin 管理端', `${address}/admin/`],
    ['API docs', `${address}/api/docs`],
    ...webServers,
  ];
  console.log(`\n${table(places)}\n`);
  const accounts = settings.demo ? await demoAccounts(address) : [];
  if (accounts.length > 0) {
    const rows = accounts.map(({ login, password, name, role, app }) => [
      login,
      password,
      name,
      `${role.replace('_', ' ')}, ${app}`,
    ]);
    console.log(`  Demo accounts 演示账号\n${table(rows)}\n`);
  }
  if (!settings.demo) console.log('  The first administrator of a new school: npm run admin -- create LOGIN\n');
  console.log('  Ctrl-C stops everything; data stay in the data folder.');
}

interface DemoAccount {
  login: string;
  password: string;
  name: string;
  role: string;
  app: string;
}

/** As the sign-in page asks for them: only a demo school names any. */
async function demoAccounts(address: string): Promise<DemoAccount[]> {
  const answer = await fetch(`${address}/api/v1/school`);
  return answer.ok ? ((await answer.json()) as { demoAccounts: DemoAccount[] }).demoAccounts : [];
}
