import { personInitials, textInitials } from '../people/index.ts';

/** What learners find a course by: title and instructor, as they are written and by pinyin initials. Lower case. */
export function searchTextOf(title: string, instructor: string | null): string {
  const initials = instructor === null ? '' : personInitials(instructor);
  return [title, instructor ?? '', textInitials(title), initials].join(' ').toLowerCase();
}

/** LIKE patterns, one for each word of a search; a text fits when it fits all of them. */
export function patternsOf(q: string | undefined): string[] {
  const words = (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
