import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyHeartbeat,
  endLease,
  formatMultirange,
  isComplete,
  lengthMs,
  startLease,
  union,
  type HeartbeatEvent,
  type Interval,
  type Lease,
  type Progress,
} from '@dangxiao/domain';
import fc from 'fast-check';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { CallError } from '../../support/client.ts';
import { studySchool, Watcher, type StudySchool } from './study-school.ts';

const SECOND = 1000;
const LESSON = 100 * SECOND;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

type Step =
  | { do: 'open'; lesson: number }
  | { do: 'wait'; ms: number }
  | { do: 'heartbeat'; lease: number; event: HeartbeatEvent; ahead: number; segments: [number, number][] };

const position = fc.integer({ min: 0, max: 130 * SECOND });
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), lesson: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 40 * SECOND }), fc.constantFrom(600_000, 601_000, 1_300_000)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('heartbeat' as const),
      lease: fc.nat(3),
      event: fc.constantFrom<HeartbeatEvent>('play', 'play', 'tick', 'tick', 'tick', 'pause', 'seek', 'rate', 'end'),
      ahead: fc.constantFrom(1, 1, 1, 1, 1, 0, 2, -1),
      segments: fc.array(
        fc.oneof(
          fc.tuple(position, position),
          position.map((to): [number, number] => [0, to]),
        ),
        { maxLength: 3 },
      ),
    }),
  },
);

interface ModelLease {
  lease: Lease;
  lesson: number;
  watcher: Watcher;
}

describe('the database against the model', () => {
  it('holds, after any sequence of openings and heartbeats, exactly what the domain says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps: Step[]) => {
        const { course, learner } = await school.withCourse([{ durationMs: LESSON }, { durationMs: LESSON }]);
        const leases: ModelLease[] = [];
        const progress: Progress[] = [0, 1].map(() => ({ coverage: [], frontierMs: 0, durationMs: LESSON }));
        const completed = [false, false];
        for (const each of [{ do: 'open', lesson: 0 } as Step, ...steps]) {
          const now = school.clock.now().getTime();
          if (each.do === 'wait') school.clock.advance(each.ms);
          else if (each.do === 'open') {
            const watcher = await Watcher.open(learner, course, each.lesson, true);
            for (const other of leases) other.lease = endLease(other.lease, now);
            leases.push({ lease: startLease(now, 150), lesson: each.lesson, watcher });
          } else {
            const one = leases[each.lease % leases.length];
            const before = one && progress[one.lesson];
            const seq = (one?.lease.seq ?? 0) + each.ahead;
            if (!one || !before || seq < 1) continue;
            const heartbeat = { seq, event: each.event, segments: each.segments as Interval[] };
            const outcome = applyHeartbeat(one.lease, before, heartbeat, now, !completed[one.lesson]);
            const answer = await one.watcher.resend(seq, each.event, each.segments).catch((error: unknown) => error);
            if (outcome.kind === 'gap') {
              expect(answer).toBeInstanceOf(CallError);
              expect(answer).toMatchObject({ code: 'heartbeat_out_of_order', params: { expected: outcome.expected } });
              continue;
            }
            if (outcome.kind === 'applied') {
              one.lease = outcome.lease;
              progress[one.lesson] = outcome.progress;
              completed[one.lesson] ||= isComplete(outcome.progress.coverage, LESSON, 90);
              const [kept] = await school.pg.query(
                'select accepted, played_ms as played from watch_heartbeat where lease_id = $1 and seq = $2',
                [one.watcher.leaseId, seq],
              );
              expect(kept).toEqual({
                accepted: formatMultirange(union(outcome.accepted)),
                played: lengthMs(outcome.accepted),
              });
              expect(answer).toMatchObject({ refused: outcome.refused });
            }
            expect(answer).toMatchObject({
              seq: one.lease.seq,
              live: one.lease.endedAt === null,
              progress: { coverage: progress[one.lesson]?.coverage, frontierMs: progress[one.lesson]?.frontierMs },
            });
          }
        }
        for (const { lease, watcher } of leases) expect(await stored(watcher.leaseId)).toEqual(lease);
        const [paid] = await school.pg.query<{ entries: number }>(
          'select count(*)::int as entries from credit_entry where person_id = $1',
          [learner.personId],
        );
        expect(paid?.entries).toBe(completed.filter(Boolean).length);
        expect((await verifyLedger(school.pg, null)).wrong).toBeNull();
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});

async function stored(leaseId: string): Promise<Lease | null> {
  const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
  return school.pg.one<Lease>(
    `select ${ms('started_at')} as "startedAt", ${ms('last_heartbeat_at')} as "lastHeartbeatAt", playing, accrued_ms as "accruedMs",
       gap_ms as "gapMs", played_ms as "playedMs", wall_played_ms as "wallPlayedMs", ${ms('ended_at')} as "endedAt", seq,
       max_rate as "maxRate" from playback_lease where id = $1`,
    [leaseId],
  );
}
