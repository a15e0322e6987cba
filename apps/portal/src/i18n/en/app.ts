import type { WithSingulars, Texts } from '../zh.ts';

export const app: WithSingulars<Texts['app']> = {
  name: 'Online Party School',
  loading: 'Loading',
  retry: 'Try again',
  reload: 'Reload the page',
  broken: 'The page could not be opened',
  brokenHint: 'Perhaps the system was just updated. Please reload the page.',
  missing: 'This was not found',
  missingHint: 'If somebody sent you the link, please check it with them, or ask your organization.',
  unreachable: 'The server cannot be reached',
  unreachableHint: 'Please check the network of your device. This page opens by itself when the network is back.',
  unreachableKept: 'Progress and answers that are kept on this device are not lost.',
  failed: 'This page cannot be opened right now',
  toHome: 'To the home page',
  toCourses: 'See all courses',
  notFound: 'This page was not found',
  notFoundHint: 'The address may be wrong, or the page has moved.',
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
  learning: 'Learning',
  activities: 'Activities',
  hours: 'Hours',
  me: 'Me',
};

export const modes: WithSingulars<Texts['modes']> = {
  largeText: 'Large',
  normalText: 'Standard',
  dark: 'Dark',
  light: 'Light',
};
