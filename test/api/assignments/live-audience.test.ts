import { assignments } from '@dangxiao/contracts';
import { audienceReasons, type AudiencePerson, type AudienceRules, type PlainRule } from '@dangxiao/domain';
import fc from 'fast-check';
import { TargetsWorker } from '../../../apps/api/src/modules/assignments/index.ts';
import { lockTree } from '../../../apps/api/src/modules/people/index.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import type { Node, SignedIn } from '../../support/factories.ts';
import { publishedCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const kinds = ['full_member', 'probationary_member', 'applicant_activist'] as const;
const positions = ['none', 'branch_secretary'] as const;
const NODES = 5;
const PEOPLE = 14;
const index = (count: number) => fc.nat(count - 1);

const filter = fc.record({
  by: fc.constant('filter' as const),
  nodes: fc.array(fc.tuple(index(NODES), fc.boolean()), { maxLength: 2 }),
  kinds: fc.subarray([...kinds], { maxLength: 2 }),
  positions: fc.subarray([...positions], { maxLength: 1 }),
});
const named = fc.record({
  by: fc.constant('people' as const),
  people: fc.uniqueArray(index(PEOPLE), { minLength: 1, maxLength: 4 }),
});
const simple = fc.oneof({ weight: 3, arbitrary: filter }, { weight: 1, arbitrary: named });
const other = fc.constantFrom({ by: 'list' as const }, { by: 'saved' as const });
const sketch = fc.record({
  include: fc.array(fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: other }), {
    minLength: 1,
    maxLength: 3,
  }),
  exclude: fc.array(simple, { maxLength: 1 }),
  excludeExempt: fc.boolean(),
});
type Sketch = typeof sketch extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('transfer' as const), person: index(PEOPLE), node: index(NODES) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('kind' as const),
      person: index(PEOPLE),
      kind: fc.constantFrom(...kinds),
      position: fc.constantFrom(...positions),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('exempt' as const), person: index(PEOPLE), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), person: index(PEOPLE), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), node: index(NODES) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      node: fc.constantFrom(3, 4),
      to: fc.constantFrom(0, 1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rules' as const), assignment: index(2), rules: sketch }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('saved' as const), rule: filter }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('work' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('live assignments', () => {
  let t: TestApp;
  let admin: SignedIn;
  let root: Node;
  let courseId: string;

  beforeAll(async () => {
    t = await testApp();
    const school = await t.make.school();
    root = school.root;
    admin = school.administrator;
    courseId = (await publishedCourse(t.asOwner, root.id, [{ durationMs: 60_000 }])).id;
  });
  afterAll(() => t.close());

  it('have exactly the people that the rules say, after any changes made while fills and followers run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(sketch, sketch),
        filter,
        fc.array(step, { minLength: 4, maxLength: 16 }),
        async (two, saved, steps) => {
          const world = await World.create(t, admin, root, courseId, two, saved);
          const following = t.get(TargetsWorker);
          const flights: Promise<unknown>[] = [];
          for (const one of steps) {
            flights.push(one.do === 'work' ? following.step() : world.apply(one));
            if (flights.length >= 4) await Promise.all(flights.splice(0));
          }
          await Promise.all(flights);
          await following.catchUp();
          await world.compare();
          await world.end();
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
    // each run takes a second on an idle machine and many on a loaded one: none of them is left out
  }, 400_000);
});

/** A few organizations and people with two assignments on them, and what the rules say of each by the domain. */
class World {
  private readonly t: TestApp;
  private readonly admin: SignedIn;
  private readonly nodes: Node[] = [];
  private readonly people: string[] = [];
  private readonly assignments: string[] = [];
  private listId = '';
  private savedId = '';
  private withdrawn = false;

  private constructor(t: TestApp, admin: SignedIn) {
    this.t = t;
    this.admin = admin;
  }

  static async create(
    t: TestApp,
    admin: SignedIn,
    root: Node,
    courseId: string,
    two: [Sketch, Sketch],
    saved: unknown,
  ): Promise<World> {
    const world = new World(t, admin);
    const top = await t.make.organization(root, { kind: 'committee' });
    const a = await t.make.organization(top, { kind: 'committee' });
    const b = await t.make.organization(top, { kind: 'committee' });
    world.nodes.push(top, a, b, await t.make.organization(a), await t.make.organization(b));
    for (let n = 0; n < PEOPLE; n += 1) await world.join(n % NODES);
    const listed = [0, 3, 6].map((n) => world.people[n]);
    const [list] = await t.pg.query<{ id: string }>(
      `insert into audience_list (organization_id, title, created_at) values ($1, 'L', $2) returning id`,
      [top.id, t.clock.now()],
    );
    world.listId = list?.id ?? '';
    await t.pg.execute('insert into audience_list_person (list_id, person_id) select $1, unnest($2::uuid[])', [
      world.listId,
      listed,
    ]);
    const rules = { include: [world.rule(saved as never) as PlainRule], exclude: [], excludeExempt: false };
    const body = { organizationId: top.id, title: 'S', rules };
    world.savedId = (await admin.client.call(assignments.createSavedAudience, { body })).id;
    for (const one of two) {
      const made = await admin.client.call(assignments.createAssignment, {
        body: {
          organizationId: top.id,
          title: '任务',
          description: '',
          mode: 'live',
          required: true,
          opensAt: t.clock.now().toISOString(),
          dueAt: null,
          graceUntil: null,
          items: [{ kind: 'course', id: courseId }],
          rules: world.rules(one),
        },
      });
      const params = { assignmentId: made.id };
      await admin.client.call(assignments.publishAssignment, { params, body: { revision: made.revision } });
      world.assignments.push(made.id);
    }
    return world;
  }

  async apply(step: Step): Promise<void> {
    const { clock } = this.t;
    clock.advance(1_000);
    if (step.do === 'join') return this.join(step.node);
    if (step.do === 'move') return this.move(step.node, step.to);
    if (step.do === 'rules') return this.change(step.assignment, step.rules);
    if (step.do === 'saved') return this.resave(step.rule);
    if (step.do === 'withdraw') return this.withdraw();
    if (step.do === 'work') return;
    const person = this.people[step.person];
    if (step.do === 'transfer') await this.write('current_organization_id = $2', [person, this.nodes[step.node]?.id]);
    if (step.do === 'kind')
      await this.write('current_kind = $2, current_position = $3', [person, step.kind, step.position]);
    if (step.do === 'exempt') await this.write('exempt = $2', [person, step.on]);
    if (step.do === 'leave') await this.write('deactivated_at = $2', [person, step.on ? clock.now() : null]);
  }

  /** As the product writes people: beside others, but never while a node is on its way. */
  private async write(columns: string, params: unknown[]): Promise<void> {
    await this.t.get(UnitOfWork).run(async (tx) => {
      await lockTree(tx, 'shared');
      await tx.execute(`update person set ${columns} where id = $1`, params);
    });
  }

  /** What is in the tables against what the domain says of every person. */
  async compare(): Promise<void> {
    const { pg } = this.t;
    const facts = await pg.query<AudiencePerson & { path: string }>(
      `select p.id, o.id as "organizationId", array(select up.id::text from organization up where o.path <@ up.path) as "organizationIds",
         p.current_kind as kind, p.current_position as position, p.exempt, p.deactivated_at is not null as deactivated,
         array(select l.list_id::text from audience_list_person l where l.person_id = p.id) as "listIds"
       from person p join organization o on o.id = p.current_organization_id where p.id = any($1::uuid[])`,
      [this.people],
    );
    const [saved] = await pg.query<{ rules: AudienceRules<PlainRule>; organizationId: string }>(
      'select rules, organization_id as "organizationId" from saved_audience where id = $1',
      [this.savedId],
    );
    const known = new Map(saved ? [[this.savedId, saved]] : []);
    for (const id of this.assignments) {
      const [assignment] = await pg.query<{ state: string; organizationId: string; rules: AudienceRules }>(
        'select state, organization_id as "organizationId", rules from assignment where id = $1',
        [id],
      );
      const rows = await pg.query<{ key: string }>(
        `select person_id || ' ' || organization_id || ' ' || array_to_string(reasons, ',') as key from assignment_target
         where assignment_id = $1 and released_at is null`,
        [id],
      );
      const wanted = facts.flatMap((person) => {
        const reasons =
          assignment && assignment.state === 'published'
            ? audienceReasons(assignment.rules, assignment.organizationId, person, known)
            : [];
        return reasons.length > 0 ? [`${person.id} ${person.organizationId} ${reasons.join(',')}`] : [];
      });
      expect(rows.map((row) => row.key).sort()).toEqual(wanted.sort());
    }
  }

  /** The next world must not be slowed down by this one. */
  async end(): Promise<void> {
    for (const at of [0, 1]) await this.call(at, 'withdraw');
    await this.t.get(TargetsWorker).catchUp();
    await this.compare();
  }

  private async join(node: number): Promise<void> {
    const [row] = await this.t.pg.query<{ id: string }>(
      `insert into person (name, initials, current_organization_id, current_kind, created_at) values ('某人', 'mr', $1, 'full_member', $2) returning id`,
      [this.nodes[node]?.id, this.t.clock.now()],
    );
    this.people.push(row?.id ?? '');
  }

  private async move(at: number, to: number): Promise<void> {
    await this.t.get(UnitOfWork).run(async (tx) => {
      await lockTree(tx, 'alone');
      await tx.execute('select from organization where id = any($1::uuid[]) order by id for update', [
        this.nodes.map((node) => node.id),
      ]);
      await tx.execute(
        `update organization o set path = up.path || replace(o.id::text, '-', '') from organization up where o.id = $1 and up.id = $2`,
        [this.nodes[at]?.id, this.nodes[to]?.id],
      );
    });
  }

  private change(at: number, rules: Sketch): Promise<void> {
    return this.call(at, 'change', rules);
  }

  private withdraw(): Promise<void> {
    if (this.withdrawn) return Promise.resolve();
    this.withdrawn = true;
    return this.call(1, 'withdraw');
  }

  private async resave(rule: unknown): Promise<void> {
    const [row] = await this.t.pg.query<{ revision: number }>('select revision from saved_audience where id = $1', [
      this.savedId,
    ]);
    const rules = { include: [this.rule(rule as never) as PlainRule], exclude: [], excludeExempt: false };
    const body = { revision: row?.revision ?? 1, rules };
    const answer = await this.admin.client.answer(assignments.updateSavedAudience, {
      params: { audienceId: this.savedId },
      body,
    });
    expect([200, 409]).toContain(answer.status);
  }

  private async call(at: number, what: 'change' | 'withdraw', rules?: Sketch): Promise<void> {
    const params = { assignmentId: this.assignments[at] ?? '' };
    const [row] = await this.t.pg.query<{ revision: number }>('select revision from assignment where id = $1', [
      params.assignmentId,
    ]);
    const revision = row?.revision ?? 1;
    const { client } = this.admin;
    const answer =
      what === 'change' && rules
        ? await client.answer(assignments.updateAssignment, { params, body: { revision, rules: this.rules(rules) } })
        : await client.answer(assignments.withdrawAssignment, { params, body: { revision, reason: '撤回' } });
    expect([200, 409]).toContain(answer.status);
  }

  private rules(one: Sketch): AudienceRules {
    return {
      include: one.include.map((rule) => this.rule(rule)),
      exclude: one.exclude.map((rule) => this.rule(rule)),
      excludeExempt: one.excludeExempt,
    };
  }

  private rule(rule: Sketch['include'][number]): AudienceRules['include'][number] {
    if (rule.by === 'list') return { by: 'list', listId: this.listId };
    if (rule.by === 'saved') return { by: 'saved', audienceId: this.savedId };
    if (rule.by === 'people') return { by: 'people', personIds: rule.people.map((n) => this.people[n] ?? '') };
    const organizations = rule.nodes.map(([node, subtree]) => ({
      organizationId: this.nodes[node]?.id ?? '',
      subtree,
    }));
    return { by: 'filter', organizations, kinds: [...rule.kinds], positions: [...rule.positions] };
  }
}
