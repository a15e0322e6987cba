import type { WithSingulars, Texts } from '../zh.ts';

export const app: WithSingulars<Texts['app']> = {
  name: 'Online Party School',
  loading: 'Loading',
  retry: 'Try again',
  reload: 'Reload the page',
  broken: 'The page could not be opened, perhaps because the system was just updated. Please reload it',
  notFound: 'This page was not found',
  notFoundHint: 'The address may be wrong, or the page has moved',
  noLearner:
    'This account does not stand for a learner, so there is nothing to study here. If you are an administrator, please go to the admin console.',
  toAdmin: 'Go to the admin console',
  close: 'Close',
  cancel: 'Cancel',
  more: 'Show more',
  showPassword: 'Show or hide the password',
  brand: '{{school}}, home page',
};

export const nav: WithSingulars<Texts['nav']> = {
  main: 'Main navigation',
  skip: 'Skip to content',
  home: 'Home',
  courses: 'Courses',
  hours: 'Hours',
  me: 'Me',
};

export const modes: WithSingulars<Texts['modes']> = {
  largeText: 'Large',
  normalText: 'Standard',
  dark: 'Dark',
  light: 'Light',
};
