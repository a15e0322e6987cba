import { useTranslation } from 'react-i18next';
import { useText, type TextKey } from '../../i18n/use-text.ts';

/** Actions that can be asked for, as the API records them. */
export const actionNames = [
  'accounts.signIn',
  'accounts.signIn.failed',
  'accounts.activate',
  'accounts.changePassword',
  'accounts.giveConsent',
  'accounts.issueActivationCode',
  'accounts.setAccountDisabled',
  'accounts.grantRole',
  'accounts.revokeRole',
  'accounts.createFirstAdministrator',
  'accounts.verifySecondFactor',
  'accounts.verifySecondFactor.failed',
  'accounts.confirmSecondFactor',
  'accounts.renewRecoveryCodes',
  'accounts.switchOffSecondFactor',
  'accounts.resetSecondFactor',
  'accounts.revokePersonSession',
  'accounts.setSecurity',
  'accounts.startSeeAs',
  'accounts.endSeeAs',
  'people.createOrganization',
  'people.updateOrganization',
  'people.createPerson',
  'people.updatePerson',
  'people.moveOrganization',
  'people.mergeOrganization',
  'people.splitOrganization',
  'people.closeOrganization',
  'people.addLeader',
  'people.endLeader',
  'people.requestTransfer',
  'people.decideTransfer',
  'people.withdrawTransfer',
  'people.correctMembership',
  'people.setExemption',
  'people.endExemption',
  'people.startFloating',
  'people.endFloating',
  'people.deactivatePerson',
  'people.reactivatePerson',
  'people.mergePerson',
  'people.undoMerge',
  'people.updateSettings',
  'catalog.createCourse',
  'catalog.updateCourse',
  'catalog.publishCourse',
  'catalog.archiveCourse',
  'catalog.createUnit',
  'catalog.updateUnit',
  'catalog.deleteUnit',
  'catalog.createLesson',
  'catalog.updateLesson',
  'catalog.deleteLesson',
  'catalog.orderOutline',
  'media.createFile',
  'media.createMedia',
  'media.retryMedia',
  'media.deleteMedia',
  'media.addSubtitle',
  'media.deleteSubtitle',
  'questions.createQuestion',
  'questions.updateQuestion',
  'questions.archiveQuestion',
  'exams.putUnitExam',
  'exams.deleteUnitExam',
  'credits.recognise',
  'credits.reverse',
  'credits.decideAppeal',
  'credits.createPolicy',
  'assignments.createAssignment',
  'assignments.updateAssignment',
  'assignments.publishAssignment',
  'assignments.withdrawAssignment',
  'assignments.sendReminder',
  'assignments.deleteAssignment',
  'assignments.createProgramme',
  'assignments.updateProgramme',
  'assignments.createSavedAudience',
  'assignments.updateSavedAudience',
  'assignments.uploadList',
  'exports.createExport',
  'exports.downloadExport',
  'exports.cancelExport',
  'exports.deleteExport',
] as const;

const keyed = (name: string) => name.replace(/[.-]/g, '_');

/** A word of the area by its code, or a general one where a code is newer than this page. */
function useLabel(group: string): (code: string, otherwise: TextKey) => string {
  const text = useText();
  const { i18n } = useTranslation('app');
  return (code, otherwise) => {
    const path = `audit.${group}.${keyed(code)}`;
    return i18n.exists(path, { ns: 'app' }) ? text(path as TextKey) : text(otherwise);
  };
}

/** A recorded code as a word; null where it is none of the known codes but a text. */
export function useCodeText(): (code: string) => string | null {
  const text = useText();
  const { i18n } = useTranslation('app');
  return (code) => {
    const path = `audit.values.${keyed(code)}`;
    return /^[a-z_-]{2,20}$/i.test(code) && i18n.exists(path, { ns: 'app' }) ? text(path as TextKey) : null;
  };
}

export function useActionText(): (action: string) => string {
  const word = useLabel('actions');
  return (action) => word(action, 'audit.otherAction');
}

export function useObjectText(): (type: string) => string {
  const word = useLabel('objects');
  return (type) => word(type, 'audit.otherObject');
}

export function useFieldText(): (field: string) => string {
  const word = useLabel('fields');
  return (field) => word(field, 'audit.otherField');
}
