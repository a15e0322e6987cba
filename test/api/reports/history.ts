import { assignments } from '@dangxiao/contracts';
import { dayIn, type PersonKind, type Position } from '@dangxiao/domain';
import fc from 'fast-check';
import { UnitOfWork, type Tx } from '../../../apps/api/src/database/unit-of-work.ts';
import { TargetsWorker } from '../../../apps/api/src/modules/assignments/index.ts';
import { endExemptions, openExemption } from '../../../apps/api/src/modules/people/exemptions.ts';
import {
  changeMembership,
  endMemberships,
  moveMembers,
  openMembership,
} from '../../../apps/api/src/modules/people/memberships.ts';
import { moveNode } from '../../../apps/api/src/modules/people/tree.ts';
import type { Node, School } from '../../support/factories.ts';
import type { StudyCourse } from '../../support/study.ts';
import type { TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const one = (max: number) => fc.nat(max - 1);
const hours = fc.constantFrom('0.50', '2.00', '12.00', '40.00', '90.00', '-2.00', '-40.00');

/** What may happen. Numbers choose among what there is, modulo its count. */
export const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), at: one(8), days: fc.constantFrom(0, 0, 9) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('transfer' as const), who: one(30), at: one(8) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('become' as const), who: one(30), kind: one(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('exempt' as const), who: one(30), days: one(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('exemptEnds' as const), who: one(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: one(30) }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('entry' as const),
      who: one(30),
      hours,
      online: fc.boolean(),
      /** Of last year; copied late. */
      last: fc.constantFrom(false, false, false, true),
      late: fc.constantFrom(0, 0, 0, 3),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('study' as const), who: one(30) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), what: one(6), at: one(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('found' as const), at: one(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), at: one(5), days: one(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: one(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('postpone' as const), which: one(3), days: one(20) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('begin' as const), which: one(60) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('finish' as const), which: one(60) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), less: fc.constantFrom('10.00', '60.00') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(5, 20, 49) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('count' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Of<Name extends Step['do']> = Extract<Step, { do: Name }>;

const kinds: [PersonKind, Position][] = [
  ['full_member', 'none'],
  ['full_member', 'branch_secretary'],
  ['non_member', 'none'],
];

/** A few organizations and people, and everything that happens to them. */
export class History {
  readonly nodes: Node[] = [];
  readonly assignments: string[] = [];
  private readonly people: string[] = [];
  private readonly seqs = new Map<string, number>();

  private readonly t: TestApp;
  private readonly school: School;
  private readonly course: StudyCourse;
  private readonly settle: () => Promise<unknown>;

  private constructor(t: TestApp, school: School, course: StudyCourse, settle: () => Promise<unknown>) {
    this.t = t;
    this.school = school;
    this.course = course;
    this.settle = settle;
  }

  static async start(
    t: TestApp,
    school: School,
    course: StudyCourse,
    settle: () => Promise<unknown>,
  ): Promise<History> {
    const history = new History(t, school, course, settle);
    const add = async (parent: Node) => {
      history.nodes.push(await t.make.organization(parent, { kind: 'committee' }));
    };
    await add(school.root);
    for (const at of [0, 0, 1, 2]) await add(history.nodes[at] as Node);
    for (let at = 0; at < 6; at += 1) await history.apply({ do: 'join', at, days: 0 });
    return history;
  }

  async apply(step: Step): Promise<void> {
    this.t.clock.advance(60_000);
    await (this[step.do] as (step: Step) => Promise<void>).call(this, step);
    if (step.do !== 'count' && step.do !== 'wait') await this.t.get(TargetsWorker).catchUp();
  }

  private get now(): Date {
    return this.t.clock.now();
  }
  private get today(): string {
    return this.day(0);
  }
  private day(days: number): string {
    return dayIn('Asia/Shanghai', new Date(this.now.getTime() + days * DAY));
  }
  private run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.t.get(UnitOfWork).run(work);
  }
  private who(n: number): string {
    return this.people[n % this.people.length] as string;
  }
  private node(n: number): Node {
    return this.nodes[n % this.nodes.length] as Node;
  }
  /** Only of those who belong somewhere. */
  private async ofMember(personId: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.run(async (tx) => {
      if (await tx.one('select from person where id = $1 and deactivated_at is null for update', [personId]))
        await work(tx);
    });
  }

  protected async join({ at, days }: Of<'join'>): Promise<void> {
    const organizationId = this.node(at).id;
    const id = await this.run(async (tx) => {
      const row = await tx.one<{ id: string }>(
        `insert into person (name, initials, current_organization_id, current_kind, created_at)
         values ('某人', 'mr', $1, 'full_member', $2) returning id`,
        [organizationId, this.now],
      );
      const state = { organizationId, kind: 'full_member', position: 'none' } as const;
      await openMembership(tx, row?.id ?? '', state, this.day(-days), this.now);
      return row?.id ?? '';
    });
    this.people.push(id);
  }

  protected transfer({ who, at }: Of<'transfer'>): Promise<void> {
    return this.ofMember(this.who(who), (tx) =>
      moveMembers(tx, [this.who(who)], this.node(at).id, this.today, this.now),
    );
  }

  protected become({ who, kind: at }: Of<'become'>): Promise<void> {
    const [kind, position] = kinds[at] ?? ['full_member', 'none'];
    return this.ofMember(this.who(who), async (tx) => {
      const row = await tx.one<{ organizationId: string }>(
        `update person set current_kind = $2, current_position = $3 where id = $1
         returning current_organization_id as "organizationId"`,
        [this.who(who), kind, position],
      );
      const state = { organizationId: row?.organizationId ?? '', kind, position };
      await changeMembership(tx, this.who(who), state, this.today, this.now);
    });
  }

  protected exempt({ who, days }: Of<'exempt'>): Promise<void> {
    const term = { kind: 'ill', reason: '病', from: this.today, to: days > 0 ? this.day(days) : null } as const;
    return this.ofMember(this.who(who), (tx) => openExemption(tx, this.who(who), term, this.now));
  }

  protected exemptEnds({ who }: Of<'exemptEnds'>): Promise<void> {
    return this.ofMember(this.who(who), (tx) => endExemptions(tx, this.who(who), this.today, this.now));
  }

  protected leave({ who }: Of<'leave'>): Promise<void> {
    return this.ofMember(this.who(who), async (tx) => {
      await endMemberships(tx, [this.who(who)], this.today, this.now);
      await tx.execute('update person set deactivated_at = $2 where id = $1', [this.who(who), this.now]);
    });
  }

  protected async entry({ who, hours: given, online, last, late }: Of<'entry'>): Promise<void> {
    const personId = this.who(who);
    const at = new Date(this.now.getTime() - late * DAY);
    const seq = (this.seqs.get(personId) ?? 0) + 1;
    this.seqs.set(personId, seq);
    await this.t.pg.execute(
      `insert into credit_entry (person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id,
         policy_version, evidence, recorded_at, hash)
       values ($1, $2, $3, $4, $5, $6, $7, 'lesson', uuidv7(), 1, '{}', $5, 'x')`,
      [
        personId,
        seq,
        online ? 'online' : 'centralised',
        given,
        at,
        Number(dayIn('Asia/Shanghai', at).slice(0, 4)) - Number(last),
        this.nodes[0]?.id,
      ],
    );
  }

  protected async study({ who }: Of<'study'>): Promise<void> {
    const [row] = await this.t.pg.query<{ id: string }>(
      `insert into playback_lease (person_id, lesson_id, lesson_version_id, course_id, duration_ms, completion_percent, max_rate, policy_version,
         started_at, last_heartbeat_at, ended_at)
       select $1, $2, id, $3, 60000, 90, 150, 1, $4, $4, $4 from lesson_version where lesson_id = $2 returning id`,
      [this.who(who), this.course.lessonIds[0], this.course.id, this.now],
    );
    // Some open a lecture and never play it.
    if (who % 4 > 0) await this.t.pg.execute('update playback_lease set seq = 1 where id = $1', [row?.id]);
  }

  protected async move({ what, at }: Of<'move'>): Promise<void> {
    const node = this.nodes[1 + (what % (this.nodes.length - 1))] as Node;
    const parent = this.node(at);
    await this.run(async (tx) => {
      const rows = await tx.query<{ id: string; path: string; name: string; code: string; kind: 'committee' }>(
        'select id, path::text as path, name, code, kind from organization where id = any($1::uuid[]) order by id for update',
        [[node.id, parent.id]],
      );
      const moved = rows.find(({ id }) => id === node.id);
      const to = rows.find(({ id }) => id === parent.id);
      if (!moved || !to || to.path === moved.path || to.path.startsWith(`${moved.path}.`)) return;
      await moveNode(tx, moved, to, this.today, this.now);
    });
  }

  protected async found({ at }: Of<'found'>): Promise<void> {
    const [row] = await this.t.pg.query<Node>('select id, path::text as path from organization where id = $1', [
      this.node(at).id,
    ]);
    if (row) this.nodes.push(await this.t.make.organization(row, { kind: 'committee' }));
  }

  protected async assign({ at, days }: Of<'assign'>): Promise<void> {
    if (this.assignments.length === 3) return;
    const client = await this.t.make.signIn(this.school.administrator.accountId);
    const made = await client.call(assignments.createAssignment, {
      body: {
        organizationId: this.nodes[0]?.id ?? '',
        title: '任务',
        description: '',
        mode: 'live',
        required: true,
        opensAt: this.now.toISOString(),
        dueAt: days > 0 ? new Date(this.now.getTime() + days * DAY).toISOString() : null,
        graceUntil: null,
        items: [{ kind: 'course', id: this.course.id }],
        rules: {
          include: [
            {
              by: 'filter',
              organizations: [{ organizationId: this.node(at).id, subtree: true }],
              kinds: [],
              positions: [],
            },
          ],
          exclude: [],
          excludeExempt: at % 2 === 0,
        },
      },
    });
    const params = { assignmentId: made.id };
    await client.call(assignments.publishAssignment, { params, body: { revision: made.revision } });
    this.assignments.push(made.id);
  }

  protected withdraw({ which }: Of<'withdraw'>): Promise<void> {
    return this.change(which, (client, params, revision) =>
      client.call(assignments.withdrawAssignment, { params, body: { revision, reason: '撤回' } }),
    );
  }

  protected postpone({ which, days }: Of<'postpone'>): Promise<void> {
    const dueAt = new Date(this.now.getTime() + (days + 1) * DAY).toISOString();
    return this.change(which, (client, params, revision) =>
      client.call(assignments.updateAssignment, { params, body: { revision, dueAt } }),
    );
  }

  private async change(
    which: number,
    call: (
      client: Awaited<ReturnType<TestApp['make']['signIn']>>,
      params: { assignmentId: string },
      revision: number,
    ) => Promise<unknown>,
  ): Promise<void> {
    const assignmentId = this.assignments[which];
    if (!assignmentId) return;
    const row = await this.t.pg.one<{ revision: number }>(
      `select revision from assignment where id = $1 and state <> 'withdrawn'`,
      [assignmentId],
    );
    if (row) await call(await this.t.make.signIn(this.school.administrator.accountId), { assignmentId }, row.revision);
  }

  protected begin({ which }: Of<'begin'>): Promise<void> {
    return this.target(which, 'started_at = coalesce(started_at, $1)');
  }

  protected finish({ which }: Of<'finish'>): Promise<void> {
    return this.target(which, 'started_at = coalesce(started_at, $1), finished_at = coalesce(finished_at, $1)');
  }

  private async target(which: number, set: string): Promise<void> {
    await this.t.pg.execute(
      `update assignment_target set ${set} where id = (
         select id from assignment_target where assignment_id = any($2::uuid[]) and released_at is null
         order by id offset $3 % greatest(1, (select count(*) from assignment_target where assignment_id = any($2::uuid[]) and released_at is null)) limit 1)`,
      [this.now, this.assignments, which],
    );
  }

  /** Another policy from tomorrow on. */
  protected async policy({ less }: Of<'policy'>): Promise<void> {
    await this.t.pg.execute(
      `insert into credit_policy (version, valid_from, name, body, created_at)
       select p.version + 1, $1, 'P', jsonb_set(p.body, '{requirements,0,hours}', to_jsonb($2::text)), $3
       from (select * from credit_policy order by version desc limit 1) p
       where not exists (select from credit_policy where valid_from >= $1::date)`,
      [this.day(1), less, this.now],
    );
  }

  protected async count(): Promise<void> {
    await this.settle();
  }

  protected wait({ hours: given }: Of<'wait'>): Promise<void> {
    this.t.clock.advance(given * 3_600_000);
    return Promise.resolve();
  }
}
