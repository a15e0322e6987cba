import type { credits, ResponseOf } from '@dangxiao/contracts';
import {
  COUNTERS,
  dayIn,
  requirementsFor,
  requirementStatus,
  type PersonKind,
  type Position,
  type RequirementStatus,
} from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';
import { entriesPage } from './entries.queries.ts';
import { Policies } from './policies.ts';
import { suggestCourse } from './suggestion.ts';

type HoursView = ResponseOf<typeof credits.myHours>;

interface Standing {
  kind: PersonKind;
  position: Position;
  exempt: boolean;
}

/** Kind and position on a day; today's where the records do not reach back so far. */
const standingOn = `
  select coalesce(m.kind, p.current_kind) as kind, coalesce(m.position, p.current_position) as position, p.exempt
  from person p
  left join membership m on m.person_id = p.id and m.superseded_at is null
    and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
  where p.id = $1`;

/** A person's year: what is owed by the policy and standing of its last day (or today), what is earned, and from what. */
@Injectable()
export class HoursViews {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(
    sql: Sql,
    personId: string,
    query: { year?: number | undefined; limit: number; cursor?: string | undefined },
  ): Promise<HoursView> {
    const today = dayIn(this.config.zone, this.clock.now());
    const thisYear = Number(today.slice(0, 4));
    const year = query.year ?? thisYear;
    const day = year < thisYear ? `${year}-12-31` : today;
    const standing = await sql.one<Standing>(standingOn, [personId, day]);
    if (!standing) throw new Error('There is no such person');
    const policy = await this.policies.onDay(sql, day);
    const all = await sql.query<{ year: number; counter: 'centralised' | 'online'; hours: string }>(
      'select year, counter, hours from credit_balance where person_id = $1',
      [personId],
    );
    const earned = (counter: string) =>
      all.find((row) => row.year === year && row.counter === counter)?.hours ?? '0.00';
    const requirements = requirementsFor(policy, standing).map(({ key, counter, source, hours }) => ({
      key,
      counter,
      source,
      ...requirementStatus({ hours }, earned(counter)),
    }));
    const gap = largestGap(requirements.filter(({ counter }) => counter === policy.lectureCounter));
    return {
      year,
      years: [...new Set([thisYear, ...all.map((row) => row.year)])].sort((a, b) => b - a),
      exempt: standing.exempt,
      balances: COUNTERS.map((counter) => ({ counter, hours: earned(counter) })),
      requirements,
      suggestion: gap && year === thisYear ? await suggestCourse(sql, personId, policy, gap) : null,
      entries: await entriesPage(sql, personId, year, query),
    };
  }
}

const largestGap = (requirements: readonly RequirementStatus[]): string | null =>
  requirements.filter(({ done }) => !done).sort((a, b) => Number(b.missing) - Number(a.missing))[0]?.missing ?? null;
