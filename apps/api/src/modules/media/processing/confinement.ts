import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const works = async (command: readonly string[]): Promise<boolean> => {
  const [program = '', ...args] = [...command, 'true'];
  return run(program, args, { timeout: 5_000 }).then(
    () => true,
    () => false,
  );
};

let known: Promise<readonly string[]> | undefined;

/**
 * Programs of the system to start ffmpeg through, as far as this machine has and allows them: low priority, a network namespace without
 * network, and death with its parent. All of them replace themselves by the next, so that the process stays one.
 */
export function confinement(): Promise<readonly string[]> {
  known ??= find();
  return known;
}

async function find(): Promise<readonly string[]> {
  const chosen: string[] = [];
  const choices = [
    [['nice', '-n', '10']],
    [
      ['unshare', '-n'],
      ['unshare', '-rn'],
    ],
    [['setpriv', '--pdeathsig', 'KILL']],
  ];
  for (const alternatives of choices) {
    for (const alternative of alternatives) {
      if (!(await works([...chosen, ...alternative]))) continue;
      chosen.push(...alternative);
      break;
    }
  }
  return chosen;
}
