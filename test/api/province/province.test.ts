import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { assemblePaper, type PoolQuestion } from '@dangxiao/domain';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../../../tools/embedded/postgres.ts';
import { prepareProvince } from '../../../tools/province/prepare.ts';
import { sqlOf } from '../../../tools/verify-ledger/connection.ts';
import { schoolKey } from '../../../tools/verify-ledger/keys.ts';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { testDatabase } from '../../support/test-database.ts';

// a build, a database of its own, and a province in it
jest.setTimeout(600_000);

const PEOPLE = 300;
const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-province-'));
const dataDir = path.join(folder, 'province');
let server: Embedded;
let client: pg.Client;

beforeAll(async () => {
  await prepareProvince({ dataDir, people: PEOPLE, say: () => undefined });
  server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
  client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;

test('chains, claims, balances and the anchors of every day are as derived anew', async () => {
  const report = await verifyLedger(sqlOf(client), schoolKey(dataDir, 'anchors'));
  expect(report.wrong).toBeNull();
  expect(report.people).toBe(PEOPLE);
  expect(report.anchors).toBeGreaterThan(700);
  // what a hundred thousand people shall have: five million entries, three million lessons, half a million attempts
  expect(report.entries).toBeGreaterThanOrEqual(50 * PEOPLE);
  const [counted] = await rows<{ lessons: number; attempts: number }>(
    'select (select count(*)::int from lesson_progress) as lessons, (select count(*)::int from attempt) as attempts',
  );
  expect(counted?.lessons).toBeGreaterThanOrEqual(30 * PEOPLE);
  expect(counted?.attempts).toBeGreaterThanOrEqual(5 * PEOPLE);
});

/** Statements that find rows which the product would not have left; each finds none. */
const never: Record<string, string> = {
  'a member count that differs from the people': `
    select o.id from organization o where member_count <> (
      select count(*) from person p where p.current_organization_id = o.id and p.deactivated_at is null)`,
  'a person whose caches differ from the membership of today': `
    select p.id from person p left join membership m on m.person_id = p.id and m.superseded_at is null and m.valid_to is null
    where (m.organization_id, m.kind, m.position) is distinct from (p.current_organization_id, p.current_kind, p.current_position)`,
  'a path that is not below the parent': `
    select o.id from organization o join organization p on p.id = o.parent_id
    where o.path <> p.path || replace(o.id::text, '-', '')::ltree`,
  'coverage that the heartbeats do not come to': `
    select p.person_id from lesson_progress p where p.coverage <> (
      select range_agg(b.accepted) from playback_lease l join watch_heartbeat b on b.person_id = l.person_id and b.lease_id = l.id
      where l.person_id = p.person_id and l.lesson_id = p.lesson_id)`,
  'a lease that was given more than the clock allows': `
    select id from playback_lease where played_ms > extract(epoch from ended_at - started_at) * 1000 * max_rate / 100`,
  'two leases of a person at a time': `
    select a.id from playback_lease a join playback_lease b on b.person_id = a.person_id and b.id <> a.id
    where tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at)`,
  'a completed lesson without its hours': `
    select p.person_id from lesson_progress p where p.completed_at is not null and not exists (
      select from credit_claim c where c.person_id = p.person_id and c.source_kind = 'lesson' and c.source_id = p.lesson_id)`,
  'an attempt whose marks differ from its answers': `
    select s.id from attempt s where s.correct <> (
      select count(*) from attempt_slot x join question_version q on q.id = x.question_version_id
        join answer a on a.attempt_id = s.id and a.slot = x.slot where x.attempt_id = s.id and a.choice = q.correct)`,
  'an attempt that began before its lessons were completed': `
    select s.id from attempt s join exam_version e on e.id = s.exam_version_id
      join lesson_version l on l.course_version_id = e.course_version_id and l.unit_id = e.unit_id
      left join lesson_progress p on p.person_id = s.person_id and p.lesson_id = l.lesson_id and p.completed_at <= s.started_at
    where p.person_id is null`,
  'a passed exam without its hours, or hours of one that was not passed': `
    select s.person_id, s.exam_id from attempt s group by 1, 2 having bool_or(s.passed) <> exists (
      select from credit_claim c where c.person_id = s.person_id and c.source_kind = 'exam' and c.source_id = s.exam_id)`,
  'an entry under an organization that was not the person’s on that day': `
    select e.id from credit_entry e where e.source_kind <> 'reversal' and not exists (
      select from membership m where m.person_id = e.person_id and m.superseded_at is null and m.organization_id = e.organization_id
        and (e.effective_at at time zone 'Asia/Shanghai')::date >= m.valid_from
        and (m.valid_to is null or (e.effective_at at time zone 'Asia/Shanghai')::date < m.valid_to))`,
  'an assignment to everybody that not everybody has': `
    select a.id from assignment a where a.title = '全省党员冬训' and (
      select count(*) from assignment_target t where t.assignment_id = a.id and t.released_at is null) <> (select count(*) from person)`,
  'a target that is finished without the course, or the other way round': `
    select t.person_id from assignment_target t join assignment_item i on i.assignment_id = t.assignment_id
      join course c on c.id = i.course_id join exam_version e on e.course_version_id = c.published_version_id
    where (select count(*) from assignment_item o where o.assignment_id = t.assignment_id) = 1 and t.released_at is null
      and (t.finished_at is not null) <> exists (
        select from attempt s where s.person_id = t.person_id and s.exam_id = e.exam_id and s.passed)`,
  'people who wait to be counted': 'select id from standing_dirty',
};

describe('there is never', () => {
  test.each(Object.keys(never))('%s', async (what) => {
    expect(await rows(never[what] ?? '')).toEqual([]);
  });
});

test('papers are what their seeds give', async () => {
  const attempts = await rows<{
    seed: string;
    draw: number;
    shuffleQuestions: boolean;
    shuffleOptions: boolean;
    questions: PoolQuestion[];
    slots: { slot: number; questionVersionId: string; optionOrder: string[] }[];
  }>(`
    select s.seed, e.draw, e.shuffle_questions as "shuffleQuestions", e.shuffle_options as "shuffleOptions",
      (select json_agg(json_build_object('id', q.question_id, 'versionId', q.id, 'kind', q.kind,
        'optionIds', jsonb_path_query_array(q.options, '$[*].key')) order by asked.place)
       from unnest(e.question_version_ids) with ordinality asked (id, place) join question_version q on q.id = asked.id) as questions,
      (select json_agg(json_build_object('slot', x.slot, 'questionVersionId', x.question_version_id, 'optionOrder', x.option_order)
        order by x.slot) from attempt_slot x where x.attempt_id = s.id) as slots
    from attempt s join exam_version e on e.id = s.exam_version_id order by s.id limit 200`);
  for (const { slots, ...rules } of attempts) expect(assemblePaper(rules)).toEqual({ ok: true, slots });
});

test('keys, references, indexes and triggers are those of the migrations', async () => {
  const schema = `
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as line
    from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger t
      join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not tgisinternal
    order by 1`;
  const fresh = await testDatabase();
  const template = new pg.Client({ connectionString: fresh.ownerUrl });
  await template.connect();
  const wanted = (await template.query<{ line: string }>(schema)).rows;
  await template.end();
  await fresh.drop();
  expect(await rows<{ line: string }>(schema)).toEqual(wanted);
});

test('what is there is used again, and a folder with something else is left alone', async () => {
  await prepareProvince({ dataDir, people: PEOPLE, say: () => undefined });
  await expect(prepareProvince({ dataDir: folder, people: PEOPLE, say: () => undefined })).rejects.toThrow(
    'holds something else',
  );
});
