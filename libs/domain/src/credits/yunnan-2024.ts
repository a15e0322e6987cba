import type { ConversionPolicy } from './credits.ts';

/**
 * The policy that a new school starts with: Yunnan's conversion of 2024 with the national requirements (党员教育管理工作条例 art. 20: 32 hours;
 * the earlier national plan: 56 for branch secretaries and committee members; 发展党员工作细则: 24 for development candidates;
 * Yunnan academy: 50 online). An example of local policy: a school replaces it by a dated row.
 */
export const yunnan2024Policy: ConversionPolicy = {
  lectureTiers: [
    { aboveMinutes: null, atLeastMinutes: 30, hours: '1.00' },
    { aboveMinutes: 15, atLeastMinutes: null, hours: '0.50' },
    { aboveMinutes: 0, atLeastMinutes: null, hours: '0.25' },
  ],
  examHours: '0.50',
  completionPercent: 90,
  maxRate: 150,
  lectureCounter: 'online',
  requirements: [
    {
      key: 'member_centralised',
      counter: 'centralised',
      hours: '32.00',
      kinds: ['full_member', 'probationary_member'],
      positions: [],
      source: 'member_education_regulation_20',
    },
    {
      key: 'branch_leader_centralised',
      counter: 'centralised',
      hours: '56.00',
      kinds: ['full_member', 'probationary_member'],
      positions: ['branch_secretary', 'branch_committee_member'],
      source: 'national_training_plan',
    },
    {
      key: 'candidate_centralised',
      counter: 'centralised',
      hours: '24.00',
      kinds: ['development_candidate'],
      positions: [],
      source: 'member_development_rules',
    },
    {
      key: 'member_online',
      counter: 'online',
      hours: '50.00',
      kinds: ['full_member', 'probationary_member'],
      positions: [],
      source: 'yunnan_academy_2024',
    },
  ],
};
