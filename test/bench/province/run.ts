import { ProductServer } from '../../support/server.ts';
import { openProvince } from './province.ts';
import { provinceBenches } from './registry.ts';
import type { Row } from './types.ts';

/** A tenth of the other: what a page needs more at ten times the people is its growth. */
const SMALL = 10_000;
const BIG = 100_000;

/** Serves both provinces side by side and runs the named parts; each row as it comes. */
export async function* benchProvince(parts: readonly string[], say: (line: string) => void): AsyncGenerator<Row> {
  const ending: (() => Promise<void>)[] = [];
  try {
    const small = await openProvince(SMALL, say);
    ending.push(() => small.close());
    const big = await openProvince(BIG, say);
    ending.push(() => big.close());
    const fresh = async () => {
      const server = await ProductServer.start({ apps: ['api'], environment: { LOG_LEVEL: 'error', ROLE: 'all' } });
      ending.push(() => server.stop());
      return server;
    };
    for (const part of parts) {
      const bench = provinceBenches[part];
      if (bench) yield* bench({ big, small, fresh });
    }
  } finally {
    for (const end of ending.reverse()) await end();
  }
}
