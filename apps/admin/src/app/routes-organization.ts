import type { RouteObject } from 'react-router';

/** Pages about organizations, people, their records and the school. */
export const organizationRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../features/overview/OverviewPage.tsx') },
  { path: '/organizations', lazy: () => import('../features/organizations/OrganizationsPage.tsx') },
  { path: '/people', lazy: () => import('../features/people/PeoplePage.tsx') },
  { path: '/people/:personId', lazy: () => import('../features/people/PersonPage.tsx') },
  { path: '/transfers', lazy: () => import('../features/people/TransfersPage.tsx') },
  { path: '/appeals', lazy: () => import('../features/appeals/AppealsPage.tsx') },
  { path: '/policies', lazy: () => import('../features/policies/PoliciesPage.tsx') },
  { path: '/audit', lazy: () => import('../features/audit/AuditPage.tsx') },
  { path: '/me', lazy: () => import('../features/accounts/MePage.tsx') },
];
