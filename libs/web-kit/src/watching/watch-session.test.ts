import { applyHeartbeat, startLease, type Lease as RuleLease, type Progress } from '@dangxiao/domain';
import { jest } from '@jest/globals';
import { ApiFailure } from '../api/failure.ts';
import { MemoryKeeper } from '../device/keeper.ts';
import { sendLeftovers } from './leftovers.ts';
import type { Heartbeat, KeptHeartbeats, WatchTransport } from './types.ts';
import { WatchSession } from './watch-session.ts';

const durationMs = 1_500_000;
const empty = { coverage: [], frontierMs: 0, countedMs: 0, completedAt: null };

/** A server that judges by the rules of libs/domain, behind a network that can be cut or lose answers. */
class Server implements WatchTransport {
  cut = false;
  loseAnswers = 0;
  elsewhere = false;
  lease: RuleLease | null = null;
  progress: Progress = { coverage: [], frontierMs: 0, durationMs };
  received: number[] = [];
  refusedMs = 0;
  opened: boolean[] = [];

  open = async (takeOver: boolean) => {
    if (this.cut) throw new ApiFailure('offline');
    this.opened.push(takeOver);
    if (this.elsewhere && !takeOver)
      throw new ApiFailure('lecture_elsewhere', { status: 409, params: { title: '另一讲' } });
    this.lease = startLease(Date.now(), 150);
    return { leaseId: `lease-${this.opened.length}`, maxRate: 150, progress: empty };
  };

  send = async (_leaseId: string, heartbeat: Heartbeat) => {
    if (this.cut || !this.lease) throw new ApiFailure('offline');
    const outcome = applyHeartbeat(this.lease, this.progress, heartbeat, Date.now());
    if (outcome.kind === 'gap')
      throw new ApiFailure('heartbeat_out_of_order', { status: 409, params: { expected: outcome.expected } });
    if (outcome.kind === 'applied') {
      this.received.push(heartbeat.seq);
      this.lease = outcome.lease;
      this.progress = outcome.progress;
      this.refusedMs += outcome.refused.reduce((sum, { interval: [from, to] }) => sum + to - from, 0);
    }
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new ApiFailure('offline');
    }
    const coverage = this.progress.coverage.map(([from, to]): [number, number] => [from, to]);
    const progress = { coverage, frontierMs: this.progress.frontierMs, countedMs: 0, completedAt: null };
    return { seq: heartbeat.seq, live: this.lease.endedAt === null, progress, refused: [], awarded: null };
  };
}

function setUp() {
  const server = new Server();
  const keeper = new MemoryKeeper<KeptHeartbeats>();
  const session = new WatchSession({
    transport: server,
    keeper,
    owner: 'me',
    durationMs,
    progress: empty,
    now: () => Date.now(),
  });
  return { server, keeper, session };
}

/** Plays `seconds` of content as a browser does: four positions a second. */
async function watch(session: WatchSession, from: number, seconds: number): Promise<number> {
  let position = from;
  for (let step = 0; step < seconds * 4; step += 1) {
    await jest.advanceTimersByTimeAsync(250);
    position += 250;
    session.move(position);
  }
  return position;
}
const settle = (ms = 60_000) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void jest.useRealTimers());

test('an ordinary lesson counts to the last second, in heartbeats every 15 s', async () => {
  const { server, session } = setUp();
  await session.play(0);
  session.pause(await watch(session, 0, 65));
  await settle();
  expect(server.progress.coverage).toEqual([[0, 65_000]]);
  expect(server.received).toEqual([1, 2, 3, 4, 5, 6]);
  expect(session.state.get()).toMatchObject({ status: 'online', waiting: 0, progress: { coverage: [[0, 65_000]] } });
});

test('P11 an outage of nine minutes and lost answers cost an honest learner nothing', async () => {
  const { server, session, keeper } = setUp();
  await session.play(0);
  let position = await watch(session, 0, 20);
  server.cut = true;
  position = await watch(session, position, 540);
  expect(session.state.get().status).toBe('offline');
  expect((await keeper.all())[0]?.[1].heartbeats.length).toBeGreaterThan(30);
  server.cut = false;
  server.loseAnswers = 3;
  session.kick();
  position = await watch(session, position, 30);
  session.pause(position);
  await settle();
  expect(server.progress.coverage).toEqual([[0, 590_000]]);
  expect(server.refusedMs).toBe(0);
  expect(server.received).toEqual(server.received.map((_, index) => index + 1));
  expect(await keeper.all()).toEqual([]);
});

test('heartbeats kept on the device are sent after a reload, and the lease is taken over without a question', async () => {
  const { server, session, keeper } = setUp();
  await session.play(0);
  const position = await watch(session, 0, 20);
  server.cut = true;
  await watch(session, position, 30);
  session.leave();
  server.cut = false;
  server.elsewhere = true;
  const next = new WatchSession({
    transport: server,
    keeper,
    owner: 'me',
    durationMs,
    progress: empty,
    now: () => Date.now(),
  });
  await next.play(50_000);
  expect(server.progress.coverage).toEqual([[0, 50_000]]);
  expect(server.opened).toEqual([false, true]);
  expect(await sendLeftovers(keeper, server, 'somebody else')).toEqual([]);
});

test('another device is asked about first, then takes over politely', async () => {
  const { server, session } = setUp();
  server.elsewhere = true;
  await expect(session.play(0)).rejects.toMatchObject({ code: 'lecture_elsewhere', params: { title: '另一讲' } });
  await session.play(0, true);
  const position = await watch(session, 0, 16);
  if (server.lease) server.lease = { ...server.lease, endedAt: Date.now() };
  await watch(session, position, 16);
  expect(session.state.get().status).toBe('elsewhere');
});

test('seeking back replays, and every seek is reported as its own segment', async () => {
  const { server, session } = setUp();
  await session.play(0);
  const position = await watch(session, 0, 10);
  session.seek(position, 2_000);
  session.pause(await watch(session, 2_000, 4));
  await settle();
  expect(server.progress).toMatchObject({ coverage: [[0, 10_000]], frontierMs: 10_000 });
});

test('a player that lands some ms beyond the frontier skips nothing', async () => {
  const { server, session } = setUp();
  await session.play(0);
  session.pause(await watch(session, 0, 10));
  await session.play(10_018);
  const position = await watch(session, 10_018, 10);
  session.seek(position, position + 40);
  session.pause(await watch(session, position + 40, 5));
  await settle();
  expect(server.progress.coverage).toEqual([[0, 25_058]]);
  expect(server.refusedMs).toBe(0);
});

test('the end gives the lease back; playing again takes a new one', async () => {
  const { server, session } = setUp();
  await session.play(0);
  await watch(session, 0, 20);
  await session.finish();
  expect(server.lease?.endedAt).not.toBeNull();
  await session.play(0);
  expect(server.opened).toHaveLength(2);
});
