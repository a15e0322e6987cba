import { describe, expect, it } from '@jest/globals';
import { textInitials } from '../../apps/api/src/modules/people/pinyin.ts';
import { zh } from '../../apps/admin/src/i18n/zh/index.ts';
import { consoleActions } from '../../apps/admin/src/app/shell/actions.ts';
import { pageGroups } from '../../apps/admin/src/app/shell/pages.ts';
import { shownGroups } from '../../apps/admin/src/app/shell/places.ts';

const chinese = (key: string) =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], zh) as string;
const pages = pageGroups.flatMap((group) => group.pages);

describe('pages and actions of the console', () => {
  it.each([...pages, ...consoleActions].map(({ label, initials }) => [label, initials]))(
    '%s is found by the initials of its Chinese name',
    (label, initials) => expect(initials).toBe(textInitials(chinese(label))),
  );

  it('have an address of their own each', () => {
    expect(new Set(pages.map(({ to }) => to)).size).toBe(pages.length);
  });

  it('are shown by permission; a group without a page is not shown', () => {
    const ids = (...held: string[]) => shownGroups((permission) => held.includes(permission)).map(({ id }) => id);
    expect(ids()).toEqual(['community']);
    expect(ids('questions.read')).toEqual(['exams', 'community']);
    expect(ids(...pages.flatMap(({ permission }) => permission ?? []))).not.toContain('life');
  });
});
