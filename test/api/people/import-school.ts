import { people, type ResponseOf } from '@dangxiao/contracts';
import type { ImportKind } from '@dangxiao/domain';
import { ImportJob } from '../../../apps/api/src/modules/imports/import-job.ts';
import type { Client } from '../../support/client.ts';
import type { Node, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { Tus } from '../media/tus.ts';

export type View = ResponseOf<typeof people.getImport>;
export type Row = ResponseOf<typeof people.listImportRows>['items'][number];

/** A school with two committees, each with branches and an administrator, and files that are brought in. */
export class ImportSchool {
  private constructor(
    readonly t: TestApp,
    private readonly tus: Tus,
    readonly root: Node,
    readonly administrator: SignedIn,
    readonly left: Node,
    readonly right: Node,
    readonly stranger: SignedIn,
  ) {}

  static async open(): Promise<ImportSchool> {
    const t = await testApp();
    const school = await t.make.school();
    const left = await t.make.organization(school.root, { kind: 'committee', name: '城关党委', code: 'LEFT' });
    const right = await t.make.organization(school.root, { kind: 'committee', name: '河西党委', code: 'RIGHT' });
    for (const code of ['L1', 'L2']) await t.make.organization(left, { code, name: `${code}支部` });
    await t.make.organization(right, { code: 'R1', name: '河西支部' });
    const administrator = await t.make.administrator(left);
    const stranger = await t.make.administrator(right);
    return new ImportSchool(t, await Tus.of(t), school.root, administrator, left, right, stranger);
  }

  /** Does what the state of the batch asks for, as the worker would. */
  async work(batchId: string): Promise<void> {
    const by = {
      actor: { accountId: this.administrator.accountId, login: 'x' },
      request: { ip: '127.0.0.1', headers: {} },
    };
    await this.t.get(ImportJob).run({ id: 'job', data: { batchId, by }, signal: new AbortController().signal });
  }

  async begin(
    kind: ImportKind,
    bytes: Uint8Array,
    { client = this.administrator.client, organization = this.left, name = 'table.xlsx' } = {},
  ) {
    const uploadId = await this.tus.upload(client, bytes, name);
    const { id } = await client.call(people.createImport, {
      body: { kind, organizationId: organization.id, uploadId },
    });
    return id;
  }

  /** Uploads, reads and checks. */
  async bring(kind: ImportKind, bytes: Uint8Array, options: Parameters<ImportSchool['begin']>[2] = {}): Promise<View> {
    const id = await this.begin(kind, bytes, options);
    await this.work(id);
    return this.see(id, options.client);
  }

  /** Days go by, and with them the sessions. */
  async wait(days: number): Promise<void> {
    this.t.clock.advance(days * 86_400_000);
    for (const who of [this.administrator, this.stranger]) who.client = await this.t.make.signIn(who.accountId);
  }

  see(importId: string, client: Client = this.administrator.client): Promise<View> {
    return client.call(people.getImport, { params: { importId } });
  }

  async rows(importId: string, query: Record<string, string> = {}): Promise<Row[]> {
    return (
      await this.administrator.client.call(people.listImportRows, {
        params: { importId },
        query: { limit: 100, ...query } as never,
      })
    ).items;
  }

  /** "2 name required; 3 phone phone_repeated": what is wrong, by row. */
  async wrong(importId: string): Promise<string> {
    const rows = await this.rows(importId, { wrong: 'true' });
    return rows
      .flatMap(({ row, problems }) => problems.map(({ column, code }) => `${row} ${column} ${code}`))
      .join('; ');
  }

  async commit(importId: string): Promise<View> {
    const { revision } = await this.see(importId);
    await this.administrator.client.call(people.commitImport, { params: { importId }, body: { revision } });
    await this.work(importId);
    return this.see(importId);
  }

  async undo(importId: string): Promise<View> {
    const { revision } = await this.see(importId);
    await this.administrator.client.call(people.undoImport, { params: { importId }, body: { revision } });
    await this.work(importId);
    return this.see(importId);
  }

  async count(sql: string, params: unknown[] = []): Promise<number> {
    return (await this.t.pg.one<{ n: number }>(`select count(*)::int as n from ${sql}`, params))?.n ?? 0;
  }
}
