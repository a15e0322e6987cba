import { assignmentParts } from './assigned.ts';
import { completedCourse } from './completed-course.ts';

/**
 * SQL of the published courses that a person may study, as a derived table: `from ${visibleCourses('$1')} v`, with `id`, `version_id` (the
 * version in force), `organization_id` and `published_at`. A course is visible to the subtree of its owner, to the whole school, or to whom
 * it is assigned once the window opened (in a programme: once the courses before it are completed); drafts and archived courses to nobody. The one place where this is decided: catalog, keys of lectures, leases, exams and suggestions all ask here (so it stands below the areas).
 * @param person SQL of the person's id, e.g. `$1`
 */
export const visibleCourses = (person: string) => `(
  select course.id, course.published_version_id as version_id, course.organization_id, course.published_at
  from person viewer
  join organization home on home.id = viewer.current_organization_id
  join course on course.published_version_id is not null and course.archived_at is null
  join organization owner on owner.id = course.organization_id
  where viewer.id = ${person}::uuid and (course.visibility = 'school' or home.path <@ owner.path
    or course.id in (${assignedCourses(person)})))`;

const assignedCourses = (person: string) => `
  select part.course_id from assignment_target target
  join assignment a on a.id = target.assignment_id and a.state in ('publishing', 'published') and a.opened_at is not null
  join ${assignmentParts} part on part.assignment_id = a.id
  where target.person_id = ${person}::uuid and target.released_at is null
    and not (part.needs_previous and exists (
      select from programme_item earlier
      where earlier.programme_version_id = part.programme_version_id and earlier.ordinal < part.step
        and not ${completedCourse('target.person_id', 'earlier.course_id')}))`;
