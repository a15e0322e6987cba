import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from './config.ts';
import { Secrets } from './secrets.ts';

const DATABASE_URL = 'postgres://u:p@127.0.0.1:5432/d';
const production = {
  NODE_ENV: 'production',
  DATABASE_URL,
  PUBLIC_URL: 'https://school.example',
  SECRET_KEY: 'x'.repeat(40),
};
const message = (env: Record<string, string>) => {
  try {
    new Config(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('configuration', () => {
  it('needs nothing but a database', () => {
    const config = new Config({ DATABASE_URL });
    expect(config).toMatchObject({ port: 3000, zone: 'Asia/Shanghai', servesHttp: true, runsJobs: true, demo: false });
  });

  it.each([
    [{}, /^DATABASE_URL: .*set it to postgres:/],
    [{ DATABASE_URL, PORT: '99999' }, /^PORT: /],
    [{ DATABASE_URL, SCHOOL_ZONE: 'Moon/Base' }, /^SCHOOL_ZONE: .*Asia\/Shanghai/],
    [{ DATABASE_URL, STORAGE: 's3' }, /^S3_BUCKET: /],
    [{ DATABASE_URL, SMTP_URL: 'http://mail' }, /^SMTP_URL: .*smtp:\/\//],
    [{ DATABASE_URL, SMTP_URL: 'smtp://mail:25' }, /^MAIL_FROM: missing/],
    [{ ...production, SECRET_KEY: '' }, /^SECRET_KEY: missing; .*openssl rand/],
    [{ ...production, SECRET_KEY: 'short' }, /^SECRET_KEY: /],
    [{ ...production, PUBLIC_URL: '' }, /^PUBLIC_URL: missing/],
    [{ ...production, DEMO: '1' }, /^DEMO: a production start has no demo accounts/],
  ])('names the variable and the remedy in one line: %o', (env, expected) => {
    expect(message(env as Record<string, string>)).toMatch(expected);
    expect(message(env as Record<string, string>)).not.toContain('\n');
  });

  it('splits the work by ROLE', () => {
    const of = (ROLE: string) => new Config({ DATABASE_URL, ROLE });
    expect(of('http')).toMatchObject({ servesHttp: true, runsJobs: false });
    expect(of('jobs')).toMatchObject({ servesHttp: false, runsJobs: true });
  });
});

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-secrets-'));
  const secrets = () => new Secrets(new Config({ DATABASE_URL, DATA_DIR: folder }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, for their owner only', () => {
    const first = secrets().key('cookies');
    expect(secrets().key('cookies')).toEqual(first);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('differ by purpose', () => {
    const one = secrets();
    expect(one.key('cookies')).not.toEqual(one.key('anchors'));
    expect(one.key('cookies')).toHaveLength(32);
  });

  it('encrypt a field so that only its own context reads it', () => {
    const one = secrets();
    const bytes = one.encrypt('13812345678', 'person.phone');
    expect(secrets().decrypt(bytes, 'person.phone')).toBe('13812345678');
    expect(bytes.includes('13812345678')).toBe(false);
    expect(one.encrypt('13812345678', 'person.phone')).not.toEqual(bytes);
    expect(() => one.decrypt(bytes, 'person.identity')).toThrow();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => one.decrypt(bytes, 'person.phone')).toThrow();
  });

  it('hash for look-up, keyed and by context', () => {
    const one = secrets();
    expect(one.lookUpHash('138', 'a')).toEqual(secrets().lookUpHash('138', 'a'));
    expect(one.lookUpHash('138', 'a')).not.toEqual(one.lookUpHash('138', 'b'));
  });
});
