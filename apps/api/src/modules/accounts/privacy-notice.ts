import { PRIVACY_NOTICE_VERSION } from '../../http/privacy-notice.ts';

/** What people consent to before they use the school, as plain paragraphs. */
export const privacyNotice = {
  version: PRIVACY_NOTICE_VERSION,
  zh: [
    '为了组织党员教育培训、如实记录您的学时，本平台需要处理您的部分个人信息。请您在使用前阅读以下说明。',
    '我们处理的信息：您的姓名、所在党组织、人员类别和职务；您或所在组织提供的手机号码、居民身份证号码（用于登录和识别同名人员）；您的学习记录，包括观看课程的时段、答题记录、考试成绩和学时；登录时间、网络地址和浏览器类型（用于账号安全和审计）。',
    '我们不收集：人脸、指纹等生物识别信息，您的位置和行踪，通讯录，以及与学习无关的设备信息。',
    '用途：提供课程和考试，计算并证明学时，提醒您尚未完成的学习要求，由您所在党组织及其上级党组织依照党员教育管理的规定了解学习情况，以及保障账号安全。不用于商业推广，不向无关的第三方提供。',
    '谁能看到：您本人；您所在党组织及其上级党组织中经授权的管理人员。管理人员的查看范围限于其所管理的组织，每次修改都有记录。手机号码和身份证号码加密保存，显示时只露出末四位。',
    '保存期限：学时及其依据作为培训档案长期保存；登录和操作日志保存不少于六个月，期满后删除。',
    '您的权利：您可以随时查看自己的学习记录和每一学时的依据，对学时提出申诉，查看和退出已登录的设备，并可向所在党组织要求更正或补充您的信息。',
    '如果您不同意，将无法使用本平台的学习功能，您可以联系所在党组织安排其他学习方式。对本说明有疑问，请联系您所在党组织的管理员。',
  ],
  en: [
    'To organize training and to record your credit hours truthfully, this platform handles some of your personal information. Please read this notice before you use it.',
    'What we handle: your name, Party organization, kind of membership and position; the phone number and identity number that you or your organization gave (to sign in and to tell people of the same name apart); your study record, that is when you watched lectures, your answers, exam results and hours; the time, network address and browser of each sign-in (for the safety of accounts and for audit).',
    'What we do not collect: your face, fingerprints or other biometrics, your location or movements, your contacts, or anything about your device that study does not need.',
    'What for: to provide courses and exams, to calculate and prove credit hours, to remind you of requirements that are still open, to let your Party organization and those above it follow the training as the regulations provide, and to keep accounts safe. It is not used for advertising and not given to third parties that have no part in this.',
    'Who can see it: you; and authorized administrators of your Party organization and of those above it. They see only the organizations that they administer, and every change they make is recorded. Phone and identity numbers are stored encrypted and shown with their last four digits only.',
    'How long: credit hours and their evidence are kept as your training file; sign-in and audit logs are kept for at least six months and then deleted.',
    'Your rights: at any time you can see your study record and the evidence of every hour, appeal against an entry, see and end your signed-in devices, and ask your Party organization to correct or complete your information.',
    'If you do not agree, you cannot use the study functions; your Party organization can arrange another way to study. If you have questions about this notice, please ask the administrator of your Party organization.',
  ],
};
