import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { foreignMentions, tableOwners, tablesIn, type Mention } from './table-owners.ts';

const owners = tableOwners();
const mentions = foreignMentions(owners);
const show = ({ file, line, table, owner }: Mention) => `${file}:${line} names ${table} of ${owner}`;

/** Reads that are left, by the area that reads and the owner. A number may only become smaller. */
const left = JSON.parse(readFileSync(path.join(import.meta.dirname, 'foreign-reads.json'), 'utf8')) as Record<
  string,
  number
>;

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

  it('no area writes into a table of another', () => {
    expect(mentions.filter(({ kind }) => kind === 'write').map(show)).toEqual([]);
  });

  it('fewer and fewer reads go around the owner', () => {
    const found: Record<string, number> = {};
    for (const { area, owner, kind } of mentions) {
      if (kind === 'read') found[`${area} → ${owner}`] = (found[`${area} → ${owner}`] ?? 0) + 1;
    }
    const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(sorted).toEqual(left);
  });
});
