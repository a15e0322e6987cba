import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Notices, type Message } from '../notices/index.ts';
import { lockAssignment } from './assignments.queries.ts';
import { keepClick, peopleToRemind, remindable, toldBefore } from './reminding.queries.ts';

const BATCH = 4_000;

/** Reminds who has not finished. Clicks on one assignment wait for each other, so that the second finds everybody reminded. */
@Handles(assignments.sendReminder)
export class SendReminder implements Handler<typeof assignments.sendReminder> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  run({
    actor,
    scope,
    params: { assignmentId },
    body: { key, who },
    request,
  }: CallOf<typeof assignments.sendReminder>) {
    return this.uow.run(async (tx) => {
      await lockAssignment(tx, scope, assignmentId);
      const before = await toldBefore(tx, assignmentId, key);
      if (before !== undefined) return { told: before };
      const now = this.clock.now();
      const { organizationId, id, ...about } = await remindable(tx, scope, assignmentId, now);
      const people = await peopleToRemind(tx, scope, id, who, now);
      let told = 0;
      for (let at = 0; at < people.length; at += BATCH) {
        const messages = people.slice(at, at + BATCH).map((personId): Message => ({
          to: { personId },
          code: 'reminder.now',
          params: { assignmentId: id, ...about },
          dedupeKey: `now:${id}:${key}`,
        }));
        told += await this.notices.tellAll(tx, messages);
      }
      await keepClick(tx, id, key, told, now);
      await this.audit.record(tx, {
        actor,
        action: assignments.sendReminder.id,
        objectType: 'assignment',
        objectId: id,
        objectName: about.title,
        organizationId,
        after: { told },
        request,
      });
      return { told };
    });
  }
}
