import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from './console.ts';

export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

export interface Settings {
  port: number;
  dataDir: string;
  /** Of somebody else's PostgreSQL; without it the embedded one runs in the data folder. */
  databaseUrl: string | undefined;
  demo: boolean;
  watch: boolean;
  environment: NodeJS.ProcessEnv;
}

/** What the start itself needs of the environment; everything else is read and checked by the API (apps/api/src/config). */
export function readSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartProblem(`PORT is "${environment.PORT}", which is no port number. Try: PORT=3000 npm start`);
  }
  return {
    port,
    dataDir: path.resolve(root, environment.DATA_DIR ?? '.data'),
    databaseUrl: environment.DATABASE_URL || undefined,
    demo: environment.DEMO ? environment.DEMO === '1' : environment.NODE_ENV !== 'production',
    watch: args.includes('--watch'),
    environment,
  };
}
