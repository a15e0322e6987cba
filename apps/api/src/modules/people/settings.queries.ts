import type { people, ResponseOf } from '@dangxiao/contracts';
import { effectiveSettings, SETTING_NAMES, type OrganizationSettings } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';

export type SettingsView = ResponseOf<typeof people.getSettings>;

interface Link {
  id: string;
  name: string;
  path: string;
  settings: Partial<OrganizationSettings> | null;
  revision: number | null;
}

/** The organization and everything above it, from the root down. */
const chainOf = (sql: Sql, organizationId: string) =>
  sql.query<Link>(
    `select up.id, up.name, up.path::text as path, s.settings, s.revision
     from organization o join organization up on o.path <@ up.path left join organization_setting s on s.organization_id = up.id
     where o.id = $1 order by nlevel(up.path)`,
    [organizationId],
  );

/** What holds for an organization now. One that does not exist has the defaults. */
export async function settingsOf(sql: Sql, organizationId: string): Promise<OrganizationSettings> {
  return effectiveSettings((await chainOf(sql, organizationId)).map((link) => link.settings ?? {})).settings;
}

/** The settings with where each comes from; organizations above the actor's sight are not named. */
export async function settingsView(
  sql: Sql,
  scope: Scope<'organizations.read'>,
  organizationId: string,
): Promise<SettingsView> {
  const chain = await chainOf(sql, organizationId);
  const { settings, decidedBy } = effectiveSettings(chain.map((link) => link.settings ?? {}));
  const own = chain.at(-1);
  const source = (place: number | null): SettingsView['sources']['ranking'] => {
    const link = place === null ? undefined : chain[place];
    if (!link) return { from: 'default', name: null };
    if (link === own) return { from: 'own', name: link.name };
    return { from: 'above', name: scope.reaches(link.path) ? link.name : null };
  };
  const sources = Object.fromEntries(SETTING_NAMES.map((name) => [name, source(decidedBy[name])]));
  return {
    settings,
    own: own?.settings ?? {},
    sources: sources as SettingsView['sources'],
    revision: own?.revision ?? 0,
  };
}
