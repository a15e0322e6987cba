import { formatMultirange } from '@dangxiao/domain';
import { verifyLedger } from '../../tools/verify-ledger/verify.ts';
import { examWorld } from '../support/candidates.ts';
import { publishedCourse, type Query } from '../support/study.ts';
import type { FaultReport } from './report.ts';
import { WatchWriter, type Acknowledged } from './watch-writer.ts';

const WATCHERS = 8;
/** So short that lessons are completed, and hours awarded, all the time. */
const LESSON_MS = 800;
const LESSONS = 60;

/** Signed-in learners with a course of many short lessons. */
export async function openWatchers(query: Query, baseUrl: string): Promise<WatchWriter[]> {
  const world = await examWorld(query, { candidates: WATCHERS, questions: 1 });
  const [owner] = await query('select organization_id as id from course where id = $1', [world.courseId]);
  const lessons = Array.from({ length: LESSONS }, () => ({ durationMs: LESSON_MS }));
  const course = await publishedCourse(query, String(owner?.id), lessons);
  return world.candidates.map((person) => new WatchWriter(baseUrl, person, course));
}

/** Looks up acknowledged heartbeats, with what their answers promised. */
export async function compare(
  query: Query,
  personId: string,
  heartbeats: readonly Acknowledged[],
  report: FaultReport,
): Promise<void> {
  for (const heartbeat of heartbeats) {
    report.acknowledged += 1;
    if (await isStored(query, personId, heartbeat)) report.stored += 1;
    else report.lost += 1;
  }
}

async function isStored(query: Query, personId: string, heartbeat: Acknowledged): Promise<boolean> {
  const [row] = await query(
    `select exists (select from watch_heartbeat where person_id = $1 and lease_id = $2 and seq = $3) as heartbeat,
       exists (select from lesson_progress where person_id = $1 and lesson_id = $4 and coverage @> $5::int4multirange) as coverage,
       $6::numeric is null or exists (
         select from credit_entry where person_id = $1 and source_id = $4 and source_kind = 'lesson' and hours = $6::numeric) as award`,
    [
      personId,
      heartbeat.leaseId,
      heartbeat.seq,
      heartbeat.lessonId,
      formatMultirange(heartbeat.coverage),
      heartbeat.awarded,
    ],
  );
  return row?.heartbeat === true && row.coverage === true && row.award === true;
}

/** Each completed lesson is paid exactly once, nothing else is, and everything derives. */
export async function verify(query: Query, report: FaultReport): Promise<void> {
  const [paid] = await query(
    `select count(*) filter (where entries > 1)::int as doubled, count(*) filter (where entries <> 1)::int as wrong, count(*)::int as lessons
     from (select count(e.id) as entries from lesson_progress p
       left join credit_entry e on e.person_id = p.person_id and e.source_id = p.lesson_id
       where p.completed_at is not null group by p.person_id, p.lesson_id) l`,
  );
  report.doubled = Number(paid?.doubled);
  if (Number(paid?.wrong) > 0)
    report.broken.push(`${String(paid?.wrong)} of ${String(paid?.lessons)} completed lessons are not paid once`);
  if (Number(paid?.lessons) === 0) report.broken.push('No lesson was completed: the run proves nothing about awards');
  const sql = {
    query: async <Row>(text: string, params: readonly unknown[] = []) => (await query(text, [...params])) as Row[],
    one: async <Row>(text: string, params: readonly unknown[] = []) =>
      ((await query(text, [...params]))[0] as Row) ?? null,
    execute: async (text: string, params: readonly unknown[] = []) => (await query(text, [...params])).length,
  };
  const { wrong } = await verifyLedger(sql, null);
  if (wrong) report.broken.push(`${wrong.table}: ${wrong.row}: ${wrong.what}`);
}
