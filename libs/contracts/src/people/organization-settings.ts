import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId } from '../schemas.ts';

const days = z.number().int().min(1).max(365);
const severalDays = z
  .array(days)
  .max(5)
  .refine((list) => new Set(list).size === list.length);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Every setting of an organization; `organization-settings.ts` of the domain says what they mean. */
export const organizationSettings = z.strictObject({
  ranking: z.boolean(),
  twoFactor: z.boolean(),
  separatedDuties: z.boolean(),
  reminders: z.strictObject({
    beforeDays: severalDays,
    atDeadline: z.boolean(),
    afterDays: severalDays,
    secretaryAfterDays: days.nullable(),
    superiorAfterDays: days.nullable(),
  }),
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable(),
});
const source = z.object({ from: z.enum(['own', 'above', 'default']), name: z.string().nullable() });
const view = z.object({
  settings: organizationSettings,
  /** What the organization says for itself; a setting that is absent is inherited. */
  own: organizationSettings.partial(),
  /** Who decided each setting: the organization itself, one above (named where the actor may see it), or nobody. */
  sources: z.object({
    ranking: source,
    twoFactor: source,
    separatedDuties: source,
    reminders: source,
    quietHours: source,
  }),
  revision: z.number().int().min(0),
});

export const settings = {
  getSettings: defineEndpoint({
    id: 'people.getSettings',
    method: 'GET',
    path: '/organizations/:organizationId/settings',
    access: { permission: 'organizations.read' },
    summary: 'Settings of an organization',
    description: 'What holds there, what it says for itself, and where the rest comes from.',
    params: byId('organizationId'),
    response: view,
    errors: ['organization_not_found'],
  }),
  updateSettings: defineEndpoint({
    id: 'people.updateSettings',
    method: 'PUT',
    path: '/organizations/:organizationId/settings',
    access: { permission: 'organizations.write' },
    summary: 'Change the settings of an organization',
    description:
      'Replaces what the organization says for itself; what is left out is inherited. Two factors and separated duties are changed by `accounts.setSecurity` only and stay as they are. Holds for the subtree at once. The revision is 0 before the first change.',
    params: byId('organizationId'),
    body: z.strictObject({ revision: z.number().int().min(0), own: organizationSettings.partial() }),
    response: view,
    errors: ['organization_not_found', 'organization_closed', 'stale_revision'],
  }),
};
