import { assignments } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { audienceSql, type Audience } from './audience.sql.ts';
import { audienceOf } from './audiences.queries.ts';
import { checkRules } from './checks.ts';
import { peoplePage } from './people-page.ts';

const place = z.tuple([z.string(), z.uuid()]);

/** How many people the rules reach now, how many each rule names, and some of them by name with the reasons. */
@Handles(assignments.previewAudience)
export class PreviewAudience implements Handler<typeof assignments.previewAudience> {
  constructor(private readonly uow: UnitOfWork) {}

  run({ scope, body: { organizationId, rules, limit, cursor } }: CallOf<typeof assignments.previewAudience>) {
    const after = readCursor(cursor, place);
    return this.uow.run(async (tx) => {
      await organizationInScope(tx, scope, organizationId);
      await checkRules(tx, scope, rules);
      const audience = await audienceOf(tx, organizationId, rules);
      const params: unknown[] = [JSON.stringify(rules)];
      const wanted = `select w.*, $1::jsonb as rules from (${audienceSql(audience, 'true', params)}) w`;
      const people = await peoplePage(tx, wanted, params, { limit: limit + 1, after });
      const { items, nextCursor } = pageOf(people, limit, (person) => cursorOf(person.name, person.personId));
      const figures = after ? { count: null, perRule: null, leftOut: null } : await figuresOf(tx, audience);
      return { ...figures, people: items, nextCursor };
    });
  }
}

async function figuresOf(tx: Tx, audience: Audience) {
  const { include, exclude, excludeExempt } = audience.rules;
  const params: unknown[] = [];
  const each = include.map((_rule, index) => `count(*) filter (where ${index} = any(reasons))::int`);
  const row = await tx.one<{ count: number; perRule: number[] }>(
    `select count(*)::int as count, array[${each.join(', ')}]::int[] as "perRule" from (${audienceSql(audience, 'true', params)}) w`,
    params,
  );
  const { count, perRule } = row ?? { count: 0, perRule: [] };
  if (exclude.length === 0 && !excludeExempt) return { count, perRule, leftOut: 0 };
  const all: unknown[] = [];
  const everybody = { ...audience, rules: { include, exclude: [], excludeExempt: false } };
  const whole = await tx.one<{ n: number }>(
    `select count(*)::int as n from (${audienceSql(everybody, 'true', all)}) w`,
    all,
  );
  return { count, perRule, leftOut: (whole?.n ?? count) - count };
}
