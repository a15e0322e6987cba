import {
  COUNTERS,
  dayIn,
  PERSON_KINDS,
  requirementsFor,
  type ConversionPolicy,
  type PersonKind,
  type Position,
} from '@dangxiao/domain';
import type { TestApp } from '../../support/test-app.ts';

const ZONE = 'Asia/Shanghai';
const END = '9999-12-31';
const cents = (hours: string) => Math.round(Number(hours) * 100);

interface Dated {
  validFrom: string;
  validTo: string | null;
  recordedAt: Date;
  supersededAt: Date | null;
}
interface Rows {
  versions: (Dated & { id: string; parentId: string | null })[];
  memberships: (Dated & { personId: string; organizationId: string; kind: PersonKind; position: Position })[];
  exemptions: (Dated & { personId: string })[];
  entries: { personId: string; counter: string; hours: string; year: number; recordedAt: Date }[];
  studies: { personId: string; at: Date }[];
  policies: { validFrom: string; body: ConversionPolicy }[];
  targets: {
    assignmentId: string;
    organizationId: string;
    spanFrom: Date;
    releasedAt: Date | null;
    startedAt: Date | null;
    finishedAt: Date | null;
  }[];
  dates: { assignmentId: string; number: number; at: Date; dueAt: string | null; graceUntil: string | null }[];
}

const dated = (more: string) =>
  `${more}, valid_from as "validFrom", valid_to as "validTo", recorded_at as "recordedAt", superseded_at as "supersededAt"`;

/** Every row that figures rest on. */
export async function readRows({ pg }: TestApp): Promise<Rows> {
  return {
    versions: await pg.query(
      `select ${dated('organization_id as id, parent_id as "parentId"')} from organization_version`,
    ),
    memberships: await pg.query(
      `select ${dated('person_id as "personId", organization_id as "organizationId", kind, position')} from membership`,
    ),
    exemptions: await pg.query(`select ${dated('person_id as "personId"')} from exemption`),
    entries: await pg.query(
      `select person_id as "personId", counter, hours, year, recorded_at as "recordedAt" from credit_entry`,
    ),
    studies: await pg.query(
      `select person_id as "personId", started_at as at from playback_lease where seq > 0 union all select person_id, started_at from attempt`,
    ),
    policies: await pg.query('select valid_from as "validFrom", body from credit_policy order by valid_from'),
    targets: await pg.query(
      `select assignment_id as "assignmentId", organization_id as "organizationId", span_from as "spanFrom", released_at as "releasedAt",
         started_at as "startedAt", finished_at as "finishedAt" from assignment_target`,
    ),
    dates: await pg.query(
      `select assignment_id as "assignmentId", number, at, content ->> 'dueAt' as "dueAt", content ->> 'graceUntil' as "graceUntil"
       from assignment_version order by number`,
    ),
  };
}

const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const dayOf = (at: Date) => dayIn(ZONE, at);

/** Did the row hold on the day, by what was known at its end? */
const held = (row: Dated, day: string) =>
  row.validFrom <= day &&
  day < (row.validTo ?? END) &&
  dayOf(row.recordedAt) <= day &&
  (row.supersededAt === null || dayOf(row.supersededAt) > day);

/** The figures of a subtree on a day, counted row by row with nothing but the domain's rules. */
export function recount(rows: Rows, organizationId: string, day: string, until: Date) {
  const parents = new Map(rows.versions.filter((row) => held(row, day)).map((row) => [row.id, row.parentId]));
  const below = (id: string): boolean => {
    if (!parents.has(id)) return false;
    if (id === organizationId) return true;
    const parent = parents.get(id);
    return parent ? below(parent) : false;
  };
  const policy = rows.policies.filter(({ validFrom }) => validFrom <= day).at(-1) ?? rows.policies[0];
  const sum = { members: 0, owing: 0, attained: 0, active: 0, cents: 0 };
  for (const member of rows.memberships.filter((row) => held(row, day) && below(row.organizationId))) {
    const { personId } = member;
    sum.members += 1;
    const weekAgo = after(day, -6);
    if (
      rows.studies.some((study) => study.personId === personId && dayOf(study.at) >= weekAgo && dayOf(study.at) <= day)
    )
      sum.active += 1;
    const exempt = rows.exemptions.some((row) => row.personId === personId && held(row, day));
    const owed =
      policy && PERSON_KINDS.includes(member.kind) ? requirementsFor(policy.body, { ...member, exempt }) : [];
    if (owed.length === 0) continue;
    const year = Number(day.slice(0, 4));
    const earned = new Map(COUNTERS.map((counter) => [counter as string, 0]));
    for (const entry of rows.entries) {
      const known = dayOf(entry.recordedAt);
      if (entry.personId !== personId || entry.year !== year || known > day) continue;
      earned.set(entry.counter, (earned.get(entry.counter) ?? 0) + cents(entry.hours));
    }
    sum.owing += 1;
    sum.cents += [...earned.values()].reduce((all, one) => all + one, 0);
    if (owed.every(({ counter, hours }) => (earned.get(counter) ?? 0) >= cents(hours))) sum.attained += 1;
  }
  return { ...sum, training: recountTraining(rows, below, day, until) };
}

function recountTraining(rows: Rows, below: (id: string) => boolean, day: string, until: Date) {
  const ofDay = new Map<string, { assigned: number; started: number; finished: number; overdue: number }>();
  const by = (at: Date | null) => at !== null && dayOf(at) <= day;
  for (const target of rows.targets) {
    if (!by(target.spanFrom) || by(target.releasedAt) || !below(target.organizationId)) continue;
    const one = ofDay.get(target.assignmentId) ?? { assigned: 0, started: 0, finished: 0, overdue: 0 };
    const said = rows.dates.filter(({ assignmentId, at }) => assignmentId === target.assignmentId && by(at)).at(-1);
    const deadline = said?.graceUntil ?? said?.dueAt ?? null;
    one.assigned += 1;
    if (by(target.startedAt)) one.started += 1;
    if (by(target.finishedAt)) one.finished += 1;
    else if (deadline && Date.parse(deadline) < until.getTime()) one.overdue += 1;
    ofDay.set(target.assignmentId, one);
  }
  return ofDay;
}
