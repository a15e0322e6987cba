import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { byId, done, id, name, page, paging, revision, search } from './schemas.ts';

/** A unit as organizations and people name it. */
export const employingUnitRef = z.object({ id, name: z.string() });
const employingUnitView = employingUnitRef.extend({
  code: z.string(),
  parent: employingUnitRef.nullable(),
  /** Organizations and people of the actor's subtrees that are counted to it; people also through their organization. */
  organizations: z.number().int(),
  people: z.number().int(),
  revision,
});
const code = z.string().trim().min(1).max(40);
const byUnit = byId('employingUnitId');
const changing = ['employing_unit_not_found', 'employing_unit_used_elsewhere'] as const;

/** Units that employ people: the second tree, shared by the whole school; it classifies and grants nothing. */
export const employingUnits = {
  listEmployingUnits: defineEndpoint({
    id: 'people.listEmployingUnits',
    method: 'GET',
    path: '/employing-units',
    access: { permission: 'organizations.read' },
    summary: 'Employing units',
    description: 'In order of name (pinyin). Search by part of the name, pinyin initials or the beginning of the code.',
    query: z.strictObject({
      q: search,
      /** Only this one. */
      employingUnitId: id.optional(),
      ...paging,
    }),
    response: page(employingUnitView),
  }),
  createEmployingUnit: defineEndpoint({
    id: 'people.createEmployingUnit',
    method: 'POST',
    path: '/employing-units',
    access: { permission: 'organizations.write' },
    summary: 'Add an employing unit',
    description: 'Below another one or at the top. Its code is unique in the school.',
    body: z.strictObject({ name, code, parentUnitId: id.nullable().default(null) }),
    response: z.object({ id }),
    errors: ['employing_unit_not_found', 'employing_unit_code_taken'],
  }),
  updateEmployingUnit: defineEndpoint({
    id: 'people.updateEmployingUnit',
    method: 'PATCH',
    path: '/employing-units/:employingUnitId',
    access: { permission: 'organizations.write' },
    summary: 'Change an employing unit',
    description:
      'Refused where organizations or people outside the subtrees of the actor are counted to it. Never below itself.',
    params: byUnit,
    body: z.strictObject({
      revision,
      name: name.optional(),
      code: code.optional(),
      parentUnitId: id.nullable().optional(),
    }),
    response: employingUnitView,
    errors: [...changing, 'employing_unit_code_taken', 'employing_unit_below_itself', 'stale_revision'],
  }),
  removeEmployingUnit: defineEndpoint({
    id: 'people.removeEmployingUnit',
    method: 'DELETE',
    path: '/employing-units/:employingUnitId',
    access: { permission: 'organizations.write' },
    summary: 'Remove an employing unit',
    description: 'Only while no organization, no person and no other unit names it.',
    params: byUnit,
    response: done,
    errors: [...changing, 'employing_unit_in_use'],
  }),
};
