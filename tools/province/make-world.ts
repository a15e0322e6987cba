import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConversionPolicy } from '@dangxiao/domain';
import type pg from 'pg';
import { PRIVACY_NOTICE_VERSION } from '../../apps/api/src/http/privacy-notice.ts';
import { textInitials } from '../../apps/api/src/modules/people/pinyin.ts';
import { Random } from '../demo/random.ts';
import { appointed } from './appointments.ts';
import { Days } from './days.ts';
import { eventsOf, keepSheet } from './events.ts';
import { uuidAt } from './ids.ts';
import { personOf } from './person.ts';
import { plantProvince, type Tree } from './places.ts';
import type { World, WorldAdministrator, WorldCourse } from './world.ts';

export interface Founded {
  rootId: string;
  zone: string;
  openedAt: number;
  until: number;
  people: number;
  dataDir: string;
}

const AUDIT_MONTHS = 6;

/** Plants the organizations and works out everything that the rows of people are made from. */
export async function makeWorld(client: pg.Client, founded: Founded): Promise<{ world: World; tree: Tree }> {
  const { rootId, zone, openedAt, until, people, dataDir } = founded;
  const days = new Days(zone, openedAt, until);
  const root = await client.query<{ id: string; path: string }>(
    'select id, path::text from organization where id = $1',
    [rootId],
  );
  const tree = plantProvince(root.rows[0] ?? { id: rootId, path: '' }, people, openedAt);
  await writePlaces(client, tree, days.nameAt(openedAt), openedAt);
  const [policy] = (
    await client.query<{ version: number; body: ConversionPolicy }>('select version, body from credit_policy')
  ).rows;
  if (!policy) throw new Error('The school has no conversion policy');
  const auditFrom = new Date(until);
  auditFrom.setUTCMonth(auditFrom.getUTCMonth() - AUDIT_MONTHS);
  const world: World = {
    seed: 20_240_701,
    zone,
    openedAt,
    until,
    auditFrom: auditFrom.getTime(),
    secret: readFileSync(path.join(dataDir, 'secret'), 'utf8'),
    policy: { ...policy.body, version: policy.version },
    consentVersion: PRIVACY_NOTICE_VERSION,
    people,
    branches: tree.branches,
    courses: await readCourses(client),
    events: [],
    administrators: [],
    known: Object.fromEntries(appointed.map(({ number, name, login }) => [number, { name, login }])),
  };
  world.administrators = tree.counties.map((_, county) => administratorOf(world, days, county));
  world.events = await makeEvents(client, world, tree, days, dataDir);
  return { world, tree };
}

/** The secretary of the county's last office. */
function administratorOf(world: World, days: Days, county: number): WorldAdministrator {
  const branch = world.branches.findLast((one) => one.county === county && one.size > 0);
  const { accountId, name, number } = personOf(world, days, branch?.first ?? 0);
  return { accountId, name, person: number };
}

async function makeEvents(client: pg.Client, world: World, tree: Tree, days: Days, dataDir: string) {
  const random = new Random(90_210);
  const sheets = new Map<string, string>();
  const rows: object[] = [];
  const sheetOf = (county: number, year: number, half: number): string => {
    const key = `${county} ${year} ${half}`;
    const known = sheets.get(key);
    if (known) return known;
    const at = Date.UTC(year, half === 1 ? 5 : 11, 20);
    const id = uuidAt(Math.min(at, world.until), random);
    const { bytes, content } = keepSheet(dataDir, id);
    const name = `签到表汇总${year}年${half === 1 ? '上' : '下'}半年.png`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const by = world.administrators[county]?.accountId;
    rows.push({
      id,
      organization_id: tree.counties[county],
      name,
      bytes,
      sha256,
      storage_key: `files/${id}`,
      created_by: by,
    });
    sheets.set(key, id);
    return id;
  };
  const events = eventsOf(days, world.openedAt, world.until, tree.counties.length, sheetOf);
  // Their accounts are written with the people.
  await client.query('begin; set local session_replication_role = replica');
  await client.query(
    `insert into stored_file (id, purpose, organization_id, name, type, bytes, sha256, storage_key, created_by, created_at)
     select id, 'evidence', organization_id, name, 'image/png', bytes, sha256, storage_key, created_by, $2
     from jsonb_to_recordset($1::jsonb) as r(id uuid, organization_id uuid, name text, bytes int, sha256 text, storage_key text, created_by uuid)`,
    [JSON.stringify(rows), new Date(world.openedAt + 86_400_000)],
  );
  await client.query('commit');
  return events;
}

async function writePlaces(
  client: pg.Client,
  { places, employers }: Tree,
  from: string,
  openedAt: number,
): Promise<void> {
  await client.query(
    `insert into employer (id, parent_id, name, initials, code, created_at)
     select id, "parentId", name, initials, code, $2
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "parentId" uuid, name text, initials text, code text)`,
    [
      JSON.stringify(employers.map((employer) => ({ ...employer, initials: textInitials(employer.name) }))),
      new Date(openedAt),
    ],
  );
  const rows = places.map((place) => ({ ...place, initials: textInitials(place.name) }));
  await client.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "parentId" uuid, path text, name text, initials text, code text, kind text, "employerId" uuid)),
     node as (
       insert into organization (id, parent_id, path, name, initials, code, kind, employer_id, created_at)
       select id, "parentId", path::ltree, name, initials, code, kind, "employerId", $2 from given)
     insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, recorded_at)
     select id, "parentId", name, code, kind, $3, $2 from given`,
    [JSON.stringify(rows), new Date(openedAt), from],
  );
}

/** The published courses that have an exam and only articles: what can be taken in two heartbeats a lesson. */
async function readCourses(client: pg.Client): Promise<WorldCourse[]> {
  const found = await client.query<WorldCourse>(`
    select c.id,
      (select json_agg(json_build_object('id', l.lesson_id, 'versionId', l.id, 'durationMs', l.duration_ms) order by l.unit_ordinal, l.ordinal)
       from lesson_version l where l.course_version_id = c.published_version_id) as lessons,
      json_build_object('id', e.exam_id, 'versionId', e.id, 'draw', e.draw, 'shuffleQuestions', e.shuffle_questions,
        'shuffleOptions', e.shuffle_options, 'minutes', e.minutes, 'passPercent', e.pass_percent, 'tries', e.tries, 'questions', (
          select json_agg(json_build_object('id', q.question_id, 'versionId', q.id, 'kind', q.kind, 'correct', q.correct,
            'optionIds', jsonb_path_query_array(q.options, '$[*].key')) order by asked.place)
          from unnest(e.question_version_ids) with ordinality asked (id, place) join question_version q on q.id = asked.id)) as exam
    from course c join exam_version e on e.course_version_id = c.published_version_id
    where not exists (select from lesson_version l where l.course_version_id = c.published_version_id and l.kind <> 'article')
    order by c.created_at, c.id`);
  return found.rows;
}
