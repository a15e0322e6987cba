/** One learner of the bench's school, with all that a connection needs to act for them. */
export interface BenchLearner {
  personId: string;
  login: string;
  password: string;
  /** A live session. */
  cookie: string;
  /** The open lease of a lecture. */
  leaseId: string;
  /** An open attempt and the slots of its paper, each with a choice that stands on it. */
  attempt: { id: string; epoch: number; slots: { slot: number; choice: string[] }[] };
}

/** What the benches act on. The first half of the learners acts on our server, the other half on the reference, so that neither meets the other's rows. */
export interface BenchSchool {
  learners: BenchLearner[];
  courseId: string;
  lessonId: string;
  durationMs: number;
}

export type Side = 'ours' | 'reference';

/** A stretch of load: a child answers it with a `Measured`. */
export interface Round {
  bench: BenchName;
  side: Side;
  port: number;
  connections: number;
  seconds: number;
}

export interface Measured {
  requests: number;
  errors: number;
  seconds: number;
  /** Milliseconds of each answered request. */
  latencies: Float64Array;
  /** The first answer that was an error. */
  firstError: string | null;
}

export type BenchName = 'heartbeats' | 'answers' | 'my-courses' | 'content' | 'sign-in';

export interface Figures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
}

/** One line of the report. */
export interface Result {
  name: string;
  ours: Figures;
  /** The bare handler; null where there is none. */
  reference: Figures | null;
  /** Ours by the reference, requests per second. */
  ratio: number | null;
  goal: string;
  ok: boolean;
}
