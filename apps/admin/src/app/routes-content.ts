import type { RouteObject } from 'react-router';

/** Pages about courses, media, questions and exams. */
export const contentRoutes: RouteObject[] = [];
