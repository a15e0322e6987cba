import {
  formatMultirange,
  hoursForExam,
  hoursForLesson,
  lengthMs,
  toHundredths,
  type Hours,
  type Interval,
} from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/unit-of-work.ts';
import { Ledger, type Booked } from './ledger.ts';
import { Policies } from './policies.ts';

export interface CompletedLesson {
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  courseId: string;
  /** Of the lecture, or the minimum reading time of an article. */
  durationMs: number;
  completionPercent: number;
  /** Of the lease during which the lesson was completed. */
  policyVersion: number;
  coverage: readonly Interval[];
  firstHeartbeatAt: Date;
  completedAt: Date;
  /** Reports behind the coverage. */
  heartbeats: number;
}

export interface PassedExam {
  personId: string;
  examId: string;
  examVersionId: string;
  courseId: string;
  attemptId: string;
  /** Which try. */
  number: number;
  startedAt: Date;
  /** By the server's clock, at most the deadline: decides policy and year. */
  finishedAt: Date;
  correct: number;
  total: number;
  /** Two decimals, as marked. */
  scorePercent: string;
  passPercent: number;
}

/**
 * What learning earns. A lecture and an article (by its minimum reading time) go through the same tiers of the policy; nothing is entered where
 * the policy gives no hours. The source is the lesson, or the exam, whatever its version: it pays once.
 */
@Injectable()
export class Awards {
  constructor(
    private readonly ledger: Ledger,
    private readonly policies: Policies,
  ) {}

  /** Hours for a lesson completed in this transaction. @returns the standing entry, or null when the policy gives nothing */
  async lesson(tx: Tx, lesson: CompletedLesson): Promise<Booked | null> {
    const policy = await this.policies.version(tx, lesson.policyVersion);
    const hours = hoursForLesson(policy, lesson.durationMs);
    if (isNothing(hours)) return null;
    return this.ledger.award(tx, {
      personId: lesson.personId,
      counter: policy.lectureCounter,
      hours,
      effectiveAt: lesson.completedAt,
      sourceKind: 'lesson',
      sourceId: lesson.lessonId,
      policyVersion: policy.version,
      evidence: {
        lessonVersionId: lesson.lessonVersionId,
        courseId: lesson.courseId,
        durationMs: lesson.durationMs,
        completionPercent: lesson.completionPercent,
        coverage: formatMultirange(lesson.coverage),
        countedMs: lengthMs(lesson.coverage),
        firstHeartbeatAt: lesson.firstHeartbeatAt.toISOString(),
        completedAt: lesson.completedAt.toISOString(),
        heartbeats: lesson.heartbeats,
      },
      recordedBy: null,
    });
  }

  /** Hours for an exam passed in this transaction. @returns the standing entry, or null when the policy gives nothing */
  async exam(tx: Tx, exam: PassedExam): Promise<Booked | null> {
    const policy = await this.policies.at(tx, exam.finishedAt);
    const hours = hoursForExam(policy);
    if (isNothing(hours)) return null;
    return this.ledger.award(tx, {
      personId: exam.personId,
      counter: policy.lectureCounter,
      hours,
      effectiveAt: exam.finishedAt,
      sourceKind: 'exam',
      sourceId: exam.examId,
      policyVersion: policy.version,
      evidence: {
        attemptId: exam.attemptId,
        examVersionId: exam.examVersionId,
        courseId: exam.courseId,
        number: exam.number,
        startedAt: exam.startedAt.toISOString(),
        finishedAt: exam.finishedAt.toISOString(),
        correct: exam.correct,
        total: exam.total,
        scorePercent: exam.scorePercent,
        passPercent: exam.passPercent,
      },
      recordedBy: null,
    });
  }
}

const isNothing = (hours: Hours) => toHundredths(hours) === 0;
