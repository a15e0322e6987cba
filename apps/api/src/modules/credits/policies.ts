import { dayIn, yunnan2024Policy, type ConversionPolicy } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';

/** A conversion policy with the number that entries made under it carry. */
export interface EnactedPolicy extends ConversionPolicy {
  version: number;
  name: string;
  /** First day on which it is in force, in the school's zone. */
  validFrom: string;
}

interface Row {
  version: number;
  name: string;
  validFrom: string;
  body: ConversionPolicy;
}

const columns = `version, name, valid_from as "validFrom", body`;
const inForce = `select ${columns} from credit_policy order by (valid_from <= $1) desc, abs(valid_from - $1) limit 1`;

/** The first day of the default policy: Yunnan's conversion of 2024. */
const DEFAULT_FROM = '2024-01-01';

/** Days of every zone begin at a quarter of an hour. */
const QUARTER_MS = 900_000;

/** Which conversion policy holds when. */
@Injectable()
export class Policies {
  private readonly known = new Map<string, EnactedPolicy>();
  /** The day last asked for: the hot paths ask for the present one, and finding it out takes as long as the rest of their rules. */
  private last = { quarter: -1, day: '' };

  constructor(private readonly config: Config) {}

  /** The policy in force at an instant. */
  at(sql: Sql, instant: Date): Promise<EnactedPolicy> {
    const quarter = Math.floor(instant.getTime() / QUARTER_MS);
    if (quarter !== this.last.quarter) this.last = { quarter, day: dayIn(this.config.zone, instant) };
    return this.onDay(sql, this.last.day);
  }

  /**
   * The policy in force on a day; before the first one that one, because older training may be recognised later. Days up to today never change
   * their policy (one is enacted from tomorrow at the earliest), so they are remembered; ask for no later day.
   * @throws Error when the school has no policy
   */
  async onDay(sql: Sql, day: string): Promise<EnactedPolicy> {
    const known = this.known.get(day);
    if (known) return known;
    const row = await sql.one<Row>(inForce, [day]);
    if (!row) throw new Error('The school has no conversion policy');
    const policy = enacted(row);
    if (this.known.size > 400) this.known.clear();
    this.known.set(day, policy);
    return policy;
  }

  /** The policy with this version: what a record made under it goes by. */
  async version(sql: Sql, version: number): Promise<EnactedPolicy> {
    const remembered = [...this.known.values()].find((policy) => policy.version === version);
    if (remembered) return remembered;
    const row = await sql.one<Row>(`select ${columns} from credit_policy where version = $1`, [version]);
    if (!row) throw new Error(`There is no conversion policy with version ${version}`);
    return enacted(row);
  }
}

const enacted = ({ body, ...row }: Row): EnactedPolicy => ({ ...body, ...row });

/** Gives a new school the policy it begins with; a school that has one keeps it. Called in the transaction that makes the school. */
export async function enactDefaultPolicy(sql: Sql, now: Date): Promise<void> {
  await sql.execute(
    `insert into credit_policy (version, valid_from, name, body, created_at)
     select 1, $1, $2, $3, $4 where not exists (select from credit_policy)`,
    [DEFAULT_FROM, '云南 2024', JSON.stringify(yunnan2024Policy), now],
  );
}
