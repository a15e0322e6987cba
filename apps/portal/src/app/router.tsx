import { createBrowserRouter, type RouteObject } from 'react-router';
import { Booting } from './Booting.tsx';
import { RequireLearner } from './guards.tsx';
import { patterns } from './paths.ts';
import { RouteError } from './RouteError.tsx';
import { Frame } from './shell/Frame.tsx';
import { Shell } from './shell/Shell.tsx';

const outside: RouteObject[] = [
  { path: patterns.signIn, lazy: () => import('../features/accounts/SignInPage.tsx') },
  { path: patterns.activate, lazy: () => import('../features/accounts/ActivatePage.tsx') },
  { path: patterns.welcome, lazy: () => import('../features/accounts/WelcomePage.tsx') },
  { path: patterns.confirmEmail, lazy: () => import('../features/notices/ConfirmEmailPage.tsx') },
];

const inside: RouteObject[] = [
  { path: patterns.home, lazy: () => import('../features/home/HomePage.tsx') },
  { path: patterns.courses, lazy: () => import('../features/catalog/CoursesPage.tsx') },
  { path: patterns.course, lazy: () => import('../features/catalog/CoursePage.tsx') },
  { path: patterns.lesson, lazy: () => import('../features/learning/LessonPage.tsx') },
  { path: patterns.exam, lazy: () => import('../features/exams/ExamPage.tsx') },
  { path: patterns.result, lazy: () => import('../features/exams/ResultPage.tsx') },
  { path: patterns.training, lazy: () => import('../features/training/TrainingPage.tsx') },
  { path: patterns.hours, lazy: () => import('../features/credits/HoursPage.tsx') },
  { path: patterns.entry, lazy: () => import('../features/credits/EntryPage.tsx') },
  { path: patterns.inbox, lazy: () => import('../features/notices/InboxPage.tsx') },
  { path: patterns.me, lazy: () => import('../features/accounts/MePage.tsx') },
  { path: '*', lazy: () => import('./NotFoundPage.tsx') },
];

/** All pages, each loaded when it is first opened. An exam being sat stands outside the shell: only the question, the time, the saved state. */
export function createRouter() {
  return createBrowserRouter([
    {
      HydrateFallback: Booting,
      ErrorBoundary: RouteError,
      children: [
        { Component: Frame, children: outside },
        {
          Component: RequireLearner,
          children: [
            { Component: Shell, children: [{ ErrorBoundary: RouteError, children: inside }] },
            { path: patterns.attempt, lazy: () => import('../features/exams/AttemptPage.tsx') },
          ],
        },
      ],
    },
  ]);
}
