import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../tools/start/children.ts';
import { ProductServer } from '../support/server.ts';
import { goals, goalText, meets, type Name } from './benches.ts';
import { startLoad, startReference } from './children.ts';
import { figuresOf } from './figures.ts';
import type { BenchName, Measured, Result, Round, Side } from './types.ts';

export interface Length {
  connections: number;
  /** Ours and the reference take turns this many times. */
  rounds: number;
  /** Seconds of one round. */
  seconds: number;
  /** Seconds of each side before anything is measured. */
  warmUp: number;
}

/** Connections that sign in while others read. */
const RUSHING = 16;

/** Starts a server of its own, with nothing of the database's care relaxed, and runs the named benches; each result as it comes. */
export async function* bench(names: readonly Name[], length: Length): AsyncGenerator<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-bench-'));
  const ending: (() => Promise<void>)[] = [];
  try {
    const environment = { LOG_LEVEL: 'error', ROLE: 'all' };
    const server = await ProductServer.start({ apps: ['api'], environment });
    ending.push(() => server.stop());
    const schoolFile = path.join(folder, 'school.json');
    const fill = path.join(import.meta.dirname, 'fill.ts');
    writeFileSync(schoolFile, await run([fill, String(2 * length.connections)], server.environment()));
    const reference = await startReference(schoolFile, server.environment());
    ending.push(reference.stop);
    const load = await startLoad(schoolFile);
    ending.push(load.stop);
    const ports = { ours: Number(new URL(server.baseUrl).port), reference: reference.port };
    const measure = async (rounds: Omit<Round, 'port'>[]) => {
      const measured = await load.measure(rounds.map((round) => ({ ...round, port: ports[round.side] })));
      for (const { firstError } of measured) if (firstError) console.error(`  ${firstError}`);
      return measured;
    };
    for (const name of names)
      yield name === 'sign-in-rush' ? await rush(measure, length) : await compare(name, measure, length);
  } finally {
    for (const end of ending.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measure = (rounds: Omit<Round, 'port'>[]) => Promise<Measured[]>;

/** The two sides take turns in short rounds, so that what else the machine does meets both. */
async function compare(
  name: BenchName,
  measure: Measure,
  { connections, rounds, seconds, warmUp }: Length,
): Promise<Result> {
  const sides: Side[] = ['ours', 'reference'];
  const measured: Record<Side, Measured[]> = { ours: [], reference: [] };
  for (const side of sides) await measure([{ bench: name, side, connections, seconds: warmUp }]);
  for (let turn = 0; turn < rounds; turn += 1)
    for (const side of sides) measured[side].push(...(await measure([{ bench: name, side, connections, seconds }])));
  const ours = figuresOf(measured.ours);
  const reference = figuresOf(measured.reference);
  const ratio = Number((ours.perSecond / reference.perSecond).toFixed(2));
  const goal = goals[name];
  return { name, ours, reference, ratio, goal: goalText(goal), ok: meets(goal, ours, ratio) };
}

/** 'My courses' while others sign in without pause; sign-ins that fail count as errors. */
async function rush(measure: Measure, { connections, rounds, seconds }: Length): Promise<Result> {
  const side = 'ours';
  const [mine, signIns] = await measure([
    { bench: 'my-courses', side, connections, seconds: rounds * seconds },
    { bench: 'sign-in', side, connections: RUSHING, seconds: rounds * seconds },
  ]);
  if (!mine || !signIns) throw new Error('The load measured nothing');
  const ours = { ...figuresOf([mine]), errors: mine.errors + signIns.errors };
  const goal = goals['sign-in-rush'];
  return {
    name: 'sign-in-rush',
    ours,
    reference: null,
    ratio: null,
    goal: goalText(goal),
    ok: meets(goal, ours, null),
  };
}
