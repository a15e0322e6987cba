import type { Texts } from '../zh/index.ts';

export const questions: Texts['questions'] = {
  text: 'Question',
  search: 'Words of the question',
  none: 'The bank has no questions yet',
  create: 'New question',
  edit: 'Change the question',
  inExams: 'Used in exams',
  kind: {
    label: 'Kind',
    all: 'All kinds',
    single: 'Single choice',
    multiple: 'Multiple choice',
    true_false: 'True or false',
  },
  options: 'Options',
  option: 'Option {{letter}}',
  addOption: 'Add an option',
  removeOption: 'Delete option {{letter}}',
  correct: 'Right answer',
  true: 'True',
  false: 'False',
  explanation: 'Explanation',
  explanationHint: 'Shown to learners as the exam is set',
  archive: 'Retire',
  archiveOne: 'Retire the question: {{text}}',
  archiveTitle: 'Retire the question "{{text}}"?',
  archiveMany: 'Retire the {{count}} chosen',
  archiveManyTitle: 'Retire the {{count}} questions chosen?',
  archiveConsequence:
    'It is not drawn any more (exams that use it now: {{count}}). Papers and results are not affected.',
};
