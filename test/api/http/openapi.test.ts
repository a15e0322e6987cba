import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@dangxiao/contracts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs a linter's program and resolves to its exit code and output. */
function lint(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('the documentation', () => {
  let t: TestApp;
  let file: string;
  let document: { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
  beforeAll(async () => {
    t = await testApp();
    const answer = await t.visitor().send({ method: 'GET', url: '/api/docs/openapi.json' });
    document = answer.body as unknown as typeof document;
    file = join(t.dataDir, 'openapi.json');
    writeFileSync(file, answer.bytes);
  });
  afterAll(() => t.close());

  it('lists every operation of the table once', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(ids.sort()).toEqual(endpoints.map((endpoint) => endpoint.id).sort());
  });

  it("passes redocly's recommended rules without an error or a warning", async () => {
    const { code, output } = await lint('@redocly/cli/bin/cli.js', ['lint', '--extends=recommended', file]);
    expect(output).toContain('Your API description is valid');
    expect(output).not.toMatch(/\bwarning/i);
    expect(code).toBe(0);
  }, 60_000);

  it("passes spectral's oas rules without an error or a warning", async () => {
    const rules = join(t.dataDir, 'spectral.json');
    writeFileSync(rules, JSON.stringify({ extends: ['spectral:oas'] }));
    const args = ['lint', '--ruleset', rules, '--fail-severity=warn', file];
    const { code, output } = await lint('@stoplight/spectral-cli/dist/index.js', args);
    expect(code === 0 ? '' : output).toBe('');
  }, 60_000);

  it('is a page that runs no inline script and loads nothing from elsewhere', async () => {
    const visitor = t.visitor();
    const page = await visitor.send({ method: 'GET', url: '/api/docs' });
    const html = page.bytes.toString();
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    for (const [, url] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(url).toMatch(/^\/api\/docs\//);
      expect((await visitor.send({ method: 'GET', url: url ?? '' })).status).toBe(200);
    }
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  });
});
