import type { RouteObject } from 'react-router';

/** Pages about organizations, people, their records and the school. */
export const organizationRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../features/overview/OverviewPage.tsx') },
  { path: '/dashboards/people', lazy: () => import('../features/dashboards/PeopleFiguresPage.tsx') },
  { path: '/dashboards/ranking', lazy: () => import('../features/dashboards/RankingPage.tsx') },
  { path: '/dashboards/training', lazy: () => import('../features/dashboards/TrainingFiguresPage.tsx') },
  { path: '/dashboards/training/:assignmentId', lazy: () => import('../features/dashboards/TrainingPage.tsx') },
  { path: '/organizations', lazy: () => import('../features/organizations/OrganizationsPage.tsx') },
  { path: '/people', lazy: () => import('../features/people/PeoplePage.tsx') },
  { path: '/people/:personId', lazy: () => import('../features/people/PersonPage.tsx') },
  { path: '/transfers', lazy: () => import('../features/people/TransfersPage.tsx') },
  { path: '/assignments', lazy: () => import('../features/assignments/AssignmentsPage.tsx') },
  { path: '/assignments/programmes', lazy: () => import('../features/assignments/ProgrammesPage.tsx') },
  { path: '/assignments/audiences', lazy: () => import('../features/assignments/AudiencesPage.tsx') },
  { path: '/assignments/:assignmentId', lazy: () => import('../features/assignments/DetailPage.tsx') },
  { path: '/assignments/:assignmentId/edit', lazy: () => import('../features/assignments/EditorPage.tsx') },
  { path: '/imports', lazy: () => import('../features/imports/ImportsPage.tsx') },
  { path: '/imports/:importId', lazy: () => import('../features/imports/ImportPage.tsx') },
  { path: '/appeals', lazy: () => import('../features/appeals/AppealsPage.tsx') },
  { path: '/policies', lazy: () => import('../features/policies/PoliciesPage.tsx') },
  { path: '/security', lazy: () => import('../features/security/SecurityPage.tsx') },
  { path: '/exports', lazy: () => import('../features/exports/ExportsPage.tsx') },
  { path: '/audit', lazy: () => import('../features/audit/AuditPage.tsx') },
  { path: '/inbox', lazy: () => import('../features/notices/InboxPage.tsx') },
  { path: '/deliveries', lazy: () => import('../features/notices/DeliveriesPage.tsx') },
  { path: '/me', lazy: () => import('../features/accounts/MePage.tsx') },
];
