import { randomUUID } from 'node:crypto';
import { yunnan2024Policy } from '@dangxiao/domain';
import type { TestApp } from '../../support/test-app.ts';
import type { Node, SignedIn } from '../../support/factories.ts';

/** One row of every kind that belongs to an organization or to one of its people; the keys are the names that endpoints call them by. */
export interface ForeignRows {
  ids: Record<string, string>;
  learner: SignedIn & { personId: string };
}

/** Rows as the product itself would leave them, written straight to the tables so that this test needs no area to be right. */
export async function foreignRows(t: TestApp, organization: Node): Promise<ForeignRows> {
  const learner = await t.make.person({ organization, name: '别家的人' });
  const now = t.clock.now();
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const keys = Object.keys(row);
    const values = keys.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (${keys.join(', ')}) values (${values.join(', ')}) returning *`;
    const saved = await t.pg.one<{ id?: string }>(sql, Object.values(row));
    return saved?.id ?? '';
  };
  const inOrganization = { organization_id: organization.id, created_at: now };
  const file = { purpose: 'evidence', name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: 'x', storage_key: 'x' };
  const fileId = await insert('stored_file', { ...inOrganization, ...file, created_by: learner.accountId });
  const media = { title: 'M', state: 'ready', source_name: 'm.mp4', source_bytes: 1, duration_ms: 60000 };
  const mediaId = await insert('media', { ...inOrganization, ...media, encryption_key: Buffer.alloc(16) });
  const subtitle = { media_id: mediaId, language: 'en', label: 'English', vtt: 'WEBVTT', created_at: now };
  const subtitleId = await insert('media_subtitle', subtitle);
  const course = { title: '别家的课', initials: 'bjdk', visibility: 'subtree', updated_at: now };
  const courseId = await insert('course', { ...inOrganization, ...course });
  const unitId = await insert('unit', { course_id: courseId, title: 'U', ordinal: 1 });
  const lesson = { unit_id: unitId, kind: 'video', title: 'L', ordinal: 1, media_id: mediaId };
  const lessonId = await insert('lesson', lesson);
  const questionId = await insert('question', { ...inOrganization, updated_at: now });
  const options = JSON.stringify([
    { key: 'A', text: 'Yes' },
    { key: 'B', text: 'No' },
  ]);
  const wording = { number: 1, kind: 'single', text: '?', options, correct: ['A'], explanation: '' };
  const versionId = await insert('question_version', { question_id: questionId, ...wording, created_at: now });
  await t.pg.execute('update question set current_version_id = $2 where id = $1', [questionId, versionId]);
  const rules = { draw: 1, shuffle_questions: false, shuffle_options: false, minutes: 10, pass_percent: 60, tries: 3 };
  const exam = { title: 'E', ...rules, reveal: 'after_hand_in', unit_id: unitId };
  const examId = await insert('unit_exam', { ...exam, question_ids: [questionId] });
  const version = {
    course_id: courseId,
    number: 1,
    title: '别家的课',
    summary: '',
    description_html: '',
    duration_ms: 60000,
  };
  const courseVersionId = await insert('course_version', { ...version, search_text: '', published_at: now });
  await t.pg.execute(
    'update course set published_version_id = $2, published_revision = 1, published_at = $3 where id = $1',
    [courseId, courseVersionId, now],
  );
  const frozen = { course_version_id: courseVersionId, unit_id: unitId, title: 'L', unit_title: 'U', unit_ordinal: 1 };
  const lessonVersion = {
    ...frozen,
    lesson_id: lessonId,
    ordinal: 1,
    kind: 'video',
    required: true,
    duration_ms: 60000,
  };
  const lessonVersionId = await insert('lesson_version', { ...lessonVersion, media_id: mediaId });
  const examVersion = { ...exam, course_version_id: courseVersionId, exam_id: examId };
  const examVersionId = await insert('exam_version', { ...examVersion, question_version_ids: [versionId] });
  const attempt = { person_id: learner.personId, exam_id: examId, exam_version_id: examVersionId, course_id: courseId };
  const times = { started_at: now, deadline: new Date(now.getTime() + 600_000) };
  const attemptId = await insert('attempt', { ...attempt, ...times, number: 1, seed: 's', total: 1 });
  await insert('attempt_slot', {
    attempt_id: attemptId,
    slot: 1,
    question_version_id: versionId,
    option_order: ['A', 'B'],
  });
  const lease = {
    person_id: learner.personId,
    lesson_id: lessonId,
    lesson_version_id: lessonVersionId,
    course_id: courseId,
  };
  const dated = {
    version: 900,
    valid_from: '2001-01-01',
    name: 'P',
    body: JSON.stringify(yunnan2024Policy),
    created_at: now,
  };
  await insert('credit_policy', dated);
  const policy = { duration_ms: 60000, completion_percent: 90, max_rate: 150, policy_version: 900 };
  const leaseId = await insert('playback_lease', { ...lease, ...policy, started_at: now, last_heartbeat_at: now });
  const entry = {
    person_id: learner.personId,
    seq: 1,
    counter: 'online',
    hours: '1.00',
    effective_at: now,
    year: 2026,
  };
  const at = now.toISOString();
  const watched = {
    durationMs: 60000,
    completionPercent: 90,
    coverage: '{[0,60000)}',
    countedMs: 60000,
    heartbeats: 1,
  };
  const evidence = JSON.stringify({ ...watched, firstHeartbeatAt: at, completedAt: at });
  const source = { source_kind: 'lesson', source_id: lessonId, policy_version: 900, evidence, recorded_at: now };
  const entryId = await insert('credit_entry', {
    ...entry,
    ...source,
    organization_id: organization.id,
    hash: randomUUID(),
  });
  const appeal = { person_id: learner.personId, entry_id: entryId, text: 'why', created_at: now };
  const appealId = await insert('credit_appeal', appeal);
  const dates = { valid_from: '2026-01-01', recorded_at: now };
  const leads = { organization_id: organization.id, person_id: learner.personId, position: 'secretary' };
  const termId = await insert('leader_term', { ...leads, ...dates });
  const exemptionId = await insert('exemption', { person_id: learner.personId, kind: 'aged', reason: 'r', ...dates });
  const beside = await t.make.organization(organization, { kind: 'party_group' });
  const leaves = { from_organization_id: beside.id, to_organization_id: organization.id, reason: 'r' };
  const asked = { requested_by: learner.accountId, requested_at: now };
  const transferId = await insert('transfer', { person_id: learner.personId, ...leaves, ...asked });
  const double = await t.make.person({ organization, name: '别家的人' });
  const merged = { survivor_id: learner.personId, duplicate_id: double.personId };
  const mergeId = await insert('person_merge', { ...merged, merged_by: learner.accountId, merged_at: now });
  const window = { opens_at: now, updated_at: now };
  const nobody = JSON.stringify({ include: [], exclude: [], excludeExempt: false });
  const training = { title: '别家的任务', mode: 'live', required: true, rules: nobody };
  const assignmentId = await insert('assignment', { ...inOrganization, ...window, ...training });
  const target = { person_id: learner.personId, assignment_id: assignmentId, organization_id: organization.id };
  await insert('assignment_target', { ...target, assigned_at: now, span_from: now, version: 1, reasons: [] });
  await t.pg.execute(
    `insert into organization_setting (organization_id, settings, updated_at) values ($1, '{"ranking": true}', $2)
     on conflict (organization_id) do update set settings = excluded.settings`,
    [organization.id, now],
  );
  const audience = { title: '别家的人员', rules: nobody, updated_at: now };
  const audienceId = await insert('saved_audience', { ...inOrganization, ...audience });
  const list = { title: '别家的名单', created_at: now };
  const listId = await insert('audience_list', { organization_id: organization.id, ...list });
  const brought = {
    kind: 'people',
    organization_id: organization.id,
    file_name: 'a.csv',
    state: 'checked',
    created_by: learner.accountId,
  };
  const importId = await insert('import_batch', { ...brought, created_at: now, changed_at: now });
  const programmeId = await insert('programme', { ...inOrganization, title: '别家的专题', updated_at: now });
  const about = JSON.stringify({ assignmentId, title: 'T', dueAt: null, graceUntil: null });
  const told = { recipient_id: learner.personId, person_id: learner.personId, code: 'reminder.now', params: about };
  const noticeId = await insert('notice', { ...inOrganization, ...told, dedupe_key: 'x' });
  const table = {
    kind: 'people',
    query: '{}',
    columns: ['name'],
    language: 'zh',
    file_name: 'x.xlsx',
    created_at: now,
  };
  const exportId = await insert('export', { account_id: learner.accountId, ...table });
  const grant = await t.pg.one<{ id: string }>('select id from role_grant where account_id = $1', [learner.accountId]);
  const sessionId = (
    await t.pg.one<{ id: string }>('select id from session where account_id = $1', [learner.accountId])
  )?.id;
  return {
    learner,
    ids: {
      organizationId: organization.id,
      parentId: organization.id,
      personId: learner.personId,
      instructorId: learner.personId,
      sessionId: sessionId ?? '',
      grantId: grant?.id ?? '',
      fileId,
      evidenceFileId: fileId,
      coverFileId: fileId,
      mediaId,
      subtitleId,
      assignmentId,
      audienceId,
      listId,
      programmeId,
      importId,
      noticeId,
      courseId,
      unitId,
      lessonId,
      questionId,
      questionIds: questionId,
      examId,
      attemptId,
      attemptIds: attemptId,
      leaseId,
      entryId,
      appealId,
      termId,
      exemptionId,
      transferId,
      mergeId,
      exportId,
    },
  };
}
