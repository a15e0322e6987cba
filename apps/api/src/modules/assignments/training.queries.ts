import type { assignments, ResponseOf } from '@dangxiao/contracts';
import { targetState, type AudienceRules } from '@dangxiao/domain';
import { assignmentParts, partDoneAt } from '../../database/fragments/assigned.ts';
import type { Sql } from '../../database/sql.ts';
import { namesIn, reasonsOf, type Names } from './reasons.ts';

export type Training = ResponseOf<typeof assignments.myTraining>['items'][number];

interface Part {
  kind: 'course' | 'exam';
  courseId: string;
  examId: string | null;
  title: string;
  doneAt: string | null;
  begun: boolean;
  programme: string | null;
  needsPrevious: boolean;
}
export interface TrainingRow {
  assignmentId: string;
  title: string;
  description: string;
  organizationName: string;
  required: boolean;
  opensAt: Date;
  dueAt: Date | null;
  graceUntil: Date | null;
  updatedAt: Date;
  version: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  path: string;
  places: number[];
  rules: AudienceRules;
  parts: Part[] | null;
}

/** One statement: what the person (`$1`) is assigned, each with its parts and how far they are, from the records themselves. */
export const trainingSql = `
  select a.id as "assignmentId", a.title, a.description, owner.name as "organizationName", a.required, a.opens_at as "opensAt",
    a.due_at as "dueAt", a.grace_until as "graceUntil", a.updated_at as "updatedAt", a.version, t.started_at as "startedAt",
    t.finished_at as "finishedAt", home.path::text as path, t.reasons as places, h.content -> 'rules' as rules, parts.parts
  from assignment_target t
  join assignment a on a.id = t.assignment_id and a.state in ('publishing', 'published')
  join assignment_version h on h.assignment_id = a.id and h.number = t.version
  join organization owner on owner.id = a.organization_id
  join organization home on home.id = t.organization_id
  left join lateral (
    select json_agg(json_build_object('kind', case when part.exam_id is null then 'course' else 'exam' end, 'courseId', part.course_id,
      'examId', part.exam_id, 'title', coalesce(e.title, v.title, c.title), 'doneAt', ${partDoneAt('t.person_id', 'part')},
      'begun', exists (select from lesson_progress p where p.person_id = t.person_id and p.course_id = part.course_id),
      'programme', part.programme_version_id, 'needsPrevious', part.needs_previous) order by part.ordinal, part.step) as parts
    from ${assignmentParts} part
    join course c on c.id = part.course_id
    left join course_version v on v.id = c.published_version_id
    left join unit_exam e on e.id = part.exam_id
    where part.assignment_id = a.id) parts on true
  where t.person_id = $1 and t.released_at is null`;

const last = 8_640_000_000_000_000;
const done = (item: Training) => Number(item.state === 'finished');
const byUrgency = (one: Training, other: Training) =>
  done(one) - done(other) ||
  (one.dueAt ? Date.parse(one.dueAt) : last) - (other.dueAt ? Date.parse(other.dueAt) : last) ||
  Number(other.required) - Number(one.required) ||
  one.title.localeCompare(other.title, 'zh-Hans-CN');

/** Rows as the learner sees them at an instant, most urgent first, finished ones last. */
export async function trainingOf(db: Sql, rows: readonly TrainingRow[], now: Date): Promise<Training[]> {
  const names =
    rows.length > 0
      ? await namesIn(
          db,
          rows.map((row) => row.rules),
        )
      : {};
  return rows.map((row) => training(row, names, now)).sort(byUrgency);
}

function training(row: TrainingRow, names: Names, now: Date): Training {
  const parts = row.parts ?? [];
  const complete = parts.length > 0 && parts.every((part) => part.doneAt !== null);
  const begun = row.startedAt ?? (parts.some((part) => part.begun) ? now : null);
  const finishedAt = row.finishedAt ?? (complete ? now : null);
  const state = targetState({ ...row, startedAt: begun, finishedAt, releasedAt: null }, now);
  return {
    assignmentId: row.assignmentId,
    title: row.title,
    description: row.description,
    organizationName: row.organizationName,
    required: row.required,
    opensAt: row.opensAt.toISOString(),
    upcoming: row.opensAt > now,
    dueAt: row.dueAt?.toISOString() ?? null,
    graceUntil: row.graceUntil?.toISOString() ?? null,
    state,
    items: parts.map(({ doneAt, programme, needsPrevious, ...part }, index) => ({
      ...part,
      done: doneAt !== null,
      waitsFor: needsPrevious
        ? (parts.slice(0, index).find((other) => other.programme === programme && other.doneAt === null)?.title ?? null)
        : null,
    })),
    reasons: reasonsOf(row.rules, row.places, row.path, names),
  };
}
