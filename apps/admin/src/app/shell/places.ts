import type { Permission } from '@dangxiao/domain';
import { paths } from '../paths.ts';
import { pageGroups, type ConsolePage, type GroupId, type PageGroup } from './pages.ts';

/** The groups that an administrator sees, each with the pages that the permissions open. */
export function shownGroups(may: (permission: Permission) => boolean): PageGroup[] {
  return pageGroups
    .map(({ id, pages }) => ({ id, pages: pages.filter(({ permission }) => !permission || may(permission)) }))
    .filter(({ pages }) => pages.length > 0);
}

const below = (pathname: string, to: string) =>
  pathname === to || (to !== paths.overview() && pathname.startsWith(`${to}/`));

/** The page at an address, or the list that the object at the address belongs to. The longest address wins. */
export function pageAt(pathname: string): ConsolePage | undefined {
  const found = pageGroups
    .flatMap(({ pages }) => pages)
    .filter(({ to }) => below(pathname, to))
    .sort((a, b) => b.to.length - a.to.length)[0];
  return found ?? (pathname.startsWith(paths.dashboards()) ? pageAt(paths.overview()) : undefined);
}

/** The group of the page at an address; undefined where the page belongs to none, e.g. the own account. */
export function groupAt(pathname: string): GroupId | undefined {
  const page = pageAt(pathname);
  return page && pageGroups.find(({ pages }) => pages.includes(page))?.id;
}

/** An address whose content follows the scope: a list itself or a page of figures, not the page of one object. */
function follows(pathname: string, fact: 'scoped' | 'dated'): boolean {
  const page = pageAt(pathname);
  return (pathname === page?.to || pathname.startsWith(paths.dashboards())) && page?.[fact] === true;
}

/** Is the page at this address about the organization that is the scope? */
export const isScoped = (pathname: string) => follows(pathname, 'scoped');

/** Can the page at this address show a past day? */
export const isDated = (pathname: string) => follows(pathname, 'dated');
