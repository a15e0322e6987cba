/** Addresses of the console's pages, below /admin. */
export const paths = {
  signIn: () => '/sign-in',
  overview: () => '/',
  organizations: () => '/organizations',
  people: () => '/people',
  person: (personId: string, tab?: 'record' | 'account') => `/people/${personId}${tab ? `?tab=${tab}` : ''}`,
  transfers: () => '/transfers',
  courses: () => '/courses',
  course: (courseId: string) => `/courses/${courseId}`,
  media: () => '/media',
  questions: () => '/questions',
  exams: () => '/exams',
  exam: (examId: string) => `/exams/${examId}`,
  appeals: () => '/appeals',
  policies: () => '/policies',
  audit: () => '/audit',
  me: () => '/me',
  /** Of the learners' portal, another application. */
  portal: () => '/',
};
