import { setTimeout as sleep } from 'node:timers/promises';
import { assignments } from '@dangxiao/contracts';
import { figuresOf } from './measure.ts';
import { forgetPeak, peakMb } from './memory.ts';
import type { Province, ProvinceBench } from './types.ts';

/**
 * A deadline is often the end of a working day, and people should hear of it before they close the page: two minutes for everybody. What
 * they do meanwhile must not be felt.
 */
const GOALS = { seconds: 120, p99Ms: 200, memoryMb: 500 };

/** An assignment of everybody comes to its deadline: whoever has not finished its course is told, while a learner works on. */
export const remind: ProvinceBench = async function* ({ big }) {
  const admin = await big.signIn('admin');
  const learner = await big.signIn('learner');
  const { items } = await admin.call(assignments.findContent, { query: { kind: 'course' } });
  const { id, revision } = await admin.call(assignments.createAssignment, {
    body: {
      organizationId: big.root.id,
      title: 'Bench',
      description: '',
      mode: 'live',
      required: true,
      opensAt: new Date().toISOString(),
      dueAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      graceUntil: null,
      items: [{ kind: 'course', id: items[0]?.id ?? '' }],
      rules: {
        include: [{ by: 'filter', organizations: [], kinds: [], positions: [] }],
        exclude: [],
        excludeExempt: false,
      },
    },
  });
  await admin.call(assignments.publishAssignment, { params: { assignmentId: id }, body: { revision } });
  try {
    await finished(big, id, 'published');
    const pid = big.jobs.pid ?? 0;
    forgetPeak(pid);
    await big.query(`update assignment set due_at = now() + interval '1 second' where id = $1`, [id]);
    let over = false;
    const times: number[] = [];
    const work = async () => {
      while (!over) {
        const began = performance.now();
        await learner.call(assignments.myTraining);
        times.push(performance.now() - began);
        await sleep(20);
      }
    };
    const working = work();
    const { seconds, told, expected } = await finished(big, id, 'at').finally(() => (over = true));
    await working;
    const { p50Ms, p95Ms } = figuresOf(times);
    const p99Ms = Math.round([...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0);
    const memoryMb = peakMb(pid);
    yield {
      name: `remind: ${told.toLocaleString('en')} people at the deadline, a learner works on`,
      ours: { seconds, perSecond: Math.round(told / seconds), p50Ms, p95Ms, p99Ms, memoryMb, errors: expected - told },
      reference: null,
      ratio: null,
      goal: `≤ ${GOALS.seconds} s, p99 < ${GOALS.p99Ms} ms, ≤ ${GOALS.memoryMb} MB, everybody once`,
      ok:
        seconds <= GOALS.seconds && p99Ms < GOALS.p99Ms && memoryMb <= GOALS.memoryMb && told === expected && told > 0,
    };
  } finally {
    await takeBack(big, id, admin);
  }
};

interface Finished {
  /** From when the step was found until its last person was told. */
  seconds: number;
  told: number;
  /** People who have it, have not finished it, and were there at the step. */
  expected: number;
}

/** Waits until everybody was told of a step. */
async function finished({ query }: Province, assignmentId: string, step: string): Promise<Finished> {
  for (const end = Date.now() + 600_000; Date.now() < end; await sleep(500)) {
    const [run] = await query<{ seconds: number; told: number; expected: number }>(
      `select extract(epoch from r.finished_at - r.created_at)::float8 as seconds, r.told,
         (select count(*) from assignment_target t where t.assignment_id = r.assignment_id and t.released_at is null and t.finished_at is null
            and t.assigned_at <= r.step_at)::int as expected
       from reminder_run r where r.assignment_id = $1 and r.step = $2 and r.finished_at is not null`,
      [assignmentId, step],
    );
    if (run) return { ...run, seconds: Number(run.seconds.toFixed(1)) };
  }
  throw new Error(`Nobody finished telling of ${step}`);
}

/** Withdraws the assignment and deletes what was told of it. */
async function takeBack(province: Province, assignmentId: string, admin: Awaited<ReturnType<Province['signIn']>>) {
  const { revision } = await admin.call(assignments.getAssignment, { params: { assignmentId } });
  await admin.call(assignments.withdrawAssignment, {
    params: { assignmentId },
    body: { revision, reason: 'Bench' },
  });
  await finished(province, assignmentId, 'withdrawn');
  await province.query(`delete from notice where params ->> 'assignmentId' = $1`, [assignmentId]);
}
