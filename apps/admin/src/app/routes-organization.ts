import type { RouteObject } from 'react-router';

/** Pages about organizations, people, their records and the school. */
export const organizationRoutes: RouteObject[] = [];
