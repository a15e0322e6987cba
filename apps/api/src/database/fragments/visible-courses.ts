/**
 * SQL of the published courses that a person may study, as a derived table: `from ${visibleCourses('$1')} v`, with `id`, `version_id` (the
 * version in force), `organization_id` and `published_at`. A course is visible to the subtree of its owner or to the whole school; drafts
 * and archived courses to nobody. The one place where this is decided: catalog, keys of lectures, leases, exams and suggestions all ask here (so it stands below the areas).
 * @param person SQL of the person's id, e.g. `$1`
 */
export const visibleCourses = (person: string) => `(
  select course.id, course.published_version_id as version_id, course.organization_id, course.published_at
  from person viewer
  join organization home on home.id = viewer.current_organization_id
  join course on course.published_version_id is not null and course.archived_at is null
  join organization owner on owner.id = course.organization_id
  where viewer.id = ${person}::uuid and (course.visibility = 'school' or home.path <@ owner.path))`;
