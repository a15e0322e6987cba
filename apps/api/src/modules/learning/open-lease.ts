import { learning } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import {
  beginProgress,
  endLiveLease,
  insertLease,
  liveLease,
  lockPerson,
  studyLesson,
  type LiveLease,
} from './leases.queries.ts';
import { progressView } from './progress-view.ts';

/** A playing lecture that has been silent this long is taken for left, e.g. after a crash: it locks nobody out. */
const SILENT_MS = 60_000;
/** Of an article every part of the minimum reading time counts, at the pace of the clock. */
const ARTICLE = { completionPercent: 100, maxRate: 100 };

/**
 * Begins to study a lesson: the person's live lease ends now, with what it accrued, and a new one takes its place in the same
 * transaction. What completes the lesson, how fast it may be played and what it earns is the policy of today, kept in the lease.
 */
@Handles(learning.openLease)
export class OpenLease implements Handler<typeof learning.openLease> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  async run({ actor, params, body }: CallOf<typeof learning.openLease>) {
    const { personId } = actor;
    const { lessonId } = params;
    return this.uow.run(async (tx) => {
      const lesson = await studyLesson(tx, personId, body.courseId, lessonId);
      if (!lesson) throw new ApiError('lesson_not_found');
      await lockPerson(tx, personId);
      const now = this.clock.now();
      const live = await liveLease(tx, personId);
      if (live) {
        if (!body.takeOver && playsElsewhere(live, lessonId, now)) {
          const { lessonTitle, courseTitle } = live;
          throw new ApiError('lecture_elsewhere', { params: { lessonTitle, courseTitle } });
        }
        await endLiveLease(tx, live.id, now);
      }
      const policy = await this.policies.at(tx, now);
      const { completionPercent, maxRate } = lesson.kind === 'article' ? ARTICLE : policy;
      const { lessonVersionId, durationMs } = lesson;
      const lease = { personId, lessonId, lessonVersionId, courseId: body.courseId, durationMs, startedAt: now };
      const terms = { policyVersion: policy.version, completionPercent, maxRate };
      const leaseId = await insertLease(tx, { ...lease, ...terms });
      const progress = await beginProgress(tx, { ...lease, ...terms }, lesson.mediaId);
      return { leaseId, maxRate, progress: progressView(progress) };
    });
  }
}

function playsElsewhere(live: LiveLease, lessonId: string, now: Date): boolean {
  return live.lessonId !== lessonId && live.playing && now.getTime() - live.lastHeartbeatAt.getTime() <= SILENT_MS;
}
