import { people } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import type { DemoPerson } from './people.ts';

export interface Changing {
  emptied: string;
  merged: string;
  survivor: string;
  admin: HttpClient;
}

/** Two branches of the school's beginning that will not last: one stays empty, one has a few members. */
export async function plantChanging(admin: HttpClient, planted: Map<string, string>): Promise<Omit<Changing, 'admin'>> {
  const parentId = planted.get('柳河镇党委') ?? '';
  const branch = async (name: string, code: string) =>
    (await admin.call(people.createOrganization, { body: { parentId, name, code, kind: 'branch' } })).id;
  const emptied = await branch('柳河镇农机站党支部', '1.2.8');
  const merged = await branch('石桥村第二党支部', '1.2.9');
  for (const name of ['石有田', '石桂花', '罗石生']) {
    const body = { organizationId: merged, since: '2021-07-01', name, kind: 'full_member' as const };
    await admin.call(people.createPerson, { body });
  }
  return { emptied, merged, survivor: planted.get('石桥村党支部') ?? '' };
}

/** What changes in a real year: a merger, a closing, a transfer that waits, somebody away, somebody ill, one person entered twice. */
export async function makeChanges(
  { admin, emptied, merged, survivor }: Changing,
  planted: Map<string, string>,
  everybody: readonly DemoPerson[],
): Promise<void> {
  const revision = async (organizationId: string) =>
    (await admin.call(people.getOrganization, { params: { organizationId } })).revision;
  await admin.call(people.mergeOrganization, {
    params: { organizationId: merged },
    body: { intoId: survivor, revision: await revision(merged) },
  });
  await admin.call(people.closeOrganization, {
    params: { organizationId: emptied },
    body: { revision: await revision(emptied) },
  });
  const member = (branch: string, nth: number) => everybody.filter((one) => one.branch === branch)[nth]?.id ?? '';
  await admin.call(people.requestTransfer, {
    params: { personId: member('青山一中党支部', 7) },
    body: { toOrganizationId: planted.get('北门社区党支部') ?? '', reason: '退休后转到居住地' },
  });
  await admin.call(people.startFloating, {
    params: { personId: member('柳河村第二党支部', 6) },
    body: { hostOrganizationId: planted.get('东风社区第一党支部') ?? '', reason: '在县城务工' },
  });
  await admin.call(people.setExemption, {
    params: { personId: member('内科党支部', 8) },
    body: { kind: 'ill', reason: '住院治疗', validFrom: '2026-01-01' },
  });
  const organizationId = planted.get('北门社区党支部') ?? '';
  const twice = { organizationId, name: '周大同', kind: 'full_member' as const };
  await admin.call(people.createPerson, { body: { ...twice, phone: '19900019001' } });
  await admin.call(people.createPerson, { body: { ...twice, phone: '19900029001' } });
}
