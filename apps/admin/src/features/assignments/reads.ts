import { assignments } from '@dangxiao/contracts';

/** What is read again after something about assigned training has changed. */
export const assignmentReads = [
  assignments.listAssignments,
  assignments.getAssignment,
  assignments.listTargets,
  assignments.listProgrammes,
  assignments.listSavedAudiences,
  assignments.getSavedAudience,
];
