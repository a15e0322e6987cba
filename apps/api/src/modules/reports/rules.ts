import {
  compareHours,
  COUNTERS,
  PERSON_KINDS,
  POSITIONS,
  requirementsFor,
  type ConversionPolicy,
  type Counter,
} from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/**
 * What each kind and position owes, by counter: the rule stays in the domain, SQL only joins with what it says. Hours count for every requirement
 * of their counter, so the highest one is what is owed in it.
 */
function requirementRows(policy: Pick<ConversionPolicy, 'requirements'>) {
  return PERSON_KINDS.flatMap((kind) =>
    POSITIONS.flatMap((position) => {
      const owed = requirementsFor(policy, { kind, position, exempt: false });
      if (owed.length === 0) return [];
      const highest = (counter: Counter) =>
        owed
          .filter((one) => one.counter === counter)
          .reduce((most, { hours }) => (compareHours(hours, most) > 0 ? hours : most), '0.00');
      return [{ kind, position, ...Object.fromEntries(COUNTERS.map((counter) => [counter, highest(counter)])) }];
    }),
  );
}

/** `requirementRows` of every policy, each with the days on which it is in force, as JSON; the first one also holds before its own first day. */
export async function ruleRows(sql: Sql): Promise<string> {
  const policies = await sql.query<{ validFrom: string; body: ConversionPolicy }>(
    'select valid_from as "validFrom", body from credit_policy order by valid_from',
  );
  return JSON.stringify(
    policies.flatMap(({ validFrom, body }, index) => {
      const days = {
        from_day: index === 0 ? '-infinity' : validFrom,
        to_day: policies[index + 1]?.validFrom ?? 'infinity',
      };
      return requirementRows(body).map((row) => ({ ...days, ...row }));
    }),
  );
}
