import { setTimeout as sleep } from 'node:timers/promises';
import { assignments, type AudienceRulesInput } from '@dangxiao/contracts';
import type { HttpClient } from '../../../tools/support/http-client.ts';
import { figuresOf } from './measure.ts';
import { Transfers } from './transfers.ts';
import type { Province, ProvinceBench, Row } from './types.ts';

const PUBLICATIONS = 20;
const LIVE = 50;
const GOALS = { publishMs: 300, fillSeconds: 30, followSeconds: 60 };

/** Assigning to everybody, how long that takes to reach them, and following the people with many live assignments. */
export const assign: ProvinceBench = async function* ({ big }) {
  const bench = await open(big);
  try {
    yield await filled(bench);
    yield await published(bench);
    yield await followed(bench);
  } finally {
    await bench.withdrawAll();
  }
};

export interface Bench {
  province: Province;
  admin: HttpClient;
  /** Publishes to a subtree, or to everybody. */
  publish(organizationId?: string): Promise<{ id: string; ms: number }>;
  withdrawAll(): Promise<void>;
}

async function open(province: Province): Promise<Bench> {
  const admin = await province.signIn('admin');
  const { items } = await admin.call(assignments.findContent, { query: { kind: 'course' } });
  const course = items[0];
  if (!course) throw new Error('The province has no course to assign');
  const made: string[] = [];
  return {
    province,
    admin,
    async publish(organizationId) {
      const organizations = organizationId ? [{ organizationId, subtree: true }] : [];
      const rules: AudienceRulesInput = {
        include: [{ by: 'filter', organizations, kinds: [], positions: [] }],
        exclude: [],
        excludeExempt: false,
      };
      const { id, revision } = await admin.call(assignments.createAssignment, {
        body: {
          organizationId: province.root.id,
          title: 'Bench',
          description: '',
          mode: 'live',
          required: true,
          opensAt: new Date().toISOString(),
          dueAt: null,
          graceUntil: null,
          items: [{ kind: 'course', id: course.id }],
          rules,
        },
      });
      const began = performance.now();
      await admin.call(assignments.publishAssignment, { params: { assignmentId: id }, body: { revision } });
      made.push(id);
      return { id, ms: performance.now() - began };
    },
    async withdrawAll() {
      for (const assignmentId of made.splice(0)) {
        const { revision } = await admin.call(assignments.getAssignment, { params: { assignmentId } });
        await admin.call(assignments.withdrawAssignment, {
          params: { assignmentId },
          body: { revision, reason: 'Bench' },
        });
      }
      await quiet(province);
    },
  };
}

/** Until every fill is done and every change is followed. */
async function quiet({ query }: Province): Promise<void> {
  for (;;) {
    const [left] = await query<{ n: number }>(
      `select (select count(*) from assignment_fill where finished_at is null)::int
         + (select count(*) from (select from audience_change limit 1) c)::int as n`,
    );
    if (left?.n === 0) return;
    await sleep(200);
  }
}

async function filled(bench: Bench): Promise<Row> {
  await quiet(bench.province);
  const transfers = await Transfers.prepare(bench);
  const began = performance.now();
  const { id } = await bench.publish();
  const moving = transfers.run();
  const seen = new Set<number>();
  for (;;) {
    const { progress } = await bench.admin.call(assignments.getAssignment, { params: { assignmentId: id } });
    if (progress?.finished) break;
    seen.add(progress?.done ?? 0);
    await sleep(200);
  }
  const seconds = (performance.now() - began) / 1000;
  transfers.end();
  await moving;
  await quiet(bench.province);
  const wrong = await notAsTheyShould(bench.province, id);
  return {
    name: `assign: everybody is assigned during ${transfers.done} transfers, progress in ${seen.size} steps`,
    ours: { seconds: Number(seconds.toFixed(1)), errors: wrong },
    reference: null,
    ratio: null,
    goal: `≤ ${GOALS.fillSeconds} s, everybody once and where they are now`,
    ok: seconds <= GOALS.fillSeconds && wrong === 0 && transfers.done > 0,
  };
}

/** Active people without a target, others with one, and targets that count for another organization than the person's. */
async function notAsTheyShould({ query }: Province, assignmentId: string): Promise<number> {
  const [found] = await query<{ n: number }>(
    `select count(*)::int as n from person p
     left join assignment_target t on t.person_id = p.id and t.assignment_id = $1 and t.released_at is null
     where (p.deactivated_at is null) <> (t.person_id is not null) or t.organization_id <> p.current_organization_id`,
    [assignmentId],
  );
  return found?.n ?? 0;
}

async function published(bench: Bench): Promise<Row> {
  const times: number[] = [];
  for (let turn = 0; turn < PUBLICATIONS; turn += 1) {
    times.push((await bench.publish()).ms);
    await bench.withdrawAll();
  }
  const p99Ms = Math.round(Math.max(...times));
  return {
    name: 'assign: published to everybody',
    ours: { ...figuresOf(times), p99Ms },
    reference: null,
    ratio: null,
    goal: `p99 < ${GOALS.publishMs} ms`,
    ok: p99Ms < GOALS.publishMs,
  };
}

async function followed(bench: Bench): Promise<Row> {
  const { province } = bench;
  for (let turn = 0; turn < LIVE; turn += 1) await bench.publish(province.county.id);
  await quiet(province);
  const began = performance.now();
  await province.query('insert into audience_change (person_id) select id from person');
  await quiet(province);
  const seconds = (performance.now() - began) / 1000;
  return {
    name: `assign: everybody looked at again, ${LIVE} live assignments`,
    ours: { seconds: Number(seconds.toFixed(1)), perSecond: Math.round(province.people / seconds) },
    reference: null,
    ratio: null,
    goal: `≤ ${GOALS.followSeconds} s`,
    ok: seconds <= GOALS.followSeconds,
  };
}
