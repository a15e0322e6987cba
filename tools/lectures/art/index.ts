import { examArt } from './exam.ts';
import { CANVAS } from './kit.ts';
import { signInArt } from './sign-in.ts';
import { watchingArt } from './watching.ts';

const drawings: Record<string, string> = { ...signInArt, ...watchingArt, ...examArt };

/** Summaries show again, smaller, the pictures that the lecture used. */
const summaries: Record<string, [string, string, string]> = {
  'summary-sign-in': ['activation', 'large-text', 'devices'],
  'summary-watch': ['first-view', 'why', 'offline'],
  'summary-exam': ['gate', 'saved', 'hours'],
};

const picture = (content: string): string =>
  `<svg viewBox="-12 -4 ${CANVAS.width + 24} ${CANVAS.height + 8}" aria-hidden="true">${content}</svg>`;

/** The illustration of a slide as SVG; throws on a name that no drawing has. */
export function illustration(name: string): string {
  const drawing = drawings[name];
  if (!drawing) throw new Error(`No illustration is called ${name}`);
  return picture(drawing);
}

/** The three illustrations of a summary, or nothing when the name is no summary's. */
export const summaryPictures = (name: string): string[] | undefined => summaries[name]?.map(illustration);
