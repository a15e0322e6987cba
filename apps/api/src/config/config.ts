import { resolve } from 'node:path';
import { z } from 'zod';
import { mailOf, mailRemedies, mailVariables, type MailConfig } from './mail.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const database = z.url({ protocol: /^postgres(ql)?$/ });

const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: count(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: database,
  DATABASE_OWNER_URL: database.optional(),
  DATABASE_DIRECT_URL: database.optional(),
  DB_POOLER: z.enum(['none', 'transaction']).default('none'),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  ROLE: z.enum(['http', 'jobs', 'all']).default('all'),
  SCHOOL_ZONE: z.string().default('Asia/Shanghai').refine(isZone),
  SECRET_KEY: z.string().min(32).optional(),
  STORAGE: z.enum(['folder', 's3']).default('folder'),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  FFMPEG_PATH: z.string().default('ffmpeg'),
  FFPROBE_PATH: z.string().default('ffprobe'),
  PATH: z.string().default('/usr/local/bin:/usr/bin:/bin'),
  DEMO: flag.default(false),
  PORTAL_DIST: z.string().default(resolve(import.meta.dirname, '../../../portal/dist')),
  ADMIN_DIST: z.string().default(resolve(import.meta.dirname, '../../../admin/dist')),
  DB_POOL: count(2, 200).default(20),
  DB_STATEMENT_SECONDS: count(5, 3600).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  STAFF_SESSION_IDLE_MINUTES: count(1, 1440).default(30),
  STAFF_SESSION_HOURS: count(1, 168).default(12),
  LEARNER_SESSION_IDLE_DAYS: count(1, 30).default(7),
  LEARNER_SESSION_DAYS: count(1, 90).default(30),
  AUDIT_KEEP_MONTHS: count(6, 1200).optional(),
  ...mailVariables,
  EXPORT_KEEP_DAYS: count(1, 90).default(7),
});

/** What to do about a variable that is missing or wrong. */
const remedies: Partial<Record<keyof z.infer<typeof variables>, string>> = {
  DATABASE_URL:
    'set it to postgres://dangxiao_app:password@host:port/database, the login of the application (`npm start` does so for the embedded database)',
  DATABASE_OWNER_URL: 'set it to postgres://owner:password@host:port/database, the owner of the tables',
  DATABASE_DIRECT_URL: 'set it to the address of DATABASE_URL without the pooler',
  DB_POOLER: 'none, or transaction behind a pooler in transaction mode',
  SECRET_KEY:
    'set it to at least 32 random characters, e.g. from `openssl rand -base64 48`, and keep it: data are encrypted with it',
  PUBLIC_URL: 'set it to the address that people type, e.g. https://school.example.org',
  AUDIT_KEEP_MONTHS: 'the law asks for at least 6; leave it out to keep the log for ever',
  SCHOOL_ZONE: 'use a name such as Asia/Shanghai',
  ...mailRemedies,
  S3_BUCKET: 'with STORAGE=s3 set S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY',
};

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A configuration that cannot work: one line per variable, with the remedy. */
export class ConfigError extends Error {}

/** What the environment says, checked. The only reader of `process.env`; everybody else has this injected. */
export class Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** The application's login, through the pooler where there is one. */
  readonly databaseUrl: string;
  /** The owner of the tables, for migrations only; a running process needs it not. */
  readonly databaseOwnerUrl: string | null;
  /** The application's login without the pooler: the job queue hears of new jobs there. */
  readonly databaseDirectUrl: string | null;
  readonly dbPooler: 'none' | 'transaction';
  readonly dataDir: string;
  readonly publicUrl: string | null;
  /** Addresses or ranges whose X-Forwarded-For is believed. */
  readonly trustedProxies: string[];
  readonly servesHttp: boolean;
  readonly runsJobs: boolean;
  readonly zone: string;
  readonly secretKey: string | null;
  readonly storage:
    | { kind: 'folder'; folder: string }
    | { kind: 's3'; endpoint?: string; region: string; bucket: string; accessKey: string; secretKey: string };
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
  /** Where the two are looked for. */
  readonly searchPath: string;
  readonly demo: boolean;
  readonly portalDist: string;
  readonly adminDist: string;
  readonly dbPool: number;
  /** A statement that takes longer is ended; the migration sets it on the application's login. */
  readonly dbStatementSeconds: number;
  readonly logLevel: string;
  /** Whole months after which sealed months of the audit log are dropped; null keeps them for ever. */
  readonly auditKeepMonths: number | null;
  /** Null: no e-mail, messages stay in the inbox. */
  readonly mail: MailConfig | null;
  /** Days after which the file of an export is dropped. */
  readonly exportKeepDays: number;
  readonly sessions: { staff: { idleMs: number; absoluteMs: number }; learner: { idleMs: number; absoluteMs: number } };

  constructor(env: Record<string, string | undefined>) {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    const parsed = variables.safeParse(given);
    if (!parsed.success) throw new ConfigError(parsed.error.issues.map(explain).join('\n'));
    const v = parsed.data;
    this.production = v.NODE_ENV === 'production';
    if (this.production && v.DEMO)
      throw new ConfigError('DEMO: a production start has no demo accounts; remove DEMO=1');
    if (this.production && !v.SECRET_KEY) throw new ConfigError(`SECRET_KEY: missing; ${remedies.SECRET_KEY}`);
    if (this.production && !v.PUBLIC_URL) throw new ConfigError(`PUBLIC_URL: missing; ${remedies.PUBLIC_URL}`);
    this.port = v.PORT;
    this.host = v.HOST;
    this.databaseUrl = v.DATABASE_URL;
    this.databaseOwnerUrl = v.DATABASE_OWNER_URL ?? null;
    this.databaseDirectUrl = v.DATABASE_DIRECT_URL ?? null;
    this.dbPooler = v.DB_POOLER;
    this.dataDir = resolve(v.DATA_DIR);
    this.publicUrl = v.PUBLIC_URL ? new URL(v.PUBLIC_URL).origin : null;
    this.trustedProxies = v.TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    this.servesHttp = v.ROLE !== 'jobs';
    this.runsJobs = v.ROLE !== 'http';
    this.zone = v.SCHOOL_ZONE;
    this.secretKey = v.SECRET_KEY ?? null;
    this.storage = storageOf(v, this.dataDir);
    this.ffmpegPath = v.FFMPEG_PATH;
    this.ffprobePath = v.FFPROBE_PATH;
    this.searchPath = v.PATH;
    this.demo = v.DEMO;
    this.portalDist = resolve(v.PORTAL_DIST);
    this.adminDist = resolve(v.ADMIN_DIST);
    this.dbPool = v.DB_POOL;
    this.dbStatementSeconds = v.DB_STATEMENT_SECONDS;
    this.logLevel = v.LOG_LEVEL;
    this.exportKeepDays = v.EXPORT_KEEP_DAYS;
    this.auditKeepMonths = v.AUDIT_KEEP_MONTHS ?? null;
    const mail = mailOf(v);
    if (mail === 'MAIL_FROM') throw new ConfigError(`MAIL_FROM: missing; ${remedies.MAIL_FROM}`);
    this.mail = mail;
    this.sessions = {
      staff: { idleMs: v.STAFF_SESSION_IDLE_MINUTES * 60_000, absoluteMs: v.STAFF_SESSION_HOURS * 3_600_000 },
      learner: { idleMs: v.LEARNER_SESSION_IDLE_DAYS * 86_400_000, absoluteMs: v.LEARNER_SESSION_DAYS * 86_400_000 },
    };
  }

  static fromProcess(): Config {
    return new Config(process.env);
  }
}

function explain(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const remedy = remedies[name as keyof typeof remedies];
  return `${name}: ${issue.message}${remedy ? `; ${remedy}` : ''}`;
}

function storageOf(v: z.infer<typeof variables>, dataDir: string): Config['storage'] {
  if (v.STORAGE === 'folder') return { kind: 'folder', folder: resolve(dataDir, 'media') };
  const { S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = v;
  if (!bucket || !accessKey || !secretKey) throw new ConfigError(`S3_BUCKET: ${remedies.S3_BUCKET}`);
  return { kind: 's3', endpoint: v.S3_ENDPOINT, region: v.S3_REGION, bucket, accessKey, secretKey };
}
