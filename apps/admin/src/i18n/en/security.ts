import type { Texts } from '../zh/index.ts';

export const security: Texts['security'] = {
  title: 'Security',
  subtitle: 'Who administers what, by whose grant, and what administrators sign in with.',
  policy: 'Security policy',
  twoFactor: 'Two factors for administrators',
  twoFactorHint:
    'At their next sign-in administrators set up an authenticator app; from then on a code follows the password. Learners are not concerned.',
  twoFactorCount: '{{ready}} of {{count}} administrators have set it up',
  separated: 'Separated duties',
  separatedHint:
    'System, security and audit lie with different people: organizations and people, accounts and roles, the audit log.',
  separatedCount: 'Security administrators: {{security}} · auditors: {{auditors}}',
  above: 'An organization above asks for it, so it cannot be switched off here',
  on: 'On',
  off: 'Off',
  onTitle: { twoFactor: 'Ask for two factors in "{{name}}"?', separated: 'Separate duties in "{{name}}"?' },
  offTitle: {
    twoFactor: 'No longer ask for two factors in "{{name}}"?',
    separated: 'End separated duties in "{{name}}"?',
  },
  onNote: {
    twoFactor:
      'Administrators of this organization and everything below set up an authenticator app at their next sign-in. Nobody below can switch it off.',
    separated:
      'School and organization administrators lose accounts, roles and the audit log at once to the security administrator and the auditor. From then on only a security administrator can end it.',
  },
  offNote: {
    twoFactor: 'Whoever has set up an app is still asked for a code, and may switch it off.',
    separated: 'School and organization administrators have accounts, roles and the audit log again.',
  },
  turnOn: 'Switch on',
  turnOff: 'Switch off',
  changed: 'The security policy is changed',
  conflicts: 'These people hold two duties that belong to different people; please revoke one: {{names}}',
  delegations: 'Roles and who granted them',
  search: 'Name',
  anyRole: 'All roles',
  holder: 'Name',
  role: 'Role',
  at: 'For',
  level: 'Level',
  levelOf: { school: 'School', first: 'Level 1', second: 'Level 2', third: 'Level 3' },
  grantedBy: 'Granted by',
  grantedAt: 'Granted on',
  factor: 'Two factors',
  factorOn: 'Set up',
  factorOff: 'Not set up',
  conflict: 'Excludes {{role}}',
  none: 'Nobody holds a role here.',
  byCommand: 'From the beginning',
};
