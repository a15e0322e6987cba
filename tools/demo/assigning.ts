import { assignments, type AudienceRulesInput, type BodyInput } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import type { DemoPerson } from './people.ts';

const DAY = 86_400_000;

interface Assigning {
  admin: HttpClient;
  rootId: string;
  /** Organizations by name. */
  planted: Map<string, string>;
  everybody: readonly DemoPerson[];
  /** Published courses. */
  guideId: string;
  educationId: string;
  developmentId: string;
}

/** Training of every kind: live to a subtree, a snapshot of a list, a programme for a saved audience, one overdue, one elective, a draft. */
export async function assignTraining(demo: Assigning): Promise<void> {
  const { admin, rootId, planted, everybody, guideId, educationId, developmentId } = demo;
  const now = Date.now();
  const at = (days: number) => {
    const day = new Date(now + days * DAY);
    day.setUTCHours(10, 0, 0, 0);
    return day.toISOString();
  };
  const under = (name: string, more: object = {}): AudienceRulesInput => ({
    include: [
      {
        by: 'filter',
        organizations: [{ organizationId: planted.get(name) ?? rootId, subtree: true }],
        kinds: [],
        positions: [],
        ...more,
      },
    ],
    exclude: [],
    excludeExempt: true,
  });
  const draft = (more: Partial<BodyInput<typeof assignments.createAssignment>> & { title: string }) =>
    admin.call(assignments.createAssignment, {
      body: {
        organizationId: rootId,
        description: '',
        mode: 'live',
        required: true,
        opensAt: at(-20),
        dueAt: at(10),
        graceUntil: null,
        items: [{ kind: 'course', id: guideId }],
        rules: under(''),
        ...more,
      },
    });
  const assign = async (more: Parameters<typeof draft>[0]) => {
    const { id, revision } = await draft(more);
    await admin.call(assignments.publishAssignment, { params: { assignmentId: id }, body: { revision } });
  };

  await assign({
    title: '新平台上手学习',
    description: '请先学会怎样观看课程、怎样查看学时。',
    graceUntil: at(17),
    rules: under('城关街道党工委'),
  });
  const text = everybody
    .filter((person) => person.branch === '青山一中党支部')
    .slice(0, 6)
    .map((person) => `${person.name},${person.branch}`)
    .join('\n');
  const list = await admin.call(assignments.uploadList, {
    body: { organizationId: rootId, title: '骨干教师名单', text },
  });
  await assign({
    title: '骨干教师专题培训',
    mode: 'snapshot',
    items: [{ kind: 'course', id: educationId }],
    rules: { include: [{ by: 'list', listId: list.id }], exclude: [], excludeExempt: false },
  });
  const programme = await admin.call(assignments.createProgramme, {
    body: {
      organizationId: rootId,
      title: '党员教育入门',
      summary: '先熟悉平台，再学习党员教育管理的要求。',
      items: [
        { courseId: guideId, needsPrevious: false },
        { courseId: educationId, needsPrevious: true },
      ],
    },
  });
  const secretaries = under('', { positions: ['branch_secretary', 'branch_committee_member'] });
  const saved = await admin.call(assignments.createSavedAudience, {
    body: { organizationId: rootId, title: '支部班子成员', rules: secretaries as never },
  });
  await assign({
    title: '支部班子成员轮训',
    dueAt: at(40),
    items: [{ kind: 'programme', id: programme.id }],
    rules: {
      include: [{ by: 'saved', audienceId: saved.id }, ...under('城关街道机关党支部').include],
      exclude: [],
      excludeExempt: true,
    },
  });
  await assign({
    title: '党员年度必修课',
    opensAt: at(-50),
    dueAt: at(-3),
    items: [{ kind: 'course', id: educationId }],
    rules: under('', { kinds: ['full_member'] }),
  });
  await assign({
    title: '发展党员工作选学',
    required: false,
    dueAt: null,
    items: [{ kind: 'course', id: developmentId }],
    rules: under(''),
  });
  await draft({ title: '党员集中培训', dueAt: at(90), rules: under('柳河镇党委') });
}
