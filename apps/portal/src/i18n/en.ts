import { activate, me, seeing, signIn, welcome } from './en/accounts.ts';
import { app, modes, nav } from './en/app.ts';
import { course, courses } from './en/catalog.ts';
import { entry, hours } from './en/credits.ts';
import { exam, result, attempt } from './en/exams.ts';
import { home } from './en/home.ts';
import { lesson } from './en/learning.ts';
import { inbox } from './en/notices.ts';
import { training } from './en/training.ts';
import type { Texts, WithSingulars } from './zh.ts';

export const en: WithSingulars<Texts> = {
  app,
  nav,
  modes,
  signIn,
  activate,
  welcome,
  inbox,
  training,
  home,
  courses,
  course,
  lesson,
  exam,
  attempt,
  result,
  hours,
  entry,
  seeing,
  me,
};
