import { accounts, credits, media } from '@dangxiao/contracts';
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

/** Recognises hours of a class that was held elsewhere, with its evidence. */
export async function recognise(
  admin: HttpClient,
  person: DemoPerson,
  organizationId: string,
  what: { hours: string; date: string; title: string; evidence: Uint8Array },
): Promise<void> {
  const uploadId = await admin.upload('签到表.png', what.evidence);
  const file = await admin.call(media.createFile, { body: { uploadId, purpose: 'evidence', organizationId } });
  await admin.call(credits.recognise, {
    params: { personId: person.id },
    body: {
      requestId: crypto.randomUUID(),
      counter: 'centralised',
      hours: what.hours,
      date: what.date,
      title: what.title,
      reason: `${what.title}已结班,签到表齐全`,
      fileIds: [file.id],
    },
  });
}
