import { people } from '@dangxiao/contracts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { templateFor } from './template/template.ts';

const names = {
  organizations: { 'zh-CN': '组织导入模板', en: 'organizations-template' },
  people: { 'zh-CN': '人员导入模板', en: 'people-template' },
} as const;

/** The file to fill in. */
@Handles(people.readImportTemplate)
export class ReadImportTemplate implements Handler<typeof people.readImportTemplate> {
  async run({ query, reply }: CallOf<typeof people.readImportTemplate>) {
    const name = encodeURIComponent(`${names[query.kind][query.language]}.xlsx`);
    void reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(await templateFor(query.kind, query.language));
  }
}
