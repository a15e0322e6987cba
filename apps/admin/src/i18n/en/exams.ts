import type { Texts } from '../zh/index.ts';

export const exams: Texts['exams'] = {
  title: 'Exam',
  where: 'Course and unit',
  facts: 'Rules',
  factsOf: '{{draw}} questions · {{minutes}} min · pass at {{pass}}%',
  sittings: 'Sittings',
  open: 'Under way',
  rate: 'Pass rate',
  none: 'No published unit exam yet',
  noSittings: 'Nobody has sat it yet',
  person: 'Name',
  number: 'Try',
  nth: 'No. {{number}}',
  started: 'Started',
  score: 'Result',
  points: '{{score}} points',
  passed: 'Passed',
  failed: 'Not passed',
  state: { label: 'State', open: 'Under way', handed_in: 'Handed in', timed_out: 'Time ran out' },
};
