import { accounts, people } from '@dangxiao/contracts';
import type * as ImportJobModule from '../../apps/api/src/modules/imports/import-job.ts';
import type { HttpClient } from '../support/http-client.ts';
import { product, type Product } from './product.ts';

const head = '姓名,组织编码,人员类别,职务,手机号,加入本组织的日期,备注';
/** The hospital's newcomers. The remarks are a column that nobody reads. */
const newcomers = [
  '沈若兰,1.4.1,正式党员,,19900030001,2025-09-01,护理部',
  '许明哲,1.4.1,预备党员,,19900030002,2025-09-01,',
  '邵文博,1.4.1,正式党员,,19900030003,2025-09-01,调入',
  '曾雨晴,1.4.2,正式党员,,19900030004,2025-09-01,',
  '贺建军,1.4.2,发展对象,,19900030005,2025-09-01,',
  '陶思远,1.4.2,正式党员,,19900030006,2025-09-01,调入',
];
/** The schools' list as it was sent: a code that does not exist, a digit too few, a kind in other words, one person twice, a name missing. */
const faulty = [
  '梁晓彤,1.3.1,正式党员,,19900031001,2025-08-20',
  '龚志远,1.3.9,正式党员,,19900031002,2025-08-20',
  '祁红梅,1.3.2,正式党员,,1990003100,2025-08-20',
  '段子涵,1.3.2,党员同志,,19900031004,2025-08-20',
  '梁晓彤,1.3.1,正式党员,,19900031001,2025-08-20',
  ',1.3.1,预备党员,,19900031006,2025-08-20',
  '柳诗雨,1.3.1,预备党员,,19900031007,2025-08-20',
  '武凯,1.3.2,正式党员,支部委员,19900031008,2025-08-20',
];

/** Two tables of people: one was imported, the other waits for its faults to be repaired. */
export async function importPeople(opened: Product, admin: HttpClient, planted: Map<string, string>): Promise<void> {
  const hospital = await bring(opened, admin, planted.get('县人民医院党委'), '县人民医院新进党员.csv', [
    head,
    ...newcomers,
  ]);
  const { revision } = await admin.call(people.getImport, { params: { importId: hospital } });
  await admin.call(people.commitImport, { params: { importId: hospital }, body: { revision } });
  await work(opened, admin, hospital);
  await bring(opened, admin, planted.get('县教育局党委'), '县教育局党员名册.csv', [head, ...faulty]);
}

async function bring(
  opened: Product,
  admin: HttpClient,
  organizationId: string | undefined,
  fileName: string,
  lines: readonly string[],
): Promise<string> {
  const uploadId = await admin.upload(fileName, Buffer.from(lines.join('\r\n')));
  const { id } = await admin.call(people.createImport, {
    body: { kind: 'people', organizationId: organizationId ?? '', uploadId },
  });
  await work(opened, admin, id);
  return id;
}

/** Does what the worker would; the loader runs none. */
async function work({ app }: Product, admin: HttpClient, batchId: string): Promise<void> {
  const { ImportJob } = await product<typeof ImportJobModule>('modules/imports/import-job.js');
  const { accountId, login } = await admin.call(accounts.me);
  const by = { actor: { accountId, login }, request: { ip: '127.0.0.1', headers: {} } };
  const job = app.get(ImportJob, { strict: false });
  await job.run({ id: batchId, data: { batchId, by }, signal: new AbortController().signal });
}
