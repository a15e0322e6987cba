import { z } from 'zod';

/** Party organizations: committee › general branch › branch › party group (domain.md). */
export const organizationKind = z.enum(['committee', 'general_branch', 'branch', 'party_group']);
export const personKind = z.enum([
  'applicant_activist',
  'development_candidate',
  'probationary_member',
  'full_member',
  'non_member',
]);
export const position = z.enum([
  'none',
  'branch_secretary',
  'branch_committee_member',
  'party_affairs_worker',
  'section_cadre',
]);
export type OrganizationKind = z.infer<typeof organizationKind>;
export type PersonKind = z.infer<typeof personKind>;
export type Position = z.infer<typeof position>;

/** Positions of those who lead an organization (domain.md: organization and membership). */
export const leaderPosition = z.enum([
  'secretary',
  'deputy_secretary',
  'organization_member',
  'publicity_member',
  'discipline_member',
  'committee_member',
  'group_leader',
]);
/** Why somebody is exempt from hard requirements. */
export const exemptionKind = z.enum(['aged', 'ill', 'disabled']);
export const transferState = z.enum(['requested', 'accepted', 'refused', 'withdrawn']);
export type LeaderPosition = z.infer<typeof leaderPosition>;
export type ExemptionKind = z.infer<typeof exemptionKind>;
export type TransferState = z.infer<typeof transferState>;
