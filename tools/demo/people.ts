import { people, type BodyInput, type PersonKind, type Position } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import { personName } from './names.ts';
import type { Random } from './random.ts';
import { sideBySide } from './side-by-side.ts';
import { tree, type DemoNode } from './tree.ts';
import { addEmployers } from './employers.ts';

export interface DemoPerson {
  id: string;
  name: string;
  branch: string;
}

/** Organizations by name, each with its id. */
export async function plantTree(admin: HttpClient, rootId: string): Promise<Map<string, string>> {
  const planted = new Map<string, string>();
  const employers = await addEmployers(admin);
  const plant = async (node: DemoNode, parentId: string, code: string): Promise<void> => {
    const { id } = await admin.call(people.createOrganization, {
      body: { parentId, name: node.name, kind: node.kind, code, employerId: employers.get(node.name) ?? null },
    });
    planted.set(node.name, id);
    for (const [index, child] of (node.children ?? []).entries()) await plant(child, id, `${code}.${index + 1}`);
  };
  for (const [index, node] of tree.entries()) await plant(node, rootId, `1.${index + 1}`);
  return planted;
}

const kindOf = (chance: number): PersonKind =>
  chance < 0.86
    ? 'full_member'
    : chance < 0.91
      ? 'probationary_member'
      : chance < 0.95
        ? 'development_candidate'
        : 'applicant_activist';

const positionOf = (index: number): Position =>
  index === 0 ? 'branch_secretary' : index <= 2 ? 'branch_committee_member' : 'none';

/** Fills the branches with members; the first of each is its secretary. Phone numbers are of a range that is not in use. */
export async function populate(admin: HttpClient, planted: Map<string, string>, random: Random): Promise<DemoPerson[]> {
  const drafts: { branch: string; body: BodyInput<typeof people.createPerson> }[] = [];
  let number = 0;
  for (const [branch, organizationId] of planted) {
    if (!branch.endsWith('支部')) continue;
    for (let index = 0; index < random.between(13, 19); index++) {
      number += 1;
      const name = personName(random);
      const exempt = index > 2 && random.next() < 0.06;
      const body = {
        organizationId,
        since: '2021-07-01',
        name,
        kind: index <= 2 ? ('full_member' as const) : kindOf(random.next()),
        position: positionOf(index),
        phone: `1990000${String(number).padStart(4, '0')}`,
        exempt,
        exemptReason: exempt ? '年老体弱' : null,
      };
      drafts.push({ branch, body });
    }
  }
  return sideBySide(drafts, async ({ branch, body }) => {
    const { id } = await admin.call(people.createPerson, { body });
    return { id, name: body.name, branch };
  });
}
