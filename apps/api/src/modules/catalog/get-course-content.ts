import { catalog } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Batcher } from '../../database/batcher.ts';
import { byPlace, forMany, readsTogether, type Placed } from '../../database/for-many.ts';
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

/** The version in force of a visible course with the outline, from which the person's progress follows. */
const contentSql = (person: string, course: string, now: string) => `
  select ${courseColumns}, ${completedCourse(person, 'v.id')} as completed, cv.number as version, cv.description_html as "descriptionHtml", o.name as "organizationName",
    ${outlineJson(person, 'v.version_id', now)} as units
  from ${visibleCourses(person)} v
  join course_version cv on cv.id = v.version_id
  join organization o on o.id = v.organization_id
  where v.id = ${course}`;

/** One person's course. */
export const courseContentSql = contentSql('$1', '$2', '$3');

/** Courses of several people at once, each row with the `place` of who asked. */
export const manyContentsSql = forMany(
  { person: '$1::uuid[]', course: '$2::uuid[]' },
  contentSql('asked.person', 'asked.course', '$3'),
);

interface Asked {
  personId: string;
  courseId: string;
}

/** A course as its page shows it: outline with states, hours by the policy of today, what to do next. A hot path. */
@Handles(catalog.getCourseContent)
export class GetCourseContent implements Handler<typeof catalog.getCourseContent> {
  private readonly batcher = new Batcher<Asked, Row[]>((asked) => this.read(asked), readsTogether);

  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params }: CallOf<typeof catalog.getCourseContent>) {
    const { personId } = actor;
    const { courseId } = params;
    const [row] = await this.batcher.add(`${personId} ${courseId}`, { personId, courseId });
    if (!row) throw new ApiError('course_not_found');
    const policy = await this.policies.at(this.pg, this.clock.now());
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

  private async read(asked: readonly Asked[]): Promise<Row[][]> {
    const now = this.clock.now();
    const [only] = asked;
    if (only && asked.length === 1)
      return [await this.pg.prepared<Row>(courseContentSql, [only.personId, only.courseId, now])];
    const params = [asked.map(({ personId }) => personId), asked.map(({ courseId }) => courseId), now];
    return byPlace(await this.pg.prepared<Row & Placed>(manyContentsSql, params), asked.length);
  }
}
