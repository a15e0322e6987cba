import type { people, ResponseOf } from '@dangxiao/contracts';
import type { OrganizationSettings, SettingName } from '@dangxiao/domain';
import { useText } from '../../i18n/use-text.ts';

export type SettingsView = ResponseOf<typeof people.getSettings>;

/** What settings mean and where they come from, in words. */
export function useSettingLabels() {
  const text = useText();
  const daysOf = (list: readonly number[]) =>
    list.map((count) => text('settings.days', { count })).join(text('app.separator'));
  const reminders = (of: OrganizationSettings['reminders']): string[] => {
    const lines = [
      of.beforeDays.length > 0 && text('settings.before', { days: daysOf([...of.beforeDays].sort((a, b) => b - a)) }),
      of.atDeadline && text('settings.atDeadline'),
      of.afterDays.length > 0 && text('settings.after', { days: daysOf([...of.afterDays].sort((a, b) => a - b)) }),
      of.secretaryAfterDays !== null && text('settings.secretary', { days: daysOf([of.secretaryAfterDays]) }),
      of.superiorAfterDays !== null && text('settings.superior', { days: daysOf([of.superiorAfterDays]) }),
    ].filter((line) => line !== false);
    return lines.length > 0 ? lines : [text('settings.nobody')];
  };
  /** One line each of what a setting says. */
  const linesOf = (name: SettingName, settings: Partial<OrganizationSettings>): string[] => {
    if (name === 'reminders') return settings.reminders ? reminders(settings.reminders) : [text('settings.inherit')];
    const value = settings[name];
    if (value === undefined) return [text('settings.inherit')];
    if (value === null) return [text('settings.anyTime')];
    if (typeof value === 'object') return [text('settings.hours', { ...(value as { from: string; to: string }) })];
    return [text(value ? 'settings.on' : 'settings.off')];
  };
  const sourceOf = ({ from, name }: SettingsView['sources']['ranking']): string => {
    if (from !== 'above') return text(`settings.${from}`);
    return name === null ? text('settings.aboveUnnamed') : text('settings.above', { name });
  };
  return { linesOf, sourceOf };
}
