import { useLocation } from 'react-router';
import type { ObjectKind } from '../kept-list.ts';
import { useKept } from '../kept.ts';
import { useText } from '../../../i18n/use-text.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../use-may.ts';
import { allowedActions, type ConsoleAction } from '../actions.ts';
import { shownGroups } from '../places.ts';
import { ranked } from './rank.ts';
import type { Entry, Section } from './types.ts';

const SHOWN = 8;
const SUGGESTED = 4;

const addressOf: Readonly<Record<ObjectKind, (id: string) => string>> = {
  organization: (id) => `${paths.overview()}?org=${id}`,
  person: (id) => paths.person(id),
  course: paths.course,
  assignment: paths.assignment,
  exam: paths.exam,
};

/**
 * What is known without asking the server: pages and actions that a word finds or, before there is a word, the favourites, what
 * was opened lately and the most frequent actions.
 * @param q as typed, also while an input method composes
 */
export function useKnown(q: string, go: (to: string) => void, begin: (action: ConsoleAction) => void): Section[] {
  const text = useText();
  const may = useMay();
  const { favourites, recent } = useKept();
  const { pathname } = useLocation();
  const pages = shownGroups(may).flatMap(({ id, pages: inGroup }) =>
    inGroup.map(({ to, label, initials }) => ({
      key: to,
      kind: 'page' as const,
      name: text(label),
      hint: text(`app.nav.group.${id}`),
      initials,
      open: () => go(to),
    })),
  );
  const actions = allowedActions(may).map((action) => ({
    key: action.id,
    kind: 'action' as const,
    name: text(action.label),
    hint: '',
    initials: action.initials,
    open: () => begin(action),
  }));
  const section = (id: 'pages' | 'actions' | 'favourites' | 'recent', entries: readonly Entry[]): Section => ({
    id,
    label: text(`app.jump.${id}`),
    state: 'ready',
    entries,
  });
  if (q !== '') return [section('pages', ranked(pages, q).slice(0, SHOWN)), section('actions', ranked(actions, q))];
  const pageOf = (to: string) => pages.find(({ key }) => key === to);
  const visited = recent.flatMap((visit): Entry[] => {
    if (visit.kind === 'page') {
      const page = pageOf(visit.to);
      return page && visit.to !== pathname && !favourites.includes(visit.to)
        ? [{ ...page, key: `recent ${page.key}` }]
        : [];
    }
    const { kind, id, title } = visit;
    if (addressOf[kind](id) === pathname) return [];
    return [{ key: id, kind, name: title, hint: text(`app.jump.kind.${kind}`), open: () => go(addressOf[kind](id)) }];
  });
  return [
    section(
      'favourites',
      favourites.flatMap((to) => pageOf(to) ?? []),
    ),
    section('recent', visited.slice(0, SHOWN)),
    section('actions', actions.slice(0, SUGGESTED)),
  ];
}
