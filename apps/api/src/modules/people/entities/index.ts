import { Employer } from './employer.ts';
import { Exemption } from './exemption.ts';
import { FloatingTerm } from './floating-term.ts';
import { LeaderTerm } from './leader-term.ts';
import { Membership } from './membership.ts';
import { Organization } from './organization.ts';
import { OrganizationRelation } from './organization-relation.ts';
import { OrganizationSetting } from './organization-setting.ts';
import { OrganizationVersion } from './organization-version.ts';
import { Person } from './person.ts';
import { PersonMerge } from './person-merge.ts';
import { Transfer } from './transfer.ts';

export const peopleEntities = [
  Employer,
  Exemption,
  FloatingTerm,
  LeaderTerm,
  Membership,
  Organization,
  OrganizationRelation,
  OrganizationSetting,
  OrganizationVersion,
  Person,
  PersonMerge,
  Transfer,
];
