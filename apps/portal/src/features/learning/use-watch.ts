import { catalog, credits, exams, learning } from '@dangxiao/contracts';
import { call, DeviceKeeper, refresh, useMe, WatchSession, type KeptHeartbeats } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Lesson } from './types.ts';

const keeper = new DeviceKeeper<KeptHeartbeats>('heartbeats');

/** One lesson being studied, for as long as its page is open. */
export function useWatch(lesson: Lesson) {
  const client = useQueryClient();
  const { accountId } = useMe();
  const [session] = useState(
    () =>
      new WatchSession({
        owner: accountId,
        keeper,
        durationMs: lesson.durationMs,
        progress: { ...lesson.progress, countedMs: 0 },
        refused: lesson.progress.refused,
        transport: {
          open: (takeOver) =>
            call(learning.openLease, {
              params: { lessonId: lesson.id },
              body: { courseId: lesson.courseId, takeOver },
            }),
          send: (leaseId, body, options) => call(learning.sendHeartbeat, { params: { leaseId }, body }, options),
        },
      }),
  );
  const state = useSyncExternalStore(session.state.subscribe, session.state.get);

  useEffect(() => {
    const kick = () => session.kick();
    const leave = () => session.leave();
    addEventListener('online', kick);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('online', kick);
      removeEventListener('pagehide', leave);
      session.leave();
      // what this visit changed is read again by the pages that come next
      void refresh(client, [catalog.getLesson, catalog.getCourseContent, catalog.listMyCourses, credits.myHours]);
    };
  }, [session, client]);

  const completedAt = state.progress.completedAt;
  const { awarded } = state;
  useEffect(() => {
    if (completedAt) void refresh(client, [catalog.getCourseContent, exams.getExam, credits.myHours]);
  }, [client, completedAt, awarded]);

  return { session, state };
}

export type Watch = ReturnType<typeof useWatch>;
