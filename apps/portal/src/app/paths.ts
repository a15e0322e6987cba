/** Every address of the portal, typed; patterns for the router, functions for links. */
export const patterns = {
  signIn: '/sign-in',
  activate: '/activate',
  welcome: '/welcome',
  home: '/',
  courses: '/courses',
  course: '/courses/:courseId',
  lesson: '/courses/:courseId/lessons/:lessonId',
  exam: '/exams/:examId',
  attempt: '/attempts/:attemptId',
  result: '/attempts/:attemptId/result',
  training: '/training',
  activities: '/activities',
  hours: '/hours',
  entry: '/hours/entries/:entryId',
  me: '/me',
  inbox: '/inbox',
  confirmEmail: '/confirm-email/:token',
} as const;

export const paths = {
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  activate: () => '/activate',
  welcome: (next?: string) => (next && next !== '/' ? `/welcome?next=${encodeURIComponent(next)}` : '/welcome'),
  home: () => '/',
  courses: (query: { q?: string; state?: string } = {}) => {
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
    return search ? `/courses?${search}` : '/courses';
  },
  course: (courseId: string) => `/courses/${courseId}`,
  lesson: (courseId: string, lessonId: string) => `/courses/${courseId}/lessons/${lessonId}`,
  exam: (examId: string) => `/exams/${examId}`,
  attempt: (attemptId: string) => `/attempts/${attemptId}`,
  result: (attemptId: string) => `/attempts/${attemptId}/result`,
  training: (assignmentId?: string) => (assignmentId ? `/training#${assignmentId}` : '/training'),
  activities: () => '/activities',
  hours: (year?: number) => (year ? `/hours?year=${year}` : '/hours'),
  entry: (entryId: string) => `/hours/entries/${entryId}`,
  me: () => '/me',
  inbox: () => '/inbox',
};

/** Only an address inside the portal is followed after a sign-in. */
export function safeNext(next: string | null): string {
  return next && next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : paths.home();
}
