import { catalog, people } from '@dangxiao/contracts';
import { useEndpoint, useKitText } from '@dangxiao/web-kit';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';

export interface Target {
  key: string;
  group: 'organizations' | 'people' | 'courses';
  name: string;
  hint: string;
  to: string;
}

const atMost = 6;

/** What a word finds: organizations, people and courses that the actor may see, in that order. */
export function useJump(q: string): { targets: Target[]; pending: boolean } {
  const may = useMay();
  const kit = useKitText();
  const asked = q.length > 0;
  const options = (permission: Parameters<typeof may>[0]) => ({
    enabled: asked && may(permission),
    keepPrevious: true,
  });
  const organizations = useEndpoint(
    people.searchOrganizations,
    { query: { q: q || '-', limit: atMost } },
    options('organizations.read'),
  );
  const persons = useEndpoint(people.listPeople, { query: { q, limit: atMost } }, options('people.read'));
  const courses = useEndpoint(catalog.listCourses, { query: { q, limit: atMost } }, options('courses.read'));
  if (!asked) return { targets: [], pending: false };
  return {
    pending: organizations.isFetching || persons.isFetching || courses.isFetching,
    targets: [
      ...(organizations.data?.items ?? []).map(({ id, name, kind, trail }) => ({
        key: id,
        group: 'organizations' as const,
        name,
        hint: trail.at(-1)?.name ?? kit(`organizationKind.${kind}`),
        to: `${paths.overview()}?org=${id}`,
      })),
      ...(persons.data?.items ?? []).map(({ id, name, organizationName }) => ({
        key: id,
        group: 'people' as const,
        name,
        hint: organizationName,
        to: paths.person(id),
      })),
      ...(courses.data?.items ?? []).map(({ id, title, organizationName }) => ({
        key: id,
        group: 'courses' as const,
        name: title,
        hint: organizationName,
        to: paths.course(id),
      })),
    ],
  };
}
