import { assignments, type BodyInput } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';

const DAY = 86_400_000;
type Draft = BodyInput<typeof assignments.createAssignment>;

/** Assigned training of the whole province and of some of its counties, drafted and published by its administrator. */
export async function assignTraining(
  admin: HttpClient,
  {
    rootId,
    counties,
    courses,
    now,
    until,
  }: { rootId: string; counties: readonly string[]; courses: readonly string[]; now: number; until: number },
): Promise<void> {
  const iso = (ms: number) => new Date(ms).toISOString();
  const course = (index: number) => [{ kind: 'course' as const, id: courses[index % courses.length] ?? '' }];
  const filter = { by: 'filter' as const, organizations: [], kinds: [], positions: [] };
  const common = { description: '', mode: 'live' as const, required: true, opensAt: iso(now), graceUntil: null };
  const all = { include: [filter], exclude: [], excludeExempt: false };
  const drafts: Draft[] = [
    {
      ...common,
      organizationId: rootId,
      title: '全省党员冬训',
      items: course(0),
      rules: all,
      dueAt: iso(until + 20 * DAY),
    },
    {
      ...common,
      organizationId: rootId,
      title: '正式党员年度必修课',
      items: [...course(1), ...course(2)],
      rules: { ...all, include: [{ ...filter, kinds: ['full_member'] }], excludeExempt: true },
      dueAt: iso(until - 8 * DAY),
      graceUntil: iso(until + 6 * DAY),
    },
    {
      ...common,
      organizationId: rootId,
      title: '党支部书记集中培训',
      mode: 'snapshot',
      items: course(3),
      rules: { ...all, include: [{ ...filter, positions: ['branch_secretary'] }] },
      dueAt: iso(until - 10 * DAY),
    },
    ...counties.slice(0, 5).map((organizationId): Draft => ({
      ...common,
      organizationId,
      title: '县级党员轮训',
      items: course(4),
      rules: { ...all, include: [{ ...filter, organizations: [{ organizationId, subtree: true }] }] },
      dueAt: iso(until + 35 * DAY),
    })),
  ];
  for (const body of drafts) {
    const { id, revision } = await admin.call(assignments.createAssignment, { body });
    await admin.call(assignments.publishAssignment, { params: { assignmentId: id }, body: { revision } });
  }
}
