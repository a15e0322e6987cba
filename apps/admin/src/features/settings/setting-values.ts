import { DEFAULT_SETTINGS, type OrganizationSettings, type SettingName } from '@dangxiao/domain';
import type { SettingsView } from './use-setting-labels.ts';

/** Settings that are changed here; the others belong to the security page. */
export type EditableName = 'reminders' | 'quietHours' | 'ranking';
export const isEditable = (name: SettingName): name is EditableName =>
  name === 'reminders' || name === 'quietHours' || name === 'ranking';

type Own = Partial<OrganizationSettings>;

export interface SettingValues {
  /** `none` is what the setting can say without any details: no quiet hours, no ranking. */
  choice: 'inherit' | 'own' | 'none';
  /** The details of `own`; names are those of the request. */
  own?: { reminders?: OrganizationSettings['reminders']; quietHours?: { from: string; to: string } };
}

/** What the form starts from: own words where there are some, else what holds now to go on from. */
export function valuesOf(name: EditableName, { own, settings }: SettingsView): SettingValues {
  const said = own[name];
  const choice = said === undefined ? 'inherit' : said === null || said === false ? 'none' : 'own';
  const quietHours = settings.quietHours ?? DEFAULT_SETTINGS.quietHours;
  return { choice, own: { reminders: settings.reminders, ...(quietHours ? { quietHours } : {}) } };
}

/** Everything that the organization says once the form is saved. */
export function ownAfter(name: EditableName, before: Own, { choice, own }: SettingValues): Own {
  const { [name]: _replaced, ...rest } = before;
  if (choice === 'inherit') return rest;
  if (name === 'ranking') return { ...rest, ranking: choice === 'own' };
  if (choice === 'none') return { ...rest, quietHours: null };
  if (name === 'quietHours') return own?.quietHours ? { ...rest, quietHours: own.quietHours } : rest;
  return own?.reminders ? { ...rest, reminders: own.reminders } : rest;
}
