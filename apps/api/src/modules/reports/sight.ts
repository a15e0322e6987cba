import { dayIn } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';
import { grantedIds, organizationInScope } from '../people/index.ts';

/** An organization on a day, seen by somebody. */
export interface Sight {
  id: string;
  day: string;
  /** The end of the day. */
  ends: Date;
  /** The same, or now when the day is not over: what was due before is late. */
  until: Date;
  /** Nodes whose subtrees the actor sees. */
  granted: string[];
}

interface When {
  zone: string;
  now: Date;
}

/**
 * The organization as the actor may look at it on a day. On a past day rights reach what stood below their nodes on that day; of a time when
 * nothing was known of the organization there is nothing to see, and who sees it today may know that.
 * @throws ApiError organization_not_found; validation_failed for a day to come
 */
export async function sightOf(
  db: Sql,
  scope: Scope<'records.read'>,
  organizationId: string,
  asOf: string | undefined,
  { zone, now }: When,
): Promise<Sight> {
  const today = dayIn(zone, now);
  const day = asOf ?? today;
  if (day > today) throw fieldError('query.asOf', 'too_big', { maximum: today });
  const granted = grantedIds(scope);
  const row = await db.one<{ stood: boolean; seen: boolean; ends: Date }>(
    `select count(*) > 0 as stood, coalesce(bool_or(b.ancestor_id = any($3::uuid[])), false) as seen,
       ($2::date + 1)::timestamp at time zone $4 as ends
     from organization_below b where b.organization_id = $1 and b.from_day <= $2::date and b.to_day > $2::date`,
    [organizationId, day, granted, zone],
  );
  if (!row) throw new ApiError('organization_not_found');
  if (day === today || !row.seen) {
    if (day !== today && row.stood) throw new ApiError('organization_not_found');
    await organizationInScope(db, scope, organizationId);
  }
  return { id: organizationId, day, ends: row.ends, until: row.ends < now ? row.ends : now, granted };
}
