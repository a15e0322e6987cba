import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A Chromium that plays H.264 and AAC, and how to launch it. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];
/** Root has no user namespace to sandbox in; small containers have a tiny /dev/shm. */
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : ['--disable-dev-shm-usage'];

/** The machine's Chromium (or that of CHROMIUM_PATH); without one, npm's, unpacked once with the libraries it needs. */
export function findChromium(): Browser {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, but there is no such file.`);
  const executablePath =
    wanted ?? (process.env.CHROMIUM === 'npm' ? undefined : installed.find((file) => existsSync(file)));
  return executablePath ? { executablePath, args, env: plainEnvironment() } : fromNpm();
}

function fromNpm(): Browser {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const library = path.resolve(path.dirname(entry), '..');
  const folder = path.join(library, '..', '..', '.cache', 'dangxiao-chromium');
  const finished = path.join(folder, 'finished');
  if (!existsSync(finished)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    unpack(library, folder);
    writeFileSync(finished, '');
  }
  writeFileSync(path.join(folder, 'fonts', 'fonts.conf'), fontsConf(folder));
  const libraries = [path.join(folder, 'al2023', 'lib'), folder, process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...args, '--disable-gpu'],
    env: { ...plainEnvironment(), LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  };
}

/** The package's own says where a cloud function has its fonts; a Chromium that finds no font at all ends at the first letter. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the folder for temporary files: a process of its own gets ours as that. */
function unpack(library: string, folder: string): void {
  const program = `
    import chromium, { inflate } from '@sparticuz/chromium';
    await chromium.executablePath();
    await inflate(${JSON.stringify(path.join(library, 'bin', 'al2023.tar.br'))});
  `;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm's Chromium could not be unpacked: ${stderr}`);
}

function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
