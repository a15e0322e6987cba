import { setTimeout as sleep } from 'node:timers/promises';
import { examWorld, type Candidate } from '../support/candidates.ts';
import { textOf, type SmtpProgram } from '../support/smtp.ts';
import type { Query } from '../support/study.ts';

/** Learners of one organization who confirmed an e-mail address: each link was in an email that the mail server took. */
export async function openReaders(query: Query, baseUrl: string, smtp: SmtpProgram, many: number) {
  const { candidates, courseId } = await examWorld(query, { candidates: many, questions: 1 });
  const [owner] = await query('select organization_id as id from course where id = $1', [courseId]);
  const organizationId = String(owner?.id);
  await query(`insert into school (name, root_organization_id, created_at) values ('测试党校', $1, now())`, [
    organizationId,
  ]);
  await query(
    `insert into organization_setting (organization_id, settings, updated_at) values ($1, '{"quietHours": null}', now())`,
    [organizationId],
  );
  for (const [index, person] of candidates.entries())
    await send(baseUrl, 'PUT', '/me/email', { email: `reader${index}@example.org` }, person);
  for (const until = Date.now() + 120_000; smtp.emails().length < many; await sleep(100))
    if (Date.now() > until) throw new Error('The links of confirmation were not sent');
  for (const { raw } of smtp.emails()) {
    const token = /confirm-email\/([\w.-]+)/.exec(textOf(raw))?.[1];
    await send(baseUrl, 'POST', '/email-confirmations', { token });
  }
  return { organizationId, personIds: candidates.map(({ personId }) => personId) };
}

async function send(baseUrl: string, method: string, path: string, body: object, as?: Candidate): Promise<void> {
  const answer = await fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: { origin: baseUrl, 'content-type': 'application/json', ...(as ? { cookie: as.cookie } : {}) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
}

/** Trainings that came due a minute ago, each of all these people. @returns their ids */
export async function comeDue(
  query: Query,
  round: number,
  many: number,
  { organizationId, personIds }: { organizationId: string; personIds: readonly string[] },
): Promise<string[]> {
  const rows = await query(
    `with made as (
       insert into assignment (organization_id, title, state, mode, required, opens_at, opened_at, due_at, rules, version, created_at, updated_at)
       select $1, '第 ' || $2::int || ' 轮第 ' || n || ' 项', 'published', 'snapshot', false, now() - interval '2 days', now() - interval '2 days',
         now() - interval '1 minute', '{"include": [], "exclude": [], "excludeExempt": false}', 1, now(), now()
       from generate_series(1, $3::int) n returning id
     ), targets as (
       insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons)
       select p.id, made.id, $1, now() - interval '2 days', now() - interval '2 days', 1, '{0}' from made cross join unnest($4::uuid[]) p (id)
     ) select id from made`,
    [organizationId, round, many, personIds],
  );
  return rows.map(({ id }) => String(id));
}
