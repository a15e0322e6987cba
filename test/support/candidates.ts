import { createHash, randomBytes } from 'node:crypto';
import { yunnan2024Policy } from '@dangxiao/domain';
import { PRIVACY_NOTICE_VERSION } from '../../apps/api/src/http/privacy-notice.ts';
import { publishedCourse, type Query } from './study.ts';

/** A signed-in learner who may start the exam. */
export interface Candidate {
  personId: string;
  accountId: string;
  cookie: string;
}

export interface ExamWorld {
  examId: string;
  courseId: string;
  candidates: Candidate[];
}

export interface ExamWorldOptions {
  candidates: number;
  /** Questions in the bank, all of them on every paper; every right answer is A. */
  questions: number;
  minutes?: number;
  passPercent?: number;
}

/** A school with one exam and people who may sit it, written into an empty database: for runs against a server of its own. */
export async function examWorld(query: Query, options: ExamWorldOptions): Promise<ExamWorld> {
  const { candidates: many, questions, minutes = 300, passPercent = 1 } = options;
  const organizationId = await organization(query);
  await query(
    `insert into credit_policy (version, valid_from, name, body, created_at) values (1, '2024-01-01', 'test', $1, now())
     on conflict do nothing`,
    [JSON.stringify(yunnan2024Policy)],
  );
  const course = await publishedCourse(query, organizationId, [{ durationMs: 60_000, required: false }]);
  const versions: string[] = [];
  const ids: string[] = [];
  for (let index = 0; index < questions; index += 1) {
    const [row] = await query(
      `with q as (insert into question (organization_id, updated_at, created_at) values ($1, now(), now()) returning id)
       insert into question_version (question_id, number, kind, text, options, correct, explanation, created_at)
       select id, 1, 'single', $2, $3, '{A}', '', now() from q returning id, question_id`,
      [organizationId, `第 ${index + 1} 题`, JSON.stringify(['A', 'B', 'C', 'D'].map((key) => ({ key, text: key })))],
    );
    versions.push(String(row?.id));
    ids.push(String(row?.question_id));
  }
  const [exam] = await query(
    `with e as (insert into unit_exam (unit_id, title, question_ids, draw, shuffle_questions, shuffle_options, minutes, pass_percent, tries, reveal)
       values ($1, '测试', $2, $3, false, false, $4, $5, 20, 'after_hand_in') returning *)
     insert into exam_version (course_version_id, exam_id, unit_id, title, question_version_ids, draw, shuffle_questions, shuffle_options,
       minutes, pass_percent, tries, reveal)
     select $6, id, unit_id, title, $7, draw, shuffle_questions, shuffle_options, minutes, pass_percent, tries, reveal from e
     returning exam_id`,
    [course.unitId, ids, questions, minutes, passPercent, course.versionId, versions],
  );
  const people: Candidate[] = [];
  for (let index = 0; index < many; index += 1) people.push(await candidate(query, organizationId));
  return { examId: String(exam?.exam_id), courseId: course.id, candidates: people };
}

async function organization(query: Query): Promise<string> {
  const [row] = await query(
    `insert into organization (path, name, initials, code, kind, created_at)
     values ($1::text::ltree, '测试党校', '', $1, 'committee', now()) returning id`,
    [`o${randomBytes(8).toString('hex')}`],
  );
  return String(row?.id);
}

async function candidate(query: Query, organizationId: string): Promise<Candidate> {
  const token = randomBytes(32).toString('base64url');
  const [row] = await query(
    `with p as (insert into person (name, initials, current_organization_id, current_kind, created_at)
       values ('张三', 'zs', $1, 'full_member', now()) returning id),
     m as (insert into membership (person_id, organization_id, kind, valid_from, recorded_at)
       select id, $1, 'full_member', '2020-01-01', now() from p),
     a as (insert into account (person_id, login, consent_version, consented_at, created_at)
       select id, $2, $3, now(), now() from p returning id, person_id),
     s as (insert into session (account_id, token_hash, user_agent, address, created_at, last_seen_at, idle_expires_at, expires_at)
       select id, $4, '', '', now(), now(), now() + interval '1 day', now() + interval '1 day' from a)
     select id, person_id from a`,
    [
      organizationId,
      randomBytes(8).toString('hex'),
      PRIVACY_NOTICE_VERSION,
      createHash('sha256').update(token).digest(),
    ],
  );
  return { accountId: String(row?.id), personId: String(row?.person_id), cookie: `dx_session=${token}` };
}
