import { accounts } from '@dangxiao/contracts';
import { HttpClient } from '../support/http-client.ts';
import type { DemoPerson } from './people.ts';

/** Gives a person an account the way people get one: a code from the administrator, typed in once. Signed in, consent given. */
export async function activate(
  admin: HttpClient,
  person: DemoPerson,
  login: string,
  password: string,
): Promise<HttpClient> {
  const { code } = await admin.call(accounts.issueActivationCode, { params: { personId: person.id } });
  return enter(admin.baseUrl, code, login, password);
}

/** Uses a one-time code up. */
export async function enter(baseUrl: string, code: string, login: string, password: string): Promise<HttpClient> {
  const client = new HttpClient(baseUrl);
  await client.call(accounts.activate, { body: { code, login, password } });
  await consent(client);
  return client;
}

export async function signIn(baseUrl: string, login: string, password: string): Promise<HttpClient> {
  const client = new HttpClient(baseUrl);
  await client.call(accounts.signIn, { body: { login, password } });
  return client;
}

async function consent(client: HttpClient): Promise<void> {
  const { version } = await client.call(accounts.privacyNotice);
  await client.call(accounts.giveConsent, { body: { version } });
}
