import type { ConversionPolicy, OrganizationKind, PoolQuestion } from '@dangxiao/domain';

export interface WorldPlace {
  id: string;
  parentId: string;
  path: string;
  name: string;
  code: string;
  kind: OrganizationKind;
  /** Where its people work. */
  employerId: string | null;
}

/** A branch with its members: people are numbered through the whole province. */
export interface WorldBranch {
  id: string;
  county: number;
  /** Number of the first member. */
  first: number;
  size: number;
  /** Where officials work: section cadres and party-affairs workers. */
  office: boolean;
  diligence: number;
}

export interface WorldLesson {
  id: string;
  versionId: string;
  durationMs: number;
}

export interface WorldCourse {
  id: string;
  lessons: WorldLesson[];
  exam: {
    id: string;
    versionId: string;
    draw: number;
    shuffleQuestions: boolean;
    shuffleOptions: boolean;
    minutes: number;
    passPercent: number;
    tries: number;
    questions: (PoolQuestion & { correct: string[] })[];
  };
}

/** Training outside the platform that is recognised: where and when is the same for a county. */
export interface WorldEvent {
  title: string;
  /** Of the note to each entry. */
  noteHash: string;
  counter: 'centralised' | 'online';
  hours: string;
  /** Share of the people who took part. */
  share: number;
  /** By county: index of the day, and the sign-in sheets that prove it. */
  days: number[];
  fileIds: string[];
}

/** The county's administrator, who recognises hours and moves people. */
export interface WorldAdministrator {
  accountId: string;
  /** Number of the person. */
  person: number;
  name: string;
}

/** What every row is made from; the same for all workers. */
export interface World {
  seed: number;
  zone: string;
  openedAt: number;
  until: number;
  /** Before it the audit log of recognitions was not kept. */
  auditFrom: number;
  secret: string;
  policy: ConversionPolicy & { version: number };
  consentVersion: number;
  people: number;
  branches: WorldBranch[];
  courses: WorldCourse[];
  events: WorldEvent[];
  administrators: WorldAdministrator[];
  /** Names and logins of a few numbered people. */
  known: Record<number, { name: string; login: string }>;
}
