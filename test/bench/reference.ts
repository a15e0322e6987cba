/**
 * The reference, a process of its own: `node reference.ts SCHOOL.json`, with DATABASE_URL and DB_POOL of the server's environment. Bare Fastify
 * and `pg`: each request runs the product's own statement once and answers with what it gave. No session, no checks, no rules.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verify } from '@node-rs/argon2';
import Fastify from 'fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type * as SqlModule from '../../apps/api/src/database/pg.ts';
import type * as SessionsModule from '../../apps/api/src/http/sessions.queries.ts';
import type * as ListModule from '../../apps/api/src/modules/catalog/list-my-courses.ts';
import type * as ContentModule from '../../apps/api/src/modules/catalog/get-course-content.ts';
import type * as AnswersModule from '../../apps/api/src/modules/exams/save-answers.sql.ts';
import type * as HeartbeatsModule from '../../apps/api/src/modules/learning/heartbeats.queries.ts';
import { product } from '../../tools/demo/product.ts';
import { bareHeartbeat, type HeartbeatBody } from './bare-heartbeat.ts';

import type { BenchSchool } from './types.ts';

await import('reflect-metadata');
const { Pg } = await product<typeof SqlModule>('database/pg.js');
const { insertSession } = await product<typeof SessionsModule>('http/sessions.queries.js');
const { myCoursesSql } = await product<typeof ListModule>('modules/catalog/list-my-courses.js');
const { courseContentSql } = await product<typeof ContentModule>('modules/catalog/get-course-content.js');
const { saveAnswers } = await product<typeof AnswersModule>('modules/exams/save-answers.sql.js');
const { writeHeartbeats } = await product<typeof HeartbeatsModule>('modules/learning/heartbeats.queries.js');

const school = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchSchool;
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DB_POOL ?? 20),
});
const statements = new Pg(pool, new DataSource({ type: 'postgres' }));
/** Every statement planned once per connection. */
const prepared = {
  query: <Row>(sql: string, params: readonly unknown[] = []) => statements.prepared<Row>(sql, params),
  one: async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await statements.prepared<Row>(sql, params))[0] ?? null,
  execute: async (sql: string, params: readonly unknown[] = []) => (await statements.prepared(sql, params)).length,
};

const app = Fastify();
const personOf = (headers: Record<string, unknown>) => String(headers['x-person']);

app.post<{ Params: { leaseId: string }; Body: HeartbeatBody }>(
  '/api/v1/leases/:leaseId/heartbeats',
  async (request) => {
    const { params, body, headers } = request;
    const heartbeat = bareHeartbeat(school, personOf(headers), params.leaseId, body);
    await writeHeartbeats(prepared.query, [heartbeat]);
    return { seq: body.seq };
  },
);

interface Answer {
  Params: { attemptId: string; slot: string };
  Body: { epoch: number; seq: number; choice: string[] };
}
app.put<Answer>('/api/v1/my/attempts/:attemptId/answers/:slot', async ({ params, body, headers }) => {
  const { attemptId, slot } = params;
  const save = { ...body, attemptId, slot: Number(slot), personId: personOf(headers), at: new Date() };
  return (await saveAnswers((sql, params) => statements.prepared(sql, params), [save]))[0];
});

app.get('/api/v1/my/courses', ({ headers }) =>
  prepared.query(myCoursesSql, [personOf(headers), new Date(), null, null, 21]),
);

app.get<{ Params: { courseId: string } }>('/api/v1/catalog/courses/:courseId', ({ params, headers }) =>
  prepared.one(courseContentSql, [personOf(headers), params.courseId, new Date()]),
);

app.post<{ Body: { login: string; password: string } }>('/api/v1/sessions', async ({ body }) => {
  const account = await prepared.one<{ id: string; password_hash: string }>(
    'select id, password_hash from account where lower(login) = $1',
    [body.login],
  );
  if (!account || !(await verify(account.password_hash, body.password))) throw new Error('The password is wrong');
  const [minute, day] = [60_000, 86_400_000];
  const session = [account.id, randomBytes(32), '', '127.0.0.1', new Date(), minute, minute, day, day, null];
  await prepared.query(insertSession, session);
  return { id: account.id };
});

await app.listen({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.send?.((app.server.address() as { port: number }).port);
