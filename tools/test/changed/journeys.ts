/** Pages that a journey walks through: folders of `apps/<app>/src/features`. */
export const journeyPages: Readonly<Record<string, readonly string[]>> = {
  'administration.spec.ts': [
    'admin/accounts',
    'admin/courses',
    'admin/employers',
    'admin/people',
    'admin/security',
    'portal/accounts',
  ],
  'answers.spec.ts': ['portal/accounts', 'portal/exams'],
  'assigning.spec.ts': ['admin/assignments', 'portal/training'],
  'frame.spec.ts': ['admin/assignments', 'admin/courses', 'admin/employers', 'admin/people', 'admin/questions'],
  'keyboard.spec.ts': ['portal/accounts', 'portal/catalog', 'portal/credits', 'portal/exams', 'portal/learning'],
  'lists.spec.ts': ['admin/assignments', 'admin/courses', 'admin/employers', 'admin/questions'],
  'main-path.spec.ts': [
    'admin/courses',
    'admin/exams',
    'admin/media',
    'admin/questions',
    'portal/catalog',
    'portal/credits',
    'portal/exams',
    'portal/learning',
  ],
  'province-path.spec.ts': [
    'admin/assignments',
    'admin/exports',
    'admin/imports',
    'portal/accounts',
    'portal/learning',
    'portal/notices',
    'portal/training',
  ],
};

/** The journey that looks at every page: what pages are made of touches it, what answers them does not. */
export const EVERY_PAGE = 'accessibility.spec.ts';
