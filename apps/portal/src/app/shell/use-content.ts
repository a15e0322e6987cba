import type { Content } from './links.ts';

const content: Content = { activities: 0 };

/** What the learner has. No area offers activities yet, so the place for them is not shown. */
export function useContent(): Content {
  return content;
}
