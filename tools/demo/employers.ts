import { people } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';

interface DemoEmployer {
  name: string;
  code: string;
  /** Code of the employer above. */
  below?: string;
  /** Organizations of its people. */
  organizations: readonly string[];
}

/** Where the members of the invented county work; villagers have no employer. */
const employers: readonly DemoEmployer[] = [
  { name: '青山县教育局', code: 'D-JY', organizations: ['县教育局党委'] },
  { name: '青山县第一中学', code: 'D-JY-1', below: 'D-JY', organizations: ['青山一中党支部'] },
  { name: '青山县实验小学', code: 'D-JY-2', below: 'D-JY', organizations: ['实验小学党支部'] },
  { name: '青山县人民医院', code: 'D-YY', organizations: ['县人民医院党委', '内科党支部', '外科党支部'] },
  { name: '中共青山县委组织部', code: 'D-ZZ', organizations: ['县委组织部机关党支部'] },
  { name: '青山县财政局', code: 'D-CZ', organizations: ['县财政局党支部'] },
  { name: '城关街道办事处', code: 'D-CG', organizations: ['城关街道机关党支部'] },
  { name: '柳河镇人民政府', code: 'D-LH', organizations: ['柳河镇机关党支部'] },
  { name: '青山机械有限公司', code: 'Q-01', organizations: [] },
];

/** Adds the employers. @returns their ids by the names of the organizations that are counted to them */
export async function addEmployers(admin: HttpClient): Promise<Map<string, string>> {
  const byCode = new Map<string, string>();
  const byOrganization = new Map<string, string>();
  for (const { name, code, below, organizations } of employers) {
    const body = { name, code, parentEmployerId: byCode.get(below ?? '') ?? null };
    const { id } = await admin.call(people.createEmployer, { body });
    byCode.set(code, id);
    for (const organization of organizations) byOrganization.set(organization, id);
  }
  return byOrganization;
}
