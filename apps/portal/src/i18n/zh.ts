import { activate, me, seeing, signIn, welcome } from './zh/accounts.ts';
import { app, modes, nav } from './zh/app.ts';
import { course, courses } from './zh/catalog.ts';
import { entry, hours } from './zh/credits.ts';
import { exam, result, attempt } from './zh/exams.ts';
import { home } from './zh/home.ts';
import { lesson } from './zh/learning.ts';
import { inbox } from './zh/notices.ts';
import { training } from './zh/training.ts';

/** The portal's texts in Chinese: the first language, and the shape that English must have too. One file an area. */
export const zh = {
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

export type Texts = typeof zh;

/** The same shape with, where a language needs them, singulars of counted texts (i18next finds them by `_one`). */
export type WithSingulars<Node> = {
  [Key in keyof Node]: Node[Key] extends string ? string : WithSingulars<Node[Key]>;
} & { [Key in keyof Node & string as Node[Key] extends string ? `${Key}_one` : never]?: string };
