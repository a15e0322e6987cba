import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkDataFolder, checkPort, ensureFfmpeg } from './checks.ts';
import { table } from './console.ts';
import { readSettings } from './settings.ts';

describe('what is wrong is said in one line with its remedy', () => {
  it('a port in use', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(checkPort(port)).rejects.toThrow(
      `Port ${port} is in use. Stop what runs there or choose another port: PORT=`,
    );
    server.close();
    await once(server, 'close');
    await expect(checkPort(port)).resolves.toBeUndefined();
  });

  it('a port that is no number', () => {
    expect(() => readSettings({ PORT: 'http' }, [])).toThrow('PORT is "http", which is no port number');
  });

  it.each(['below a file', '/proc/dangxiao'])('a data folder that cannot be made: %s', (where) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-checks-'));
    writeFileSync(path.join(folder, 'file'), '');
    const place = where.startsWith('/') ? where : path.join(folder, 'file', 'data');
    expect(() => checkDataFolder(place)).toThrow('cannot be written');
    rmSync(folder, { recursive: true });
  });

  it('an ffmpeg that is not where it was said to be', async () => {
    expect(await ensureFfmpeg({ FFMPEG_PATH: '/nowhere/ffmpeg' }, tmpdir())).toContain('everything but transcoding');
  });
});

describe('settings', () => {
  it('load the demo school outside production, unless told otherwise', () => {
    expect(readSettings({}, []).demo).toBe(true);
    expect(readSettings({ NODE_ENV: 'production' }, []).demo).toBe(false);
    expect(readSettings({ DEMO: '0' }, []).demo).toBe(false);
  });
});

describe('table', () => {
  it('aligns Chinese, two cells a character', () => {
    expect(
      table([
        ['王建国', 'a'],
        ['Li', 'b'],
      ]).split('\n'),
    ).toEqual(['  王建国  a', '  Li      b']);
  });
});
