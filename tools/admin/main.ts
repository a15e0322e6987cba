/** `npm run admin -- create LOGIN [--school NAME]`: the first administrator of a school, by a one-time activation code. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../start/children.ts';
import { StartProblem } from '../start/console.ts';
import { withSchool } from '../start/school.ts';
import { root } from '../start/settings.ts';

const usage = 'Usage: npm run admin -- create LOGIN [--school NAME]';

interface Issued {
  login: string;
  code: string;
  expiresAt: string;
}

async function create(login: string, school: string): Promise<void> {
  const program = path.join(root, 'apps/api/dist/cli/create-administrator.js');
  const said = await withSchool((environment) => run([program, login, school], environment));
  const issued = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Issued;
  const address = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
  console.log(`✓ One-time activation code for ${issued.login}: ${issued.code}`);
  console.log(
    `  Valid until ${new Date(issued.expiresAt).toLocaleString()}. Open ${address}/activate and choose a password.`,
  );
}

try {
  const { values, positionals } = parseArgs({
    options: { school: { type: 'string', default: '网上党校' } },
    allowPositionals: true,
  });
  const [verb, login, ...rest] = positionals;
  if (verb !== 'create' || !login || rest.length > 0) throw new StartProblem(usage);
  await create(login, values.school);
} catch (error) {
  const known = error instanceof StartProblem || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(`✖ ${known ? (error as Error).message : ((error as Error).stack ?? String(error))}`);
  process.exitCode = 1;
}
