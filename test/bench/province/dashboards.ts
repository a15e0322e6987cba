import { reports } from '@dangxiao/contracts';
import type { HttpClient } from '../../../tools/support/http-client.ts';
import { measurePage, type PageGoal } from './measure.ts';
import type { Place, Province, ProvinceBench } from './types.ts';

const GOAL_MS = 300;
/** Today and days of the two years before, by turns: no day may be dearer than another. */
const daysAgo = [null, 1, 30, 100, 200, 365, 500, 650];
const DAY = 86_400_000;

type Ask = (client: HttpClient, place: Place, day: { asOf?: string }, province: Province) => Promise<unknown>;
const asked: [string, Ask][] = [
  ['overview', (client, { id }, query) => client.call(reports.overview, { params: { organizationId: id }, query })],
  [
    'training of all assignments',
    (client, { id }, query) => client.call(reports.listTraining, { params: { organizationId: id }, query }),
  ],
  [
    'one assignment by child organization',
    async (client, { id }, query, province) => {
      const params = { organizationId: id, assignmentId: await largest(province, id) };
      return client.call(reports.getTraining, { params, query });
    },
  ],
  [
    'who is overdue in an assignment',
    async (client, { id }, query, province) => {
      const params = { organizationId: id, assignmentId: await largest(province, id) };
      return client.call(reports.listTrained, { params, query: { ...query, state: 'overdue' } });
    },
  ],
  [
    'who has finished an assignment',
    async (client, { id }, query, province) => {
      const params = { organizationId: id, assignmentId: await largest(province, id) };
      return client.call(reports.listTrained, { params, query: { ...query, state: 'finished' } });
    },
  ],
  [
    'who is furthest behind',
    (client, { id }, query) =>
      client.call(reports.listStandings, { params: { organizationId: id }, query: { ...query, state: 'behind' } }),
  ],
  [
    'people by name',
    (client, { id }, query) =>
      client.call(reports.listStandings, { params: { organizationId: id }, query: { ...query, sort: 'name' } }),
  ],
];

/** Dashboards of the whole province, of a city, of a county and of a branch, as of today and as of past days. */
export const dashboards: ProvinceBench = async function* (benched) {
  const clients = new Map<Province, HttpClient>();
  for (const province of [benched.small, benched.big]) clients.set(province, await province.signIn('admin'));
  const levels = ['root', 'city', 'county', 'branch'] as const;
  for (const level of levels) {
    // A city has ten times the people of the small province's city: like the root it may be dearer, within the goal.
    const goal: PageGoal = { p95Ms: GOAL_MS, growth: level === 'root' || level === 'city' ? null : 1.5 };
    for (const [name, ask] of asked) {
      yield await measurePage(
        `dashboards: ${name}, ${level}`,
        benched,
        (province, turn) => {
          const client = clients.get(province);
          if (!client) throw new Error('Nobody is signed in');
          const ago = daysAgo[turn % daysAgo.length];
          const day = ago ? { asOf: new Date(Date.now() - ago * DAY).toISOString().slice(0, 10) } : {};
          return ask(client, province[level], day, province);
        },
        goal,
      );
    }
  }
};

const found = new Map<string, Promise<string>>();

/** The assignment with the most people below an organization. */
function largest(province: Province, organizationId: string): Promise<string> {
  const key = `${province.people} ${organizationId}`;
  let id = found.get(key);
  if (!id) {
    id = province
      .query<{ id: string }>(
        'select assignment_id as id from training_sum where organization_id = $1 order by assigned desc limit 1',
        [organizationId],
      )
      .then(([row]) => row?.id ?? '');
    found.set(key, id);
  }
  return id;
}
