import type { Texts } from '../zh/index.ts';

export const appeals: Texts['appeals'] = {
  title: 'Appeals',
  subtitle: 'Against reversed hours; those that wait come first',
  person: 'Learner',
  about: 'Appeal',
  reversal: '{{hours}} reversed because: {{reason}}',
  at: 'Made',
  state: 'State',
  actions: 'Actions',
  decision: { open: 'Waiting', upheld: 'Upheld', rejected: 'Rejected' },
  onlyOpen: 'Waiting',
  onlyDecided: 'Decided',
  none: 'No appeals. They appear here when a learner appeals against a reversal.',
  decide: 'Decide',
  decideNamed: 'Decide the appeal of {{name}}',
  decideTitle: 'Appeal of {{name}}',
  decisionLabel: 'Decision',
  choose: { upheld: 'Uphold it', rejected: 'Reject it' },
  consequence: {
    upheld: '{{hours}} are entered again with the evidence of the first entry',
    rejected: 'The reversal stays; the learner reads the reason',
  },
  reason: 'Reason',
  reasonHint: 'The learner can read this',
  submit: 'Submit the decision',
  decided: 'The appeal was decided',
};
