/** `node load.ts PEOPLE`: fills the empty database of this environment with a province. Run by `prepare.ts`. */
import { accounts } from '@dangxiao/contracts';
import pg from 'pg';
import type * as AssignmentsModule from '../../apps/api/src/modules/assignments/index.ts';
import type * as SealModule from '../../apps/api/src/modules/audit/seal-job.ts';
import type * as ReportsModule from '../../apps/api/src/modules/reports/index.ts';
import { writeCourse } from '../demo/courses.ts';
import { activate, signIn } from '../demo/learners.ts';
import { openSchool } from '../demo/open-school.ts';
import { openProduct, product } from '../demo/product.ts';
import { appointed, chief } from './appointments.ts';
import { anchorDays } from './anchors.ts';
import { assignTraining } from './assigned.ts';
import { provinceCourses } from './content.ts';
import { Days } from './days.ts';
import { withoutIndexes } from '../support/definitions.ts';
import { makeWorld } from './make-world.ts';
import { EDITION, writeNote, type ProvinceNote } from './note.ts';
import { personOf } from './person.ts';
import type { Tree } from './places.ts';
import { writeRecords } from './records.ts';
import type { World } from './world.ts';

type Product = Awaited<ReturnType<typeof openProduct>>['app'];

const DAY = 86_400_000;
const YEARS = 2;
const people = Number(process.argv[2]);
/** The owner's: triggers stand still and indexes go while the large tables are filled. */
const url = process.env.DATABASE_OWNER_URL ?? '';
const until = Date.now();
const openedAt = until - YEARS * 365.25 * DAY - 12 * DAY;

const began = performance.now();
const say = (line: string) =>
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function found(): Promise<{ rootId: string; zone: string; dataDir: string; courses: string[] }> {
  const opened = await openProduct(openedAt);
  try {
    const { admin, rootId } = await openSchool(opened, {
      name: '南屏省网上党校',
      rootName: '中共南屏省委员会',
      rootCode: '1',
    });
    const courses: string[] = [];
    for (const course of provinceCourses)
      courses.push(await writeCourse(admin, rootId, course, () => Promise.reject(new Error('No lectures here'))));
    return { rootId, zone: opened.zone, dataDir: opened.dataDir, courses };
  } finally {
    await opened.app.close();
  }
}

/** What triggers would have left, and the rights of the counties' administrators. */
async function recountBulk(client: pg.Client, world: World, tree: Tree): Promise<void> {
  await client.query(`
    update organization o set member_count = n.members
    from (select current_organization_id as id, count(*)::int as members from person where deactivated_at is null group by 1) n
    where n.id = o.id and o.member_count <> n.members`);
  await client.query(
    `insert into role_grant (person_id, role, organization_id, granted_by, granted_at)
     select a.person_id, 'organization_administrator', g.organization_id, (select id from account where login = $2), $3
     from unnest($1::uuid[], $4::uuid[]) as g(account_id, organization_id) join account a on a.id = g.account_id`,
    [
      world.administrators.map(({ accountId }) => accountId),
      chief.login,
      new Date(world.openedAt + 2 * DAY),
      tree.counties,
    ],
  );
  await freshStatistics(client);
}

/** Statistics of the tables that changed since they had any. */
async function freshStatistics(client: pg.Client): Promise<void> {
  const changed = `select quote_ident(relname) as name from pg_stat_user_tables where schemaname = 'public' and n_mod_since_analyze > 0`;
  for (const { name } of (await client.query<{ name: string }>(changed)).rows) await client.query(`analyze ${name}`);
}

async function countStandings(app: Product): Promise<void> {
  const { Standings } = await product<typeof ReportsModule>('modules/reports/index.js');
  const owners = await Promise.all([connected(), connected()]);
  await withoutIndexes(owners, 'standing', () => app.get(Standings, { strict: false }).rebuild());
  for (const owner of owners) await owner.end();
  say('standings counted');
}

async function sealAuditLog(app: Product): Promise<void> {
  const { SealJob } = await product<typeof SealModule>('modules/audit/seal-job.js');
  await app.get(SealJob, { strict: false }).run();
  say('audit log sealed');
}

async function open(world: World, tree: Tree, founded: Awaited<ReturnType<typeof found>>): Promise<ProvinceNote> {
  const { rootId, courses } = founded;
  // Nobody moves in the last forty days, so that whoever belongs somewhere today did so then.
  const drafted = until - 39 * DAY;
  const opened = await openProduct(drafted);
  try {
    const { app, clock, baseUrl } = opened;
    const days = new Days(world.zone, world.openedAt, world.until);
    const admin = await signIn(baseUrl, chief.login, chief.password);
    const [first] = world.branches;
    const county = tree.counties[0] ?? rootId;
    const city = tree.places.find(({ id }) => id === county)?.parentId ?? rootId;
    const nodes = { root: rootId, city, county, branch: first?.id ?? rootId };
    const persons = new Map(appointed.map((one) => [one.key, personOf(world, days, one.number)]));
    for (const { key, login, password, role, at } of appointed) {
      const id = persons.get(key)?.id ?? '';
      await activate(admin, { id, name: '', branch: '' }, login, password);
      if (role !== 'learner')
        await admin.call(accounts.grantRole, { params: { personId: id }, body: { role, organizationId: nodes[at] } });
    }
    say('accounts');
    await assignTraining(admin, { rootId, counties: tree.counties, courses, now: drafted, until });
    const { TargetsWorker } = await product<typeof AssignmentsModule>('modules/assignments/index.js');
    await app.get(TargetsWorker, { strict: false }).catchUp();
    say('assigned training filled');
    clock.set(until);
    await Promise.all([countStandings(app), sealAuditLog(app)]);
    const named = (id: string) => ({
      id,
      name: tree.places.find((place) => place.id === id)?.name ?? '中共南屏省委员会',
    });
    const learner = persons.get('learner');
    return {
      edition: EDITION,
      people,
      madeAt: new Date(until).toISOString(),
      accounts: Object.fromEntries(
        [chief, ...appointed].map(({ key, login, password, name, what }) => [key, { login, password, name, what }]),
      ),
      places: {
        root: named(rootId),
        city: named(city),
        county: named(county),
        branch: named(nodes.branch),
        learner: { id: learner?.id ?? '', name: learner?.name ?? '' },
      },
    };
  } finally {
    await opened.app.close();
  }
}

const founded = await found();
say('school and courses');
const client = await connected();
const { world, tree } = await makeWorld(client, { ...founded, openedAt, until, people });
say(`${tree.places.length + 1} organizations`);
const { counts, check } = await writeRecords(url, world, say);
await recountBulk(client, world, tree);
/** One core checks and signs what is written, the other has the product do the rest. */
const proofs = async () => {
  await check();
  say('references checked');
  const anchors = await anchorDays(client, { zone: world.zone, dataDir: founded.dataDir, from: openedAt, until });
  say(`${anchors} days anchored`);
};
const [note] = await Promise.all([open(world, tree, founded), proofs()]);
await freshStatistics(client);
await client.query('checkpoint');
await client.end();
for (const [table, rows] of counts)
  console.log(`        ${table.padEnd(18)} ${rows.toLocaleString('en').padStart(12)}`);
writeNote(founded.dataDir, note);
say('done');
process.exit(0);
