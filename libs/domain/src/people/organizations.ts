/** Party organizations: 党委 committee › 党总支 general branch › 党支部 branch › 党小组 party group. Also their order in lists. */
export const ORGANIZATION_KINDS = ['committee', 'general_branch', 'branch', 'party_group'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

const BELOW: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  committee: ['committee', 'general_branch', 'branch'],
  general_branch: ['branch'],
  branch: ['party_group'],
  party_group: [],
};

/** Kinds that may stand directly below a node of this kind; below null, the school's topmost place, only a committee. */
export function kindsBelow(parent: OrganizationKind | null): readonly OrganizationKind[] {
  return parent === null ? ['committee'] : BELOW[parent];
}
