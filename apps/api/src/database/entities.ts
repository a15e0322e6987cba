import { Question } from '../modules/questions/entities/question.ts';
import { QuestionVersion } from '../modules/questions/entities/question-version.ts';
import { AuditDrop } from '../modules/audit/entities/audit-drop.ts';
import { AuditSeal } from '../modules/audit/entities/audit-seal.ts';
import { AuditEvent } from '../modules/audit/entities/audit-event.ts';
import { Account } from '../modules/accounts/entities/account.ts';
import { ExternalIdentity } from '../modules/accounts/entities/external-identity.ts';
import { ActivationCode } from '../modules/accounts/entities/activation-code.ts';
import { Session } from '../modules/accounts/entities/session.ts';
import { SignInThrottle } from '../modules/accounts/entities/sign-in-throttle.ts';
import { RoleGrant } from '../modules/accounts/entities/role-grant.ts';
import { SecondFactor } from '../modules/accounts/entities/second-factor.ts';
import { RecoveryCode } from '../modules/accounts/entities/recovery-code.ts';
import { SeeAs } from '../modules/accounts/entities/see-as.ts';
import { Organization } from '../modules/people/entities/organization.ts';
import { OrganizationVersion } from '../modules/people/entities/organization-version.ts';
import { Person } from '../modules/people/entities/person.ts';
import { Membership } from '../modules/people/entities/membership.ts';
import { Employer } from '../modules/people/entities/employer.ts';
import { OrganizationRelation } from '../modules/people/entities/organization-relation.ts';
import { OrganizationSetting } from '../modules/people/entities/organization-setting.ts';
import { LeaderTerm } from '../modules/people/entities/leader-term.ts';
import { FloatingTerm } from '../modules/people/entities/floating-term.ts';
import { Exemption } from '../modules/people/entities/exemption.ts';
import { Transfer } from '../modules/people/entities/transfer.ts';
import { PersonMerge } from '../modules/people/entities/person-merge.ts';
import { Standing } from '../modules/reports/entities/standing.ts';
import { StandingDay } from '../modules/reports/entities/standing-day.ts';
import { StandingSum } from '../modules/reports/entities/standing-sum.ts';
import { Activity } from '../modules/reports/entities/activity.ts';
import { OrganizationBelow } from '../modules/reports/entities/organization-below.ts';
import { OrganizationDirty } from '../modules/reports/entities/organization-dirty.ts';
import { TrainingChange } from '../modules/reports/entities/training-change.ts';
import { TrainingDay } from '../modules/reports/entities/training-day.ts';
import { TrainingSum } from '../modules/reports/entities/training-sum.ts';
import { StandingHorizon } from '../modules/reports/entities/standing-horizon.ts';
import { StandingDirty } from '../modules/reports/entities/standing-dirty.ts';
import { ImportBatch } from '../modules/imports/entities/import-batch.ts';
import { ImportProgress } from '../modules/imports/entities/import-progress.ts';
import { ImportRow } from '../modules/imports/entities/import-row.ts';
import { School } from '../modules/school/entities/school.ts';
import { Course } from '../modules/catalog/entities/course.ts';
import { Unit } from '../modules/catalog/entities/unit.ts';
import { Lesson } from '../modules/catalog/entities/lesson.ts';
import { CourseVersion } from '../modules/catalog/entities/course-version.ts';
import { LessonVersion } from '../modules/catalog/entities/lesson-version.ts';
import { StoredFile } from '../modules/media/entities/stored-file.ts';
import { Upload } from '../modules/media/entities/upload.ts';
import { Media } from '../modules/media/entities/media.ts';
import { MediaRendition } from '../modules/media/entities/media-rendition.ts';
import { MediaSubtitle } from '../modules/media/entities/media-subtitle.ts';
import { UnitExam } from '../modules/exams/entities/unit-exam.ts';
import { ExamVersion } from '../modules/exams/entities/exam-version.ts';
import { Attempt } from '../modules/exams/entities/attempt.ts';
import { AttemptSlot } from '../modules/exams/entities/attempt-slot.ts';
import { Answer } from '../modules/exams/entities/answer.ts';
import { LateAnswer } from '../modules/exams/entities/late-answer.ts';
import { PlaybackLease } from '../modules/learning/entities/playback-lease.ts';
import { LessonProgress } from '../modules/learning/entities/lesson-progress.ts';
import { WatchHeartbeat } from '../modules/learning/entities/watch-heartbeat.ts';
import { CreditPolicy } from '../modules/credits/entities/credit-policy.ts';
import { CreditChain } from '../modules/credits/entities/credit-chain.ts';
import { CreditEntry } from '../modules/credits/entities/credit-entry.ts';
import { CreditNote } from '../modules/credits/entities/credit-note.ts';
import { CreditClaim } from '../modules/credits/entities/credit-claim.ts';
import { CreditBalance } from '../modules/credits/entities/credit-balance.ts';
import { CreditAnchor } from '../modules/credits/entities/credit-anchor.ts';
import { CreditAppeal } from '../modules/credits/entities/credit-appeal.ts';
import { Assignment } from '../modules/assignments/entities/assignment.ts';
import { AssignmentFill } from '../modules/assignments/entities/assignment-fill.ts';
import { AssignmentItem } from '../modules/assignments/entities/assignment-item.ts';
import { AssignmentTally } from '../modules/assignments/entities/assignment-tally.ts';
import { AssignmentTarget } from '../modules/assignments/entities/assignment-target.ts';
import { AssignmentVersion } from '../modules/assignments/entities/assignment-version.ts';
import { AudienceChange } from '../modules/assignments/entities/audience-change.ts';
import { AudienceList } from '../modules/assignments/entities/audience-list.ts';
import { AudienceListPerson } from '../modules/assignments/entities/audience-list-person.ts';
import { CalendarFeed } from '../modules/assignments/entities/calendar-feed.ts';
import { Programme } from '../modules/assignments/entities/programme.ts';
import { ProgrammeItem } from '../modules/assignments/entities/programme-item.ts';
import { ProgrammeVersion } from '../modules/assignments/entities/programme-version.ts';
import { SavedAudience } from '../modules/assignments/entities/saved-audience.ts';
import { Email } from '../modules/notices/entities/email.ts';
import { EmailDelivery } from '../modules/notices/entities/email-delivery.ts';
import { Notice } from '../modules/notices/entities/notice.ts';
import { EmailAddress } from '../modules/notices/entities/email-address.ts';
import { NoticeChoice } from '../modules/notices/entities/notice-choice.ts';
import { ReminderRun } from '../modules/notices/entities/reminder-run.ts';
import { Export } from '../modules/exports/entities/export.ts';

/** Every entity, named one by one: no search by file pattern at start. */
export const entities = [
  AuditEvent,
  AuditSeal,
  AuditDrop,
  Question,
  QuestionVersion,
  Account,
  ExternalIdentity,
  ActivationCode,
  Session,
  SignInThrottle,
  RoleGrant,
  SecondFactor,
  RecoveryCode,
  SeeAs,
  Organization,
  OrganizationVersion,
  Person,
  Membership,
  Employer,
  OrganizationRelation,
  OrganizationSetting,
  LeaderTerm,
  FloatingTerm,
  Exemption,
  Transfer,
  PersonMerge,
  ImportBatch,
  ImportProgress,
  ImportRow,
  School,
  Course,
  Unit,
  Lesson,
  CourseVersion,
  LessonVersion,
  StoredFile,
  Upload,
  Media,
  MediaRendition,
  MediaSubtitle,
  UnitExam,
  ExamVersion,
  Attempt,
  AttemptSlot,
  Answer,
  LateAnswer,
  PlaybackLease,
  LessonProgress,
  WatchHeartbeat,
  CreditPolicy,
  CreditChain,
  CreditEntry,
  CreditNote,
  CreditClaim,
  CreditBalance,
  CreditAnchor,
  CreditAppeal,
  Assignment,
  AssignmentFill,
  AssignmentItem,
  AssignmentTally,
  AssignmentTarget,
  AssignmentVersion,
  Standing,
  StandingDay,
  StandingSum,
  Activity,
  OrganizationBelow,
  OrganizationDirty,
  TrainingChange,
  TrainingDay,
  TrainingSum,
  StandingHorizon,
  StandingDirty,
  AudienceChange,
  AudienceList,
  AudienceListPerson,
  CalendarFeed,
  Programme,
  ProgrammeItem,
  ProgrammeVersion,
  SavedAudience,
  Email,
  EmailDelivery,
  Notice,
  EmailAddress,
  NoticeChoice,
  ReminderRun,
  Export,
];
