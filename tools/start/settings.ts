import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownerMissing, type Addresses } from '../../apps/api/src/database/addresses.ts';
import { StartProblem } from './console.ts';

export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

export interface Settings {
  port: number;
  dataDir: string;
  /** The logins of an external PostgreSQL. Without them the start runs the embedded server in the data folder. */
  addresses: Addresses | undefined;
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
    addresses: addressesOf(environment),
    demo: environment.DEMO ? environment.DEMO === '1' : environment.NODE_ENV !== 'production',
    watch: args.includes('--watch'),
    environment,
  };
}

/** @throws StartProblem with the two lines to set where only one is: what the tools do needs the owner, what serves must not be the owner */
function addressesOf({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }: NodeJS.ProcessEnv): Addresses | undefined {
  if (appUrl && ownerUrl) return { appUrl, ownerUrl };
  if (appUrl) throw new StartProblem(ownerMissing(appUrl));
  if (ownerUrl)
    throw new StartProblem('DATABASE_OWNER_URL is set without DATABASE_URL, the address of the application.');
  return undefined;
}
