import type { Clock } from '../../config/clock.ts';
import type { Scope } from '../../http/scope.ts';

/** A day of the past, by what was known at an instant. */
export interface AsOf {
  day: string;
  known: Date;
}

/** Null when today is asked for. */
export function asOfQuery(
  query: { asOf?: string | undefined; knownAt?: string | undefined },
  clock: Clock,
  today: string,
) {
  if (!query.asOf && !query.knownAt) return null;
  return { day: query.asOf ?? today, known: query.knownAt ? new Date(query.knownAt) : clock.now() };
}

/** SQL: does the dated row hold on the day, by what was known? `$day` and `$known` are places of parameters. */
export const holds = (row: string, day: string, known: string) =>
  `${row}.valid_from <= ${day}::date and (${row}.valid_to is null or ${row}.valid_to > ${day}::date)
   and ${row}.recorded_at <= ${known}::timestamptz and (${row}.superseded_at is null or ${row}.superseded_at > ${known}::timestamptz)`;

/** Ids of the nodes of the scope. On a past day they reach what stood below them on that day. */
export function grantedIds(scope: Scope): string[] {
  const labels = scope.paths.map((path) => path.split('.').at(-1) ?? '');
  return [...new Set(labels)].map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

/** SQL: `v`, the tree of the day ($1) by what was known ($2). */
export const treeOfDay = `v as (
  select x.organization_id as id, x.parent_id, x.name, x.code, x.kind, x.valid_from from organization_version x where ${holds('x', '$1', '$2')})`;
/** SQL: `way`, from the node ($3) up; the actor sees the node when one of $4 stands on it. */
export const wayUp = `way as (
  select v.id, v.parent_id, v.name, 0 as up from v where v.id = $3::uuid
  union all select v.id, v.parent_id, v.name, way.up + 1 from way join v on v.id = way.parent_id)`;
