import { useMe, useSession } from '@dangxiao/web-kit';
import { useEffect } from 'react';
import { matchPath, useLocation } from 'react-router';
import type { ObjectKind } from './kept-list.ts';
import { noteVisit } from './kept.ts';
import { pageAt } from './places.ts';

const objects: readonly { pattern: string; kind: ObjectKind }[] = [
  { pattern: '/people/:id', kind: 'person' },
  { pattern: '/courses/:id', kind: 'course' },
  { pattern: '/assignments/:id', kind: 'assignment' },
  { pattern: '/assignments/:id/edit', kind: 'assignment' },
  { pattern: '/exams/:id', kind: 'exam' },
];

/** Notes every page that is opened. */
export function usePageVisits(): void {
  const { accountId } = useMe();
  const { pathname } = useLocation();
  useEffect(() => {
    if (pageAt(pathname)?.to === pathname) noteVisit(accountId, { kind: 'page', to: pathname });
  }, [accountId, pathname]);
}

/**
 * Notes the object whose page is on screen.
 * @param title the page's title: the object's name
 */
export function useObjectVisit(title: string): void {
  const { session } = useSession();
  const { pathname } = useLocation();
  const accountId = session.state === 'signed-in' ? session.me.accountId : undefined;
  useEffect(() => {
    if (!accountId || pageAt(pathname)?.to === pathname) return;
    for (const { pattern, kind } of objects) {
      const id = matchPath(pattern, pathname)?.params.id;
      if (id) noteVisit(accountId, { kind, id, title });
    }
  }, [accountId, pathname, title]);
}
