import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import { completedCourse } from '../../database/fragments/completed-course.ts';
import type { Progress } from '../../database/fragments/course-progress.ts';
import { cardOf, courseColumns, type CardRow } from './cards.ts';
import { outlineJson, type UnitFacts } from './outline.sql.ts';
import { nextStepOf, outlineView, progressOf } from './outline.ts';
import { visibleCourses } from '../../database/fragments/visible-courses.ts';

interface Row extends Omit<CardRow, keyof Progress> {
  completed: boolean;
  version: number;
  descriptionHtml: string;
  organizationName: string;
  units: UnitFacts[];
}

/** One statement: the version in force of a visible course with the outline, from which the person's progress follows. */
export const courseContentSql = `
  select ${courseColumns}, ${completedCourse('$1', 'v.id')} as completed, cv.number as version, cv.description_html as "descriptionHtml", o.name as "organizationName",
    ${outlineJson('$1', 'v.version_id', '$3')} as units
  from ${visibleCourses('$1')} v
  join course_version cv on cv.id = v.version_id
  join organization o on o.id = v.organization_id
  where v.id = $2`;

/** A course as its page shows it: outline with states, hours by the policy of today, what to do next. A hot path. */
@Handles(catalog.getCourseContent)
export class GetCourseContent implements Handler<typeof catalog.getCourseContent> {
  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params }: CallOf<typeof catalog.getCourseContent>) {
    const now = this.clock.now();
    const [row] = await this.pg.prepared<Row>(courseContentSql, [actor.personId, params.courseId, now]);
    if (!row) throw new ApiError('course_not_found');
    const policy = await this.policies.at(this.pg, now);
    return {
      ...cardOf({ ...row, ...progressOf(row.units, row.completed) }, policy),
      version: row.version,
      descriptionHtml: row.descriptionHtml,
      organizationName: row.organizationName,
      completed: row.completed,
      units: outlineView(row.units, policy),
      next: nextStepOf(row, row.units),
    };
  }
}
