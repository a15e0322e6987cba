/** The load, a process of its own: `node load.ts SCHOOL.json`, then a `Round` by message, each answered by its `Measured`. */
import { readFileSync } from 'node:fs';
import { Connection } from './connection.ts';
import { requestsOf, type Requests } from './requests.ts';
import type { BenchSchool, Measured, Round } from './types.ts';

const school = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchSchool;
const half = school.learners.length / 2;
/** Kept over the rounds: sequence numbers go on. */
const makers = new Map<string, Requests>();

function makerOf({ bench, side }: Round, index: number): Requests {
  const key = `${bench} ${side} ${index}`;
  const known = makers.get(key);
  if (known) return known;
  const learner = school.learners[side === 'ours' ? index : half + index];
  if (!learner) throw new Error(`There is no learner for connection ${index}`);
  const made = requestsOf[bench](learner, school);
  makers.set(key, made);
  return made;
}

async function measure(round: Round): Promise<Measured> {
  const latencies: number[] = [];
  const until = performance.now() + round.seconds * 1000;
  let errors = 0;
  let firstError: string | null = null;
  const began = performance.now();
  const one = async (index: number) => {
    const connection = new Connection(round.port);
    const next = makerOf(round, index);
    for (let now = performance.now(); now < until;) {
      const failure = await connection.send(next()).then(
        ({ status, body }) => (status === 200 ? null : `${status} ${body.toString()}`),
        (error: Error) => error.message,
      );
      const answered = performance.now();
      if (failure === null) latencies.push(answered - now);
      else {
        errors += 1;
        firstError ??= failure;
      }
      now = answered;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: round.connections }, (_, index) => one(index)));
  const seconds = (performance.now() - began) / 1000;
  return { requests: latencies.length, errors, seconds, latencies: Float64Array.from(latencies), firstError };
}

process.on('message', (rounds: Round[]) => {
  void Promise.all(rounds.map(measure)).then((measured) => process.send?.(measured));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
