/** What each area is about: the tags of the documentation. */
export const areas: Record<string, string> = {
  accounts: 'Signing in, sessions, consent, one-time codes and roles.',
  people: 'The organization tree, persons and their memberships.',
  catalog: 'Courses, units and lessons: drafts, publishing, and what a learner may open.',
  media: 'Uploads, transcoding and what a player needs.',
  learning: 'Playback leases, heartbeats and progress.',
  questions: 'The question bank.',
  exams: 'Unit exams, attempts, answers and results.',
  credits: 'The ledger of hours, its policies, recognitions, reversals and appeals.',
  notices: 'The inbox, e-mail with its delivery log, and reminders.',
  audit: 'Who did what, when and from where.',
  exports: 'Tables as Excel files, made by a job.',
  reports: 'Figures for home and overview pages.',
};
