import { isNewer } from '@dangxiao/domain';
import { jest } from '@jest/globals';
import { ApiFailure } from '../api/failure.ts';
import { MemoryKeeper } from '../device/keeper.ts';
import { AnswerOutbox } from './outbox.ts';
import type { KeptAnswers, KnownAnswer, Save } from './types.ts';

/** A server with the sequence guard of the statement, behind a network that can be cut. */
class Server {
  cut = false;
  epoch = 1;
  late = false;
  rows = new Map<number, Save>();
  calls = 0;

  send = async (slot: number, save: Save) => {
    this.calls += 1;
    if (this.cut) throw new ApiFailure('offline');
    const old = this.rows.get(slot);
    if (!old || isNewer(save, old)) this.rows.set(slot, save);
    const times = { deadline: '2026-11-22T10:00:00Z', serverTime: '2026-11-22T09:00:00Z' };
    return { slot, epoch: save.epoch, seq: save.seq, late: this.late, superseded: save.epoch < this.epoch, ...times };
  };

  answers = (): KnownAnswer[] => [...this.rows].map(([slot, save]) => ({ slot, ...save }));
  choices = () => Object.fromEntries([...this.rows].map(([slot, { choice }]) => [slot, choice.join('')]));
}

const keeperOf = () => new MemoryKeeper<KeptAnswers>();
const openOn = (server: Server, keeper: MemoryKeeper<KeptAnswers>) =>
  AnswerOutbox.open({
    attemptId: 's',
    owner: 'me',
    epoch: server.epoch,
    answers: server.answers(),
    keeper,
    send: server.send,
  });
const settle = (ms = 120_000) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('answers are acknowledged one by one and the latest of a slot wins', async () => {
  const server = new Server();
  const outbox = await openOn(server, keeperOf());
  outbox.choose(1, ['A']);
  expect(outbox.state.get()).toMatchObject({ status: 'saving', waiting: 1 });
  outbox.choose(1, ['B']);
  outbox.choose(2, ['A', 'C']);
  await settle();
  expect(server.choices()).toEqual({ 1: 'B', 2: 'AC' });
  expect(outbox.state.get()).toMatchObject({ status: 'saved', waiting: 0 });
});

test('offline answers wait on the device and go out by themselves', async () => {
  const server = new Server();
  const outbox = await openOn(server, keeperOf());
  server.cut = true;
  [1, 2, 3].forEach((slot) => outbox.choose(slot, ['A']));
  await settle(500);
  expect(outbox.state.get()).toMatchObject({ status: 'offline', waiting: 3 });
  server.cut = false;
  await settle();
  expect(server.choices()).toEqual({ 1: 'A', 2: 'A', 3: 'A' });
  expect(outbox.state.get().status).toBe('saved');
});

test('P3 after a crash the kept answers are offered again under the new writer', async () => {
  const server = new Server();
  const keeper = keeperOf();
  const before = await openOn(server, keeper);
  before.choose(1, ['A']);
  await settle();
  server.cut = true;
  before.choose(1, ['B']);
  before.choose(2, ['C']);
  await settle(500);
  before.close(); // the tab is gone
  server.cut = false;
  server.epoch = 2;
  const after = await openOn(server, keeper);
  expect(after.state.get().choices.get(1)).toEqual(['B']);
  await settle();
  expect(server.choices()).toEqual({ 1: 'B', 2: 'C' });
  expect([...server.rows.values()].map(({ epoch }) => epoch)).toEqual([2, 2]);
});

test('P2 an answer that another device replaced meanwhile stays replaced', async () => {
  const server = new Server();
  const keeper = keeperOf();
  const here = await openOn(server, keeper);
  server.cut = true;
  here.choose(1, ['A']);
  here.choose(2, ['A']);
  await settle(500);
  server.cut = false;
  server.epoch = 2;
  server.rows.set(1, { epoch: 2, seq: 1, choice: ['D'] });
  await settle();
  expect(server.choices()[1]).toBe('D');
  expect(here.state.get().status).toBe('superseded');
  server.epoch = 3;
  here.takeOver(3, server.answers());
  await settle();
  expect(server.choices()).toEqual({ 1: 'D', 2: 'A' });
  expect(here.state.get()).toMatchObject({ status: 'saved', waiting: 0 });
});

test('after the end answers are still kept by the server, and the learner is told', async () => {
  const server = new Server();
  const outbox = await openOn(server, keeperOf());
  server.late = true;
  outbox.choose(1, ['A']);
  await settle();
  expect(outbox.state.get()).toMatchObject({ status: 'late', waiting: 0 });
});
