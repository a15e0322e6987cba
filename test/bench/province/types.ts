import type { Api } from '../../../tools/start/children.ts';
import type { HttpClient } from '../../../tools/support/http-client.ts';
import type { ProductServer } from '../../support/server.ts';

/** What was measured of one side; only what applies. */
export interface ProvinceFigures {
  seconds?: number;
  p50Ms?: number;
  p95Ms?: number;
  p99Ms?: number;
  memoryMb?: number;
  perSecond?: number;
  errors?: number;
}

/** One line of the report, in the JSON form of every bench. */
export interface Row {
  name: string;
  ours: ProvinceFigures;
  /** The same at a tenth of the people, where the growth is asked for. */
  reference: ProvinceFigures | null;
  /** How much longer it takes at ten times the people. */
  ratio: number | null;
  goal: string;
  ok: boolean;
}

export interface Place {
  id: string;
  name: string;
}

/** A running server with a province in it. The places are of the same size in every province, except the root. */
export interface Province {
  people: number;
  server: ProductServer;
  /** The process that does the jobs. */
  jobs: Api;
  /** Any statement, as the tables' owner. */
  query<Answer>(text: string, params?: readonly unknown[]): Promise<Answer[]>;
  /** A session of a demo account: `admin` (root), `city`, `county`, `branch` (administrators), `learner`. */
  signIn(who: Who): Promise<HttpClient>;
  root: Place;
  city: Place;
  /** About a thousand people in a hundred organizations. */
  county: Place;
  branch: Place;
  /** A member of the branch. */
  learner: Place;
}

export type Who = 'admin' | 'city' | 'county' | 'branch' | 'learner';

export interface Benched {
  /** 100,000 people. A bench leaves it as it found it: what it writes it withdraws. */
  big: Province;
  /** 10,000 people. */
  small: Province;
  /** A server with an empty school that ends with the bench; for what would leave a province changed. */
  fresh(): Promise<ProductServer>;
}

/** A part of `npm run bench -- province`: answers its rows as they come. */
export type ProvinceBench = (benched: Benched) => AsyncIterable<Row>;
