import { accounts, assignments, audit, catalog, credits, people } from '@dangxiao/contracts';
import { HttpClient } from '../../../tools/support/http-client.ts';
import { measurePage, type Ask, type PageGoal } from './measure.ts';
import type { Benched, Province, ProvinceBench, Row, Who } from './types.ts';

/** A page of the whole school need not stay as quick when the school grows; a page of a part of it shall. */
const whole = (p95Ms: number): PageGoal => ({ p95Ms, growth: null });
const scoped = (p95Ms: number): PageGoal => ({ p95Ms, growth: 1.5 });

const byName = ['教育局', '卫生院', '机关党支部', '第二党支部', '街道党工委'];
const byInitials = ['jyj', 'wsy', 'jgdzb', 'dedzb', 'jddgw'];
const surnames = ['王', '李秀', '张', '刘建国', '陈'];

const at = <Item>(list: readonly Item[], turn: number): Item => list[turn % list.length] as Item;

/** Lists and pages of the console and the portal. */
export const pages: ProvinceBench = async function* (benched) {
  const sessions = await openSessions(benched);
  const as = (who: Who, ask: (client: HttpClient, province: Province, turn: number) => Promise<unknown>): Ask => {
    return (province, turn) => ask(sessions(province, who), province, turn);
  };
  const codes = new Map<Province, string[]>();
  for (const province of [benched.big, benched.small]) codes.set(province, await someCodes(province));

  const asked: [string, PageGoal, Ask][] = [
    [
      'organizations: tree opens at the root',
      whole(100),
      as('admin', (client) => client.call(people.listOrganizations)),
    ],
    [
      'organizations: a county opens',
      scoped(100),
      as('admin', (client, { county }) => client.call(people.listOrganizations, { query: { parentId: county.id } })),
    ],
    [
      'organizations: found by name',
      whole(100),
      as(
        'admin',
        search((_, turn) => at(byName, turn)),
      ),
    ],
    [
      'organizations: found by initials',
      whole(100),
      as(
        'admin',
        search((_, turn) => at(byInitials, turn)),
      ),
    ],
    [
      'organizations: found by code',
      whole(100),
      as(
        'admin',
        search((province, turn) => at(codes.get(province) ?? [], turn)),
      ),
    ],
    [
      'people: whole school',
      whole(300),
      as('admin', (client) => client.call(people.listPeople, { query: { subtree: 'true' } })),
    ],
    [
      'people: a county',
      scoped(300),
      as(
        'county',
        listPeople(() => undefined),
      ),
    ],
    [
      'people: a county, by name',
      scoped(300),
      as(
        'county',
        listPeople((turn) => at(surnames, turn)),
      ),
    ],
    [
      'people: whole school, by name',
      whole(300),
      as('admin', (client, _, turn) =>
        client.call(people.listPeople, { query: { subtree: 'true', q: at(surnames, turn) } }),
      ),
    ],
    [
      'people: a branch',
      scoped(300),
      as('branch', (client, { branch }) => client.call(people.listPeople, { query: { organizationId: branch.id } })),
    ],
    [
      "a learner's record",
      scoped(300),
      as('county', (client, { learner }) => client.call(credits.getRecord, { params: { personId: learner.id } })),
    ],
    ['assignments: list', whole(300), as('admin', (client) => client.call(assignments.listAssignments))],
    ['assignments: list of a county', scoped(300), as('county', (client) => client.call(assignments.listAssignments))],
    ['assignments: targets of the largest', whole(300), as('admin', targets())],
    ['audit: whole school', whole(300), as('admin', (client) => client.call(audit.listEvents))],
    ['audit: a county', scoped(300), as('county', (client) => client.call(audit.listEvents))],
    ['my training', scoped(100), as('learner', (client) => client.call(assignments.myTraining))],
    ['my courses', scoped(100), as('learner', (client) => client.call(catalog.listMyCourses))],
    ['my hours', scoped(100), as('learner', (client) => client.call(credits.myHours))],
    ['courses: find', scoped(100), as('learner', (client) => client.call(catalog.findCourses))],
  ];
  for (const [name, goal, ask] of asked) yield await measurePage(name, benched, ask, goal);
  yield await signIns(benched);
};

const search =
  (text: (province: Province, turn: number) => string) => (client: HttpClient, province: Province, turn: number) =>
    client.call(people.searchOrganizations, { query: { q: text(province, turn) } });

const listPeople =
  (text: (turn: number) => string | undefined) =>
  (client: HttpClient, { county }: Province, turn: number) =>
    client.call(people.listPeople, { query: { organizationId: county.id, subtree: 'true', q: text(turn) } });

/** Of the assignment with the most people. */
function targets() {
  const largest = new Map<Province, string>();
  return async (client: HttpClient, province: Province) => {
    let assignmentId = largest.get(province);
    if (!assignmentId) {
      const [row] = await province.query<{ id: string }>(
        'select assignment_id as id from assignment_target where released_at is null group by 1 order by count(*) desc limit 1',
      );
      assignmentId = row?.id ?? '';
      largest.set(province, assignmentId);
    }
    return client.call(assignments.listTargets, { params: { assignmentId } });
  };
}

async function someCodes(province: Province): Promise<string[]> {
  const rows = await province.query<{ code: string }>('select code from organization order by md5(code) limit 20');
  return rows.map(({ code }) => code);
}

/** A session of everybody in both provinces, opened once. */
async function openSessions({ big, small }: Benched) {
  const open = new Map<string, HttpClient>();
  const key = (province: Province, who: Who) => `${province.people} ${who}`;
  for (const province of [small, big])
    for (const who of ['admin', 'county', 'branch', 'learner'] as const)
      open.set(key(province, who), await province.signIn(who));
  return (province: Province, who: Who): HttpClient => {
    const client = open.get(key(province, who));
    if (!client) throw new Error(`Nobody is signed in as ${who}`);
    return client;
  };
}

/** A password's hash is most of it: of its time only the growth is asked. */
async function signIns(benched: Benched): Promise<Row> {
  const ask: Ask = async (province) => {
    const client = await province.signIn('learner');
    await client.call(accounts.signOut);
  };
  return measurePage('sign-in and sign-out', benched, ask, { p95Ms: 1000, growth: 1.5 }, 10);
}
