import { assignments } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { like } from '../people/index.ts';
import { assignableCourse } from './checks.ts';

/** The first fifty courses, exams or programmes that the actor may assign, by part of the title. */
@Handles(assignments.findContent)
export class FindContent implements Handler<typeof assignments.findContent> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query: { kind, q } }: CallOf<typeof assignments.findContent>) {
    const params: unknown[] = [like(q ?? '')];
    const course = () => `from course c join organization o on o.id = c.organization_id`;
    const from = {
      course: () => `select c.id, c.title ${course()} where ${assignableCourse(scope, params)}`,
      exam: () => `select e.exam_id as id, c.title || ' · ' || e.title as title ${course()}
        join exam_version e on e.course_version_id = c.published_version_id where ${assignableCourse(scope, params)}`,
      programme: () => `select p.id, p.title from programme p join organization o on o.id = p.organization_id
        where p.archived_at is null and ${scope.sql('o.path', params)}`,
    }[kind]();
    const items = await this.pg.query<{ id: string; title: string }>(
      `select id, title from (${from}) found where title ilike '%' || $1 || '%' order by title, id limit 50`,
      params,
    );
    return { items: items.map((item) => ({ kind, ...item })) };
  }
}
