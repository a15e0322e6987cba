import type { Moment, NoticeParams, NoticeTexts } from './notices.ts';

interface Dated {
  dueAt: string | null;
  graceUntil: string | null;
}

const due = ({ dueAt }: Dated, at: Moment) => (dueAt ? `截止时间：${at(dueAt)}。` : '没有截止时间。');
const grace = ({ graceUntil }: Dated, at: Moment) => (graceUntil ? `宽限至 ${at(graceUntil)}。` : '');
const names = (list: readonly string[], count: number) =>
  list.length === 0 ? '' : `${list.join('、')}${count > list.length ? ` 等 ${count} 人` : ''}。`;

/** One line each of several trainings, and how many more there are. */
const lines = ({ trainings, more }: NoticeParams['escalation.secretaryDigest']) =>
  [
    ...trainings.map(
      (p) =>
        `《${p.title}》${p.organizationName} ${p.count} 人（${p.names.join('、')}${p.count > p.names.length ? ' 等' : ''}）`,
    ),
    ...(more > 0 ? [`另有 ${more} 项`] : []),
  ].join('；');

/** The messages in Chinese. */
export const noticesZh: NoticeTexts = {
  words: {
    'reminder.before': (p, at) => ({
      title: `《${p.title}》快到截止时间了`,
      body: `${due(p, at)}您还没有完成，请安排时间学习。`,
    }),
    'reminder.at': (p, at) => ({
      title: `《${p.title}》已到截止时间`,
      body: p.graceUntil
        ? `您还没有完成。${grace(p, at)}在此之前完成仍然有效，请尽快学习。`
        : '您还没有完成。仍可继续学习，完成时间会如实记录。',
    }),
    'reminder.after': (p, at) => ({
      title: `《${p.title}》已逾期`,
      body: `${due(p, at)}您还没有完成。仍可继续学习，请尽快补上。`,
    }),
    'reminder.now': (p, at) => ({
      title: `组织提醒您完成《${p.title}》`,
      body: `${due(p, at)}${grace(p, at)}您还没有完成，请安排时间学习。`,
    }),
    'escalation.secretary': (p, at) => ({
      title: `${p.organizationName}有 ${p.count} 人逾期：《${p.title}》`,
      body: `截止时间：${at(p.dueAt)}。未完成：${names(p.names, p.count)}请提醒他们，或了解他们的困难。`,
    }),
    'escalation.superior': (p, at) => ({
      title: `${p.organizationName}下属 ${p.organizations} 个组织有 ${p.count} 人逾期：《${p.title}》`,
      body: `截止时间：${at(p.dueAt)}。未完成：${names(p.names, p.count)}支部书记已得到通知。`,
    }),
    'escalation.secretaryDigest': (p) => ({
      title: `${p.trainings.length + p.more} 项培训有人逾期，共 ${p.count} 人次`,
      body: `${lines(p)}。请提醒他们，或了解他们的困难。`,
    }),
    'escalation.superiorDigest': (p) => ({
      title: `下属组织有 ${p.trainings.length + p.more} 项培训逾期，共 ${p.count} 人次`,
      body: `${lines(p)}。支部书记已得到通知。`,
    }),
    'assignment.published': (p, at) => ({
      title: `新的培训任务：《${p.title}》`,
      body: `${p.organizationName}布置，${p.required ? '必修' : '选修'}。${at(p.opensAt)} 起可以学习。${due(p, at)}`,
    }),
    'assignment.changed': (p, at) => ({
      title: `培训任务有调整：《${p.title}》`,
      body: `${due(p, at)}${grace(p, at)}已经完成的内容不受影响。`,
    }),
    'assignment.withdrawn': (p) => ({
      title: `培训任务已取消：《${p.title}》`,
      body: `${p.reason ? `原因：${p.reason}。` : ''}您不必再完成，已获得的学时保留。`,
    }),
    'export.ready': (p) => ({ title: `导出已完成：${p.name}`, body: `共 ${p.rows} 行，可以下载。` }),
    'export.failed': (p) => ({ title: `导出没有成功：${p.name}`, body: '请重新导出；若仍不成功，请联系系统管理员。' }),
    'import.done': (p) => ({ title: `导入已完成：${p.name}`, body: `共 ${p.rows} 行已写入。` }),
    'import.failed': (p) => ({ title: `导入没有成功：${p.name}`, body: '没有写入任何数据，请查看原因后重试。' }),
    'transfer.requested': (p) => ({
      title: `${p.personName}申请转入${p.toName}`,
      body: `转出组织：${p.fromName}。请接收或退回；接收之前仍由原组织负责。`,
    }),
    'transfer.decided': (p) => ({
      title: p.accepted ? `${p.personName}的组织关系已转入${p.toName}` : `${p.toName}退回了${p.personName}的转接申请`,
      body: p.accepted ? '学时和学习记录不变。' : `${p.reason ? `原因：${p.reason}。` : ''}仍属原组织。`,
    }),
    'appeal.decided': (p) => ({
      title: p.upheld ? '您的学时申诉已获支持' : '您的学时申诉未获支持',
      body: p.answer,
    }),
  },
  kinds: {
    training: '培训任务的布置与调整',
    reminders: '到期提醒',
    supervision: '所管组织的逾期情况',
    affairs: '组织关系转接与学时申诉',
    work: '导入与导出',
  },
  email: {
    digest: (count, school) => `${school}：您有 ${count} 条消息`,
    greeting: (name) => `${name}，您好：`,
    open: '查看',
    footer: (school) =>
      `这封邮件由${school}自动发出，请不要直接回复。不想再收到这类邮件，可在个人设置里关闭；消息仍会保留在站内。`,
    settings: '消息设置',
    confirmGreeting: '您好：',
    confirmSubject: (school) => `${school}：请确认您的邮箱`,
    confirmBody: (school) =>
      `有人把这个邮箱填为您在${school}的联系邮箱。如果是您本人或经您同意，请点击下面的链接确认，7 天内有效。`,
    confirmButton: '确认这个邮箱',
    confirmFooter: '如果与您无关，请忽略这封邮件，此后不会再收到来信。',
  },
};
