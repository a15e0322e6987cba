import type { ConversionPolicy } from './credits.ts';

/**
 * The policy a new school starts with: Yunnan's 2024 conversion, and the national requirements
 * (党员教育管理工作条例 art. 20: 32 hours; the earlier national plan: 56 for branch secretaries and committee members;
 * 发展党员工作细则: 24 before admission; Yunnan academy: 50 online). An example of local policy: a school replaces it by a dated row.
 */
export const yunnan2024Policy: ConversionPolicy = {
  lectureTiers: [
    { bound: 'at_least', minutes: 30, hours: '1.00' },
    { bound: 'more_than', minutes: 15, hours: '0.50' },
    { bound: 'more_than', minutes: 0, hours: '0.25' },
  ],
  passedExamHours: '0.50',
  counters: { lesson: 'online', exam: 'online', recognition: 'centralised' },
  watchedPercent: 90,
  maxRate: 150,
  requirements: [
    {
      key: 'member_centralised',
      counter: 'centralised',
      hours: '32.00',
      period: 'year',
      personKinds: ['full_member', 'probationary_member'],
      positions: null,
      replaces: [],
      label: 'requirement.member_centralised',
    },
    {
      key: 'branch_leader_centralised',
      counter: 'centralised',
      hours: '56.00',
      period: 'year',
      personKinds: ['full_member', 'probationary_member'],
      positions: ['branch_secretary', 'branch_committee_member'],
      replaces: ['member_centralised'],
      label: 'requirement.branch_leader_centralised',
    },
    {
      key: 'candidate_centralised',
      counter: 'centralised',
      hours: '24.00',
      period: 'before_admission',
      personKinds: ['development_candidate'],
      positions: null,
      replaces: [],
      label: 'requirement.candidate_centralised',
    },
    {
      key: 'member_online',
      counter: 'online',
      hours: '50.00',
      period: 'year',
      personKinds: ['full_member', 'probationary_member'],
      positions: null,
      replaces: [],
      label: 'requirement.member_online',
    },
  ],
};
