import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { foreignMentions, tableOwners, tablesIn } from './table-owners.ts';

const owners = tableOwners();
const mentions = foreignMentions(owners);
describe('areas own their tables', () => {
  it('knows the tables of a text, and what is done to each', () => {
    const of = new Map(['person', 'course', 'unit'].map((table) => [table, 'x']));
    expect(tablesIn('update person set name = $1 from unit u where x', of)).toEqual([
      { table: 'person', kind: 'write' },
      { table: 'unit', kind: 'read' },
    ]);
    expect(tablesIn('insert into course select * from person for update of course', of)).toEqual([
      { table: 'course', kind: 'write' },
      { table: 'person', kind: 'read' },
    ]);
    expect(tablesIn('course c join unit u on u.course_id = c.id', of)).toHaveLength(2);
    expect(tablesIn('a person from here', of)).toEqual([]);
  });

  it('finds an owner for every table', () => expect(owners.size).toBeGreaterThan(80));

  it.each([
    ['write', 'foreign-writes.json'],
    ['read', 'foreign-reads.json'],
  ] as const)('fewer and fewer go around the owner: %s', (kind, file) => {
    const found: Record<string, number> = {};
    for (const mention of mentions.filter((one) => one.kind === kind)) {
      const pair = `${mention.area} → ${mention.owner}`;
      found[pair] = (found[pair] ?? 0) + 1;
    }
    const left = JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')) as Record<string, number>;
    // Numbers may only become smaller; the goal is an empty file.
    expect(found).toEqual(left);
  });
});
