import type { RoleName } from './permissions.ts';

/** Levels of delegation below the school's administrators (level 0). */
export const MOST_LEVELS = 3;

/** Roles that begin a line of delegation when they are held at the root of the school. */
const FIRST: ReadonlySet<RoleName> = new Set<RoleName>(['school_administrator', 'security_administrator']);

/**
 * The level of a new grant: 0 for the school's own administrators, else one below the grant that it is made under.
 * @returns null when that is deeper than delegation goes
 */
export function delegatedLevel(role: RoleName, atRoot: boolean, granterLevel: number): number | null {
  if (atRoot && FIRST.has(role)) return 0;
  return granterLevel < MOST_LEVELS ? granterLevel + 1 : null;
}

/** May somebody at this level end a grant of that level? Who delegates may take back; the school's own administrators stand beside each other. */
export const mayEnd = (actorLevel: number, grantLevel: number): boolean => actorLevel === 0 || actorLevel < grantLevel;
