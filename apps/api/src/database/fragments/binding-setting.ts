/**
 * SQL: is a setting that binds (once on, nobody below can switch it off) on at the organization with this path?
 * @param path an ltree expression, e.g. `o.path`
 */
export const bindingSetting = (setting: 'twoFactor' | 'separatedDuties', path: string): string =>
  `exists (select from organization_setting setting join organization said on said.id = setting.organization_id
     where ${path} <@ said.path and (setting.settings ->> '${setting}')::boolean)`;
