import type { Page } from '@playwright/test';
import { DEMO_ACCOUNTS } from '../../apps/api/src/modules/accounts/demo-accounts.ts';

/** A page as a person sees it: its name in the pictures and its address. */
export interface Place {
  name: string;
  path: string;
}

interface Rows {
  items: { id: string }[];
}

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(`/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  return (await answer.json()) as Answer;
}

/** Signs a demo account in: the cookie stays with the page's context. */
export async function enter(page: Page, baseUrl: string, login: string): Promise<void> {
  const account = DEMO_ACCOUNTS.find((each) => each.login === login);
  const data = { login, password: account?.password };
  const answer = await page.request.post('/api/v1/sessions', { data, headers: { origin: baseUrl } });
  if (!answer.ok()) throw new Error(`Signing ${login} in answered ${answer.status()}`);
}

export const portalOutside: readonly Place[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'activate', path: '/activate' },
];

export const adminOutside: readonly Place[] = [{ name: 'sign-in', path: '/admin/sign-in' }];

interface Content {
  units: {
    lessons: { id: string; kind: string }[];
    exam: { id: string } | null;
  }[];
}

interface Exam {
  attempts: { id: string; state: string }[];
}

/** Every page of the portal for the learner who is signed in. */
export async function portalInside(page: Page): Promise<Place[]> {
  const places: Place[] = [
    { name: 'home', path: '/' },
    { name: 'courses', path: '/courses' },
    { name: 'hours', path: '/hours' },
    { name: 'me', path: '/me' },
    { name: 'training', path: '/training' },
    { name: 'inbox', path: '/inbox' },
    { name: 'privacy', path: '/welcome' },
    { name: 'missing', path: '/nothing-here' },
  ];
  const add = (name: string, path: string) => {
    if (!places.some((place) => place.name === name)) places.push({ name, path });
  };
  const courses = await get<Rows>(page, '/catalog/courses?limit=20');
  for (const course of courses.items) {
    const { units } = await get<Content>(page, `/catalog/courses/${course.id}`);
    add('course', `/courses/${course.id}`);
    for (const unit of units) {
      for (const lesson of unit.lessons) add(`lesson-${lesson.kind}`, `/courses/${course.id}/lessons/${lesson.id}`);
      if (!unit.exam) continue;
      add('exam', `/exams/${unit.exam.id}`);
      const { attempts } = await get<Exam>(page, `/my/exams/${unit.exam.id}`);
      for (const { id, state } of attempts) {
        if (state === 'open') add('attempt', `/attempts/${id}`);
        else add('result', `/attempts/${id}/result`);
      }
    }
  }
  const hours = await get<{ entries: Rows }>(page, '/my/hours');
  for (const { id } of hours.entries.items.slice(0, 1)) add('entry', `/hours/entries/${id}`);
  return places;
}

/** Every page of the console for the administrator who is signed in. */
export async function adminInside(page: Page): Promise<Place[]> {
  const names = [
    'organizations',
    'employers',
    'people',
    'people/transfers',
    'assignments',
    'assignments/programmes',
    'assignments/audiences',
    'imports',
    'dashboards/people',
    'dashboards/ranking',
    'dashboards/training',
    'courses',
    'media',
    'questions',
    'exams',
    'appeals',
    'notices',
    'notices/deliveries',
    'policies',
    'security',
    'settings',
    'exports',
    'audit',
    'me',
  ];
  const places: Place[] = [
    { name: 'overview', path: '/admin/' },
    ...names.map((name) => ({ name: name.replace('assignments/', '').replace('/', '-'), path: `/admin/${name}` })),
  ];
  const { items: tree } = await get<Rows>(page, '/organizations');
  const organization = `organizationId=${tree[0]?.id ?? ''}`;
  const first = async (name: string, list: string, address: (id: string) => string) => {
    const { items } = await get<Rows>(page, list);
    if (items[0]) places.push({ name, path: address(items[0].id) });
  };
  await first('person', `/people?${organization}&q=wjg`, (id) => `/admin/people/${id}?tab=record`);
  // The demo's own, not what a journey beside makes or publishes at this moment.
  const named = (title: string) => `${organization}&q=${encodeURIComponent(title)}`;
  const published = `/assignments?state=published&${named('党员年度必修课')}`;
  await first('course', `/courses?${named('网上党校使用入门')}`, (id) => `/admin/courses/${id}`);
  await first('assignment', published, (id) => `/admin/assignments/${id}`);
  await first('training-figures', published, (id) => `/admin/dashboards/training/${id}`);
  for (const step of ['what', 'who', 'when', 'check'])
    await first(
      `assign-${step}`,
      `/assignments?state=draft&${named('党员集中培训')}`,
      (id) => `/admin/assignments/${id}/edit?step=${step}`,
    );
  await first('exam', `/exams?${organization}`, (id) => `/admin/exams/${id}`);
  return places;
}
