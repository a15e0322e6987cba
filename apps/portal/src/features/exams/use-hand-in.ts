import { catalog, credits, exams } from '@dangxiao/contracts';
import { asFailure, call, refresh, type ApiFailure } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { Writer } from './use-writer.ts';

/** Hands in: first everything that waits, then the hand-in itself, then the result. Handing in twice is harmless. */
export function useHandIn(attemptId: string, outbox: Writer['outbox']) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const handIn = useCallback(
    async (evenIfWaiting = false) => {
      setBusy(true);
      setFailure(null);
      try {
        const sent = await outbox.flush();
        if (!sent && !evenIfWaiting) return;
        await call(exams.handIn, { params: { attemptId } });
        await refresh(client, [
          exams.getAttempt,
          exams.getExam,
          catalog.getCourseContent,
          catalog.listMyCourses,
          credits.myHours,
        ]);
        void navigate(paths.result(attemptId), { replace: true });
      } catch (error) {
        setFailure(asFailure(error));
      } finally {
        setBusy(false);
      }
    },
    [client, navigate, outbox, attemptId],
  );
  return { handIn, busy, failure };
}
