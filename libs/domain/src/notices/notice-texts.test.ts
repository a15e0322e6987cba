import { describe, expect, it } from '@jest/globals';
import { noticeTexts, renderNotice } from './notice-texts.ts';
import type { NoticeLanguage } from './notices.ts';
import { NOTICE_CODES, noticeKinds, noticeTarget, type NoticeContent, type NoticeParams } from './notices.ts';

const id = '0199d0a0-0000-7000-8000-000000000000';
const training = {
  assignmentId: id,
  title: '安全培训',
  dueAt: '2026-11-22T10:00:00Z',
  graceUntil: '2026-11-25T10:00:00Z',
};
const overdue = {
  assignmentId: id,
  title: '安全培训',
  dueAt: '2026-11-22T10:00:00Z',
  count: 7,
  organizations: 2,
  organizationId: id,
  organizationName: '城关街道党委',
  names: ['王建国', '李秀英'],
};
const transfer = { transferId: id, personName: '王建国', toName: '第二支部' };
const samples: NoticeParams = {
  'reminder.before': training,
  'reminder.at': training,
  'reminder.after': training,
  'reminder.now': training,
  'escalation.secretary': overdue,
  'escalation.superior': overdue,
  'escalation.secretaryDigest': { trainings: [overdue, overdue], more: 1, count: 17 },
  'escalation.superiorDigest': { trainings: [overdue, overdue], more: 0, count: 14 },
  'assignment.published': { ...training, organizationName: '城关街道党委', opensAt: training.dueAt, required: true },
  'assignment.changed': training,
  'assignment.withdrawn': { assignmentId: id, title: '安全培训', reason: '重复布置' },
  'export.ready': { exportId: id, name: '人员名单', rows: 3 },
  'export.failed': { exportId: id, name: '人员名单' },
  'import.done': { importId: id, name: '人员.xlsx', rows: 3 },
  'import.failed': { importId: id, name: '人员.xlsx' },
  'transfer.requested': { ...transfer, fromName: '第一支部' },
  'transfer.decided': { ...transfer, accepted: false, reason: '材料不全' },
  'appeal.decided': { appealId: id, entryId: id, upheld: true, answer: '证据充分' },
};
const of = (code: (typeof NOTICE_CODES)[number]) => ({ code, params: samples[code] }) as NoticeContent;

describe('messages', () => {
  it.each(NOTICE_CODES)('%s is worded in both languages, of a kind, and leads somewhere', (code) => {
    for (const language of Object.keys(noticeTexts) as NoticeLanguage[]) {
      const { title, body } = renderNotice(of(code), language, 'Asia/Shanghai');
      expect(title).toMatch(/\S/);
      expect(`${title}${body}`).not.toMatch(/undefined|null|NaN|\d{4}-\d\d-\d\dT/);
      expect(noticeTexts[language].kinds[noticeKinds[code]]).toMatch(/\S/);
    }
    expect(noticeTarget(of(code), 'portal').path).toMatch(/^\//);
  });

  it('of a training lead to it on the page of all, while it is there', () => {
    for (const code of ['reminder.before', 'assignment.published', 'assignment.changed'] as const)
      expect(noticeTarget(of(code), 'portal')).toEqual({ app: 'portal', path: `/training#${id}` });
    expect(noticeTarget(of('assignment.withdrawn'), 'portal').path).toBe('/training');
  });

  it('tell times in the zone of the school, with the date', () => {
    expect(renderNotice(of('reminder.before'), 'zh-CN', 'Asia/Shanghai').body).toContain('2026年11月22日 18:00');
    expect(renderNotice(of('reminder.at'), 'en', 'Asia/Shanghai').body).toContain('November 25, 2026');
  });

  it('name the first, and say how many there are', () => {
    expect(renderNotice(of('escalation.secretary'), 'zh-CN', 'Asia/Shanghai').body).toContain('王建国、李秀英 等 7 人');
    expect(renderNotice(of('escalation.secretary'), 'en', 'Asia/Shanghai').body).toContain('and 5 more');
  });
});
