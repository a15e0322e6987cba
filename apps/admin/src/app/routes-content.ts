import type { RouteObject } from 'react-router';

/** Pages about courses, media, questions and exams. */
export const contentRoutes: RouteObject[] = [
  { path: '/courses', lazy: () => import('../features/courses/CoursesPage.tsx') },
  { path: '/courses/:courseId', lazy: () => import('../features/courses/EditorPage.tsx') },
  { path: '/media', lazy: () => import('../features/media/MediaPage.tsx') },
  { path: '/questions', lazy: () => import('../features/questions/QuestionsPage.tsx') },
  { path: '/exams', lazy: () => import('../features/exams/ExamsPage.tsx') },
  { path: '/exams/:examId', lazy: () => import('../features/exams/AttemptsPage.tsx') },
];
