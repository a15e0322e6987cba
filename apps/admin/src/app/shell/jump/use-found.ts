import { assignments, catalog, people } from '@dangxiao/contracts';
import { useEndpoint, useKitText, type ApiFailure } from '@dangxiao/web-kit';
import type { Permission } from '@dangxiao/domain';
import { useText } from '../../../i18n/use-text.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../use-may.ts';
import type { Entry, Section } from './types.ts';

const atMost = 5;

interface Answer<Item> {
  data: { items: Item[] } | undefined;
  error: ApiFailure | null;
  refetch: () => unknown;
}

/**
 * What a word finds on the server, by what the actor may read.
 * @param q as searched for, after a pause of typing; empty: nothing is asked
 * @param only asks for people alone
 * @param go opens an address
 * @returns one section a kind; a section that is asked for stands there from the beginning
 */
export function useFound(q: string, only: 'people' | null, go: (to: string) => void): Section[] {
  const text = useText();
  const kit = useKitText();
  const may = useMay();
  const asked = (permission: Permission, all = only === null) => ({
    enabled: q !== '' && all && may(permission),
    staleTime: 30_000,
  });
  const word = q || '-';
  const persons = useEndpoint(people.listPeople, { query: { q: word, limit: atMost } }, asked('people.read', true));
  const nodes = useEndpoint(
    people.searchOrganizations,
    { query: { q: word, limit: atMost } },
    asked('organizations.read'),
  );
  const courses = useEndpoint(catalog.listCourses, { query: { q: word, limit: atMost } }, asked('courses.read'));
  const tasks = useEndpoint(
    assignments.listAssignments,
    { query: { q: word, limit: atMost } },
    asked('assignments.read'),
  );
  if (q === '') return [];

  function section<Item>(
    id: 'people' | 'organizations' | 'courses' | 'assignments',
    permission: Permission,
    { data, error, refetch }: Answer<Item>,
    entryOf: (item: Item) => Entry,
  ): Section[] {
    if (!may(permission) || (only !== null && only !== id)) return [];
    return [
      {
        id,
        label: text(`app.jump.${id}`),
        state: data ? 'ready' : error ? 'failed' : 'waiting',
        entries: data?.items.map(entryOf) ?? [],
        ...(error ? { retry: () => void refetch() } : {}),
      },
    ];
  }
  const organizationAt = (id: string) => `${may('records.read') ? paths.overview() : paths.organizations()}?org=${id}`;
  return [
    ...section('people', 'people.read', persons, ({ id, name, organizationName, kind, maskedPhone }) => ({
      key: id,
      kind: 'person',
      name,
      hint: [organizationName, kit(`personKind.${kind}`), ...(maskedPhone ? [maskedPhone] : [])].join(' · '),
      open: () => go(paths.person(id)),
    })),
    ...section('organizations', 'organizations.read', nodes, ({ id, name, kind, trail }) => ({
      key: id,
      kind: 'organization',
      name,
      hint: [kit(`organizationKind.${kind}`), ...trail.slice(-2).map((node) => node.name)].join(' · '),
      open: () => go(organizationAt(id)),
    })),
    ...section('courses', 'courses.read', courses, ({ id, title, state, organizationName }) => ({
      key: id,
      kind: 'course',
      name: title,
      hint: [text(`courses.state.${state}`), organizationName].join(' · '),
      open: () => go(paths.course(id)),
    })),
    ...section('assignments', 'assignments.read', tasks, ({ id, title, state, organizationName }) => ({
      key: id,
      kind: 'assignment',
      name: title,
      hint: [text(`assignments.state.${state}`), organizationName].join(' · '),
      open: () => go(state === 'draft' ? paths.assignmentEditor(id) : paths.assignment(id)),
    })),
  ];
}
