import { catalog, type ResponseOf } from '@dangxiao/contracts';
import { hoursForLesson, parseMultirange } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import { lessonSql, type LessonRow } from './lesson.queries.ts';
import { playbackOf } from './playback.ts';

type Refused = ResponseOf<typeof catalog.getLesson>['progress']['refused'];

/** A lesson of a visible course with the person's progress: what the lesson page needs before it takes a lease. */
@Handles(catalog.getLesson)
export class GetLesson implements Handler<typeof catalog.getLesson> {
  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { courseId, lessonId } }: CallOf<typeof catalog.getLesson>) {
    const [row] = await this.pg.prepared<LessonRow>(lessonSql, [actor.personId, courseId, lessonId]);
    if (!row) throw new ApiError('course_not_found');
    if (row.id === null) throw new ApiError('lesson_not_found');
    const policy = await this.policies.at(this.pg, this.clock.now());
    const refused = row.refused.flatMap(({ spans, reason }): Refused =>
      parseMultirange(spans).map(([from, to]) => ({ interval: [from, to], reason })),
    );
    return {
      ...row,
      id: row.id,
      hours: hoursForLesson(policy, row.durationMs),
      completionPercent: row.kind === 'article' ? 100 : policy.completionPercent,
      maxRate: policy.maxRate,
      media: row.media && playbackOf(row.media),
      progress: {
        coverage: parseMultirange(row.coverage).map(([from, to]): [number, number] => [from, to]),
        frontierMs: row.frontierMs,
        positionMs: row.positionMs,
        completedAt: row.completedAt?.toISOString() ?? null,
        refused: refused.sort((a, b) => a.interval[0] - b.interval[0]),
      },
    };
  }
}
