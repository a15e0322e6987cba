import { z } from 'zod';
import { roleName } from './roles.ts';
import { id, instant } from '../schemas.ts';

/** The signed-in account. While a step of signing in is missing it says nothing but that. */
export const meView = z.object({
  accountId: id,
  login: z.string(),
  person: z
    .object({ id, name: z.string(), organizationId: id, organizationName: z.string(), kind: z.string() })
    .nullable(),
  /** Union of the permissions of all grants; where each holds is decided by the server. */
  permissions: z.array(z.string()),
  grants: z.array(z.object({ role: roleName, organizationId: id, organizationName: z.string() })),
  consentRequired: z.boolean(),
  /** What is missing before the session opens anything: a code of the second factor, or setting one up. */
  pending: z.enum(['verify', 'enrol']).nullable(),
  /** Set while an administrator looks at the portal as `person`: nothing can be changed. */
  seeing: z.object({ actorName: z.string(), reason: z.string(), until: instant }).nullable(),
  /** The server's clock, for countdowns. */
  serverTime: instant,
});
