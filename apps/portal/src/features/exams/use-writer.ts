import { exams } from '@dangxiao/contracts';
import {
  AnswerOutbox,
  call,
  DeviceKeeper,
  ServerClock,
  useMe,
  type ApiFailure,
  asFailure,
  type KeptAnswers,
} from '@dangxiao/web-kit';
import { useCallback, useEffect, useState } from 'react';
import type { Attempt } from './types.ts';
import { useAttemptTime } from './use-attempt-time.ts';

const keeper = new DeviceKeeper<KeptAnswers>('answers');

export interface Writer {
  outbox: AnswerOutbox;
  clock: ServerClock;
  /** The server's deadline as last heard: every acknowledgement carries it, and the page asks for it (P6). */
  deadline: string;
  /** Asks now. @returns whether the server says that there is time left */
  askTime: () => Promise<boolean>;
  /** Makes this device the writer again. */
  takeOver: () => Promise<void>;
}

/** Makes this device the writer of an attempt: a new epoch, the answers that the server has, and those that still wait here. */
export function useWriter(attempt: Attempt): { writer: Writer | null; failure: ApiFailure | null; retry: () => void } {
  const { accountId } = useMe();
  const [opened, setOpened] = useState<Omit<Writer, 'deadline' | 'askTime' | 'takeOver'> | null>(null);
  const [deadline, setDeadline] = useState(attempt.deadline);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [tries, setTries] = useState(0);
  const attemptId = attempt.id;

  useEffect(() => {
    let gone = false;
    let outbox: AnswerOutbox | null = null;
    const params = { attemptId };
    setFailure(null);
    void call(exams.takeOverAttempt, { params })
      .then(async ({ epoch, answers, deadline, serverTime }) => {
        const clock = new ServerClock(serverTime);
        setDeadline(deadline);
        outbox = await AnswerOutbox.open({
          attemptId,
          owner: accountId,
          epoch,
          answers,
          keeper,
          send: (slot, body) => call(exams.saveAnswer, { params: { attemptId, slot }, body }),
          onSaved: (saved) => {
            clock.sync(saved.serverTime);
            setDeadline(saved.deadline);
          },
        });
        if (gone) outbox.close();
        else setOpened({ outbox, clock });
      })
      .catch((error: unknown) => !gone && setFailure(asFailure(error)));
    const kick = () => outbox?.kick();
    addEventListener('online', kick);
    return () => {
      gone = true;
      removeEventListener('online', kick);
      outbox?.close();
    };
  }, [attemptId, accountId, tries]);

  const takeOver = useCallback(async () => {
    const answer = await call(exams.takeOverAttempt, { params: { attemptId } });
    opened?.clock.sync(answer.serverTime);
    opened?.outbox.takeOver(answer.epoch, answer.answers);
    setDeadline(answer.deadline);
  }, [opened, attemptId]);

  const askTime = useAttemptTime(attemptId, opened?.clock ?? null, setDeadline);

  return {
    writer: opened && { ...opened, deadline, askTime, takeOver },
    failure,
    retry: () => setTries((count) => count + 1),
  };
}
