import { assignments, type AudienceRulesInput } from '@dangxiao/contracts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { publishedCourse, type StudyCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('a saved audience', () => {
  let t: TestApp;
  let school: School;
  let north: Node;
  let south: Node;
  let owner: SignedIn;
  let neighbour: SignedIn;
  let course: StudyCourse;
  let audienceId: string;

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    north = await t.make.organization(school.root, { name: '城北支部' });
    south = await t.make.organization(school.root, { name: '城南支部' });
    owner = await t.make.administrator(north);
    neighbour = await t.make.administrator(south);
    course = await publishedCourse(t.asOwner, school.root.id, [{ durationMs: 60_000 }]);
    const body = { organizationId: north.id, title: '城北全体', rules: below(north) };
    audienceId = (await owner.client.call(assignments.createSavedAudience, { body })).id;
  });
  afterAll(() => t.close());

  const below = (node: Node) => ({
    include: [
      {
        by: 'filter' as const,
        organizations: [{ organizationId: node.id, subtree: true }],
        kinds: [],
        positions: [],
      },
    ],
    exclude: [],
    excludeExempt: false,
  });
  const saved = (): AudienceRulesInput => ({
    include: [{ by: 'saved', audienceId }],
    exclude: [],
    excludeExempt: false,
  });
  const notFound = { status: 404, code: 'audience_not_found' };
  const draft = (rules: AudienceRulesInput) => ({
    organizationId: south.id,
    title: '任务',
    description: '',
    mode: 'live' as const,
    required: true,
    opensAt: t.clock.now().toISOString(),
    dueAt: null,
    graceUntil: null,
    items: [{ kind: 'course' as const, id: course.id }],
    rules,
  });

  it('is neither shown nor listed to another organization, and its owner sees it', async () => {
    const params = { audienceId };
    await expect(neighbour.client.call(assignments.getSavedAudience, { params })).rejects.toMatchObject(notFound);
    expect((await neighbour.client.call(assignments.listSavedAudiences, { query: {} })).items).toEqual([]);
    expect(await owner.client.call(assignments.getSavedAudience, { params })).toMatchObject({ title: '城北全体' });
    expect((await owner.client.call(assignments.listSavedAudiences, { query: {} })).items).toHaveLength(1);
  });

  it('is not changed by another organization, whatever is sent', async () => {
    const params = { audienceId };
    for (const change of [{ title: '别人的' }, { rules: below(south) }, { archived: true }]) {
      const body = { revision: 1, ...change };
      await expect(neighbour.client.call(assignments.updateSavedAudience, { params, body })).rejects.toMatchObject(
        notFound,
      );
    }
    expect(await owner.client.call(assignments.getSavedAudience, { params })).toMatchObject({
      title: '城北全体',
      rules: below(north),
      archived: false,
      revision: 1,
    });
  });

  it('is not used by another organization: neither in a preview nor in a draft, new or changed', async () => {
    const { client } = neighbour;
    const preview = { organizationId: south.id, rules: saved() };
    await expect(client.call(assignments.previewAudience, { body: preview })).rejects.toMatchObject(notFound);
    await expect(client.call(assignments.createAssignment, { body: draft(saved()) })).rejects.toMatchObject(notFound);
    const { id, revision } = await client.call(assignments.createAssignment, { body: draft(below(south)) });
    const params = { assignmentId: id };
    const body = { revision, rules: saved() };
    await expect(client.call(assignments.updateAssignment, { params, body })).rejects.toMatchObject(notFound);
    expect(await client.call(assignments.getAssignment, { params })).toMatchObject({ rules: below(south) });
    expect(await owner.client.call(assignments.getSavedAudience, { params: { audienceId } })).toMatchObject({
      usedBy: 0,
    });
  });

  it('is made for an organization of its maker only', async () => {
    const body = { organizationId: north.id, title: '混入', rules: below(south) };
    await expect(neighbour.client.call(assignments.createSavedAudience, { body })).rejects.toMatchObject({
      code: 'organization_not_found',
    });
  });
});
