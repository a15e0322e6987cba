import { dayIn } from '@dangxiao/domain';
import fc from 'fast-check';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { forget } from '../../../apps/api/src/modules/reports/forget.ts';
import { figuresOf } from '../../../apps/api/src/modules/reports/figures.queries.ts';
import { Standings } from '../../../apps/api/src/modules/reports/index.ts';
import { listStandings } from '../../../apps/api/src/modules/reports/people.queries.ts';
import {
  countTrainedPeople,
  listTrainedPeople,
  MANY,
  MOST,
} from '../../../apps/api/src/modules/reports/people-trained.queries.ts';
import { recountHalfTree, recountPeople } from '../../../apps/api/src/modules/reports/steps.ts';
import { listTrained } from '../../../apps/api/src/modules/reports/trained.queries.ts';
import type { School } from '../../support/factories.ts';
import { publishedCourse, type StudyCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { History, step } from './history.ts';
import { readRows, recount } from './recount.ts';

const DAY = 86_400_000;

describe('figures of any day', () => {
  let t: TestApp;
  let school: School;
  let course: StudyCourse;
  beforeAll(async () => {
    t = await testApp();
    t.clock.set('2025-12-18T03:00:00.000Z');
    school = await t.make.school();
    course = await publishedCourse(t.asOwner, school.root.id, [{ durationMs: 60_000 }]);
  });
  afterAll(() => t.close());

  /** Every organization on every day since `from`, against a naive recount. */
  const compare = async (history: History, from: Date) => {
    const rows = await readRows(t);
    const now = t.clock.now();
    const page = { after: null, limit: 1_000 };
    for (let at = from.getTime() - 12 * DAY; at <= now.getTime() + DAY; at += DAY) {
      const day = dayIn('Asia/Shanghai', new Date(at));
      const ends = new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY);
      const until = ends < now ? ends : now;
      for (const { id } of history.nodes) {
        const sight = { id, day, ends, until, granted: [] };
        const { training, cents, ...people } = recount(rows, id, day, until);
        const figures = await figuresOf(t.pg, sight);
        const perHead = people.owing === 0 ? 0 : Math.round(cents / people.owing) / 100;
        expect({ day, ...figures }).toMatchObject({
          day,
          ...people,
          attainmentRate: (people.owing === 0 ? 0 : people.attained / people.owing).toFixed(4),
        });
        expect(Math.abs(Number(figures.hoursPerHead) - perHead)).toBeLessThan(0.011);
        const trained = await listTrained(t.pg, sight, page);
        const shown = trained.map(({ assignmentId, assigned, started, finished, overdue }) => [
          assignmentId,
          { assigned, started, finished, overdue },
        ]);
        expect({ day, training: Object.fromEntries(shown) }).toEqual({ day, training: Object.fromEntries(training) });
        if (id !== history.nodes[0]?.id) continue;
        const behind = await listStandings(t.pg, sight, { state: 'behind', sort: 'missing' }, page);
        expect(behind).toHaveLength(people.owing - people.attained);
        const all = await listStandings(
          t.pg,
          { ...sight, id: school.root.id },
          { state: 'behind', sort: 'missing' },
          page,
        );
        const mine = new Set(behind.map(({ personId }) => personId));
        expect(all.filter(({ personId }) => mine.has(personId))).toEqual(behind);
        for (const { assignmentId, deadline, ...row } of trained) {
          const late = deadline !== null && deadline < until;
          for (const state of [undefined, 'not_started', 'under_way', 'finished', 'overdue'] as const) {
            const total = countTrainedPeople(row, late, state);
            const filter = { assignmentId, deadline, state, total, assigned: row.assigned };
            const list = await listTrainedPeople(t.pg, sight, filter, page);
            expect({ day, state, n: list.length }).toEqual({ day, state, n: total });
            for (const otherwise of [{ total: MANY + 1 }, { total: 1, assigned: MOST + 1 }])
              expect(await listTrainedPeople(t.pg, sight, { ...filter, ...otherwise }, page)).toEqual(list);
          }
        }
      }
    }
  };

  /** Somebody began to derive everything again and was killed among the people, or when half of the tree was counted. */
  const cutOff = async (among: 'people' | 'tree') => {
    const uow = t.get(UnitOfWork);
    await uow.run((tx) => forget(tx, 'Asia/Shanghai'));
    await uow.run((tx) => recountPeople(tx, 'Asia/Shanghai', among === 'people' ? 3 : 1_000));
    if (among === 'tree') await uow.run((tx) => recountHalfTree(tx, 'Asia/Shanghai', 1));
  };

  it('are true to the rows, after any history, however it was counted', async () => {
    const standings = t.get(Standings);
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 45 }),
        fc.constantFrom('counted', 'anew', 'people', 'tree'),
        async (steps, how) => {
          const from = t.clock.now();
          const history = await History.start(t, school, course, () => standings.catchUp());
          for (const one of steps) await history.apply(one);
          // A new policy concerns everybody, which is more than what is counted at once.
          await standings.recount();
          expect(await standings.catchUp()).toEqual({ waiting: 0, since: null });
          await compare(history, from);
          if (how === 'counted') return;
          if (how === 'anew') await standings.rebuild();
          else await cutOff(how);
          await standings.recount();
          await compare(history, from);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  }, 180_000);

  it('are counted soon, though the queue was analysed while it was empty', async () => {
    const note = 'insert into standing_dirty (person_id) select uuidv7() from generate_series(1, 20000)';
    await t.pg.query(note);
    await t.pg.query('delete from standing_dirty');
    await t.asOwner('analyze standing_dirty');
    await t.pg.query(note);
    await t.get(Standings).recount();
    expect(await t.pg.query('select from standing_dirty')).toHaveLength(0);
  }, 20_000);
});
