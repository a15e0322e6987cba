import { paths, patterns } from '../paths.ts';

/** What the learner has, as far as the navigation depends on it. */
export interface Content {
  /** Classes, meetings and plans that concern the learner. */
  activities: number;
}

export interface PortalLink {
  key: 'nav.home' | 'nav.learning' | 'nav.activities' | 'nav.hours' | 'nav.me';
  to: string;
  /** Addresses that belong to the place, each with everything below it. */
  within: readonly string[];
  /** Shows the place; a place without it is always there. */
  when?: (content: Content) => boolean;
}

/** The places of the portal: at the bottom of a phone, at the top of a desktop. */
const links: readonly PortalLink[] = [
  { key: 'nav.home', to: paths.home(), within: [] },
  {
    key: 'nav.learning',
    to: paths.courses(),
    within: [patterns.courses, patterns.training, '/exams', '/attempts'],
  },
  {
    key: 'nav.activities',
    to: paths.activities(),
    within: [patterns.activities],
    when: ({ activities }) => activities > 0,
  },
  { key: 'nav.hours', to: paths.hours(), within: [patterns.hours] },
  { key: 'nav.me', to: paths.me(), within: [patterns.me, patterns.inbox] },
];

/** The places that a learner with this content sees. */
export function shownLinks(content: Content): PortalLink[] {
  return links.filter(({ when }) => when?.(content) ?? true);
}

/**
 * How an address stands to a place, as `aria-current` says it.
 * @returns 'page' on its own page, 'true' on another page of it, undefined elsewhere
 */
export function currentOf({ to, within }: PortalLink, pathname: string): 'page' | 'true' | undefined {
  if (pathname === to) return 'page';
  return within.some((place) => pathname === place || pathname.startsWith(`${place}/`)) ? 'true' : undefined;
}
