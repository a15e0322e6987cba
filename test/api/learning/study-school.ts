import { learning, type ResponseOf } from '@dangxiao/contracts';
import type { HeartbeatEvent, Interval } from '@dangxiao/domain';
import type { SignedIn, School } from '../../support/factories.ts';
import { publishedCourse, type Query, type StudyCourse, type StudyLesson } from '../../support/study.ts';
import { testApp, type TestApp, type TestAppOptions } from '../../support/test-app.ts';

export type Learner = SignedIn & { personId: string };

/** A school with a policy, in which learners study. */
export interface StudySchool extends TestApp, School {
  query: Query;
  learner(): Promise<Learner>;
  /** A new course and a new learner. */
  withCourse(lessons: StudyLesson[]): Promise<{ course: StudyCourse; learner: Learner }>;
}

export async function studySchool(options?: TestAppOptions): Promise<StudySchool> {
  const app = await testApp(options);
  const school = await app.make.school();
  const query: Query = (sql, params) => app.pg.query(sql, params);
  const learner = () => app.make.person({ organization: school.root });
  return {
    ...app,
    ...school,
    query,
    learner,
    withCourse: async (lessons) => ({
      course: await publishedCourse(query, school.root.id, lessons),
      learner: await learner(),
    }),
  };
}

type HeartbeatAnswer = ResponseOf<typeof learning.sendHeartbeat>;

/** A player of one lease: sends heartbeats in sequence. */
export class Watcher {
  readonly leaseId: string;
  private readonly learner: Learner;
  private seq = 0;

  private constructor(learner: Learner, leaseId: string) {
    this.learner = learner;
    this.leaseId = leaseId;
  }

  static async open(learner: Learner, course: StudyCourse, lesson: number, takeOver = false): Promise<Watcher> {
    const params = { lessonId: String(course.lessonIds[lesson]) };
    const answer = await learner.client.call(learning.openLease, { params, body: { courseId: course.id, takeOver } });
    return new Watcher(learner, answer.leaseId);
  }

  send(event: HeartbeatEvent, segments: Interval[]): Promise<HeartbeatAnswer> {
    this.seq += 1;
    return this.resend(this.seq, event, segments);
  }

  resend(seq: number, event: HeartbeatEvent, segments: Interval[]): Promise<HeartbeatAnswer> {
    const list = segments.map(([from, to]): [number, number] => [from, to]);
    const positionMs = list.at(-1)?.[1] ?? 0;
    const body = { seq, event, segments: list, positionMs };
    return this.learner.client.call(learning.sendHeartbeat, { params: { leaseId: this.leaseId }, body });
  }
}
