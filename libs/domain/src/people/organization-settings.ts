/** When reminders of assigned training go out, in days before or after the deadline (a day is one of the school's zone). */
export interface ReminderSettings {
  /** To the learner, so many days before the deadline each. */
  beforeDays: number[];
  /** To the learner, on the day of the deadline. */
  atDeadline: boolean;
  /** To the learner, so many days after the deadline each. */
  afterDays: number[];
  /** To the branch secretary when the learner is that many days late; null: never. */
  secretaryAfterDays: number | null;
  /** To the superior organization when the learner is that many days late; null: never. */
  superiorAfterDays: number | null;
}

/** Local policy of an organization. Each setting holds for the subtree until an organization below says otherwise. */
export interface OrganizationSettings {
  /** Branches may be ranked in dashboards. Off by default: guidance forbids rankings of study (domain.md). */
  ranking: boolean;
  /** Administrators need a second factor. Once on it holds for the whole subtree: nobody below can switch it off. */
  twoFactor: boolean;
  /** System, security and audit duties lie with different people. Holds for the whole subtree, too. */
  separatedDuties: boolean;
  reminders: ReminderSettings;
  /** No e-mail from `from` to `to` (HH:MM in the school's zone, over midnight where from > to); null: at any time. */
  quietHours: { from: string; to: string } | null;
}
export type SettingName = keyof OrganizationSettings;

export const SETTING_NAMES = ['ranking', 'twoFactor', 'separatedDuties', 'reminders', 'quietHours'] as const;

/** What holds where no organization says anything. */
export const DEFAULT_SETTINGS: Readonly<OrganizationSettings> = {
  ranking: false,
  twoFactor: false,
  separatedDuties: false,
  reminders: { beforeDays: [7, 1], atDeadline: true, afterDays: [1, 7], secretaryAfterDays: 3, superiorAfterDays: 10 },
  quietHours: { from: '21:30', to: '07:30' },
};

/** Settings that only grow stricter on the way down. */
const BINDING: ReadonlySet<SettingName> = new Set<SettingName>(['twoFactor', 'separatedDuties']);

export interface EffectiveSettings {
  settings: OrganizationSettings;
  /** Place in `chain` of the organization that decided each setting; null where the default holds. */
  decidedBy: Record<SettingName, number | null>;
}

/**
 * What holds for the last organization of a chain: for each setting the nearest organization that says something, except that a binding one that
 * is on anywhere above stays on.
 * @param chain what each organization says for itself, from the root down
 */
export function effectiveSettings(chain: readonly Partial<OrganizationSettings>[]): EffectiveSettings {
  const settings = { ...DEFAULT_SETTINGS };
  const decidedBy = Object.fromEntries(SETTING_NAMES.map((name) => [name, null])) as EffectiveSettings['decidedBy'];
  chain.forEach((own, place) => {
    for (const name of SETTING_NAMES) {
      if (own[name] === undefined || (BINDING.has(name) && settings[name] === true)) continue;
      Object.assign(settings, { [name]: own[name] });
      decidedBy[name] = place;
    }
  });
  return { settings, decidedBy };
}
