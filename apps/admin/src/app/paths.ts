/** Addresses of the console's pages, below /admin. */
export const paths = {
  signIn: () => '/sign-in',
  overview: () => '/',
  /** Below it: pages about an organization's figures, which keep their place when the organization changes. */
  dashboards: () => '/dashboards/',
  standings: () => '/dashboards/people',
  ranking: () => '/dashboards/ranking',
  trainingFigures: () => '/dashboards/training',
  trainingOf: (assignmentId: string) => `/dashboards/training/${assignmentId}`,
  organizations: () => '/organizations',
  people: () => '/people',
  person: (personId: string, tab?: 'record' | 'account') => `/people/${personId}${tab ? `?tab=${tab}` : ''}`,
  transfers: () => '/transfers',
  assignments: () => '/assignments',
  assignment: (assignmentId: string) => `/assignments/${assignmentId}`,
  assignmentEditor: (assignmentId: string, step?: string) =>
    `/assignments/${assignmentId}/edit${step ? `?step=${step}` : ''}`,
  programmes: () => '/assignments/programmes',
  audiences: () => '/assignments/audiences',
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
