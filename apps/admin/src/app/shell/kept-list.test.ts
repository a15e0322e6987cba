import { describe, expect, it } from '@jest/globals';
import { understood, withStar, withVisit, type Visit } from './kept-list.ts';

const person = (id: string, title = id): Visit => ({ kind: 'person', id, title });

describe('what the device keeps for an account', () => {
  it('lists each visit once, the latest first and with its latest title', () => {
    const visits = [person('a'), person('b'), person('a', 'new title')];
    expect(visits.reduce<Visit[]>(withVisit, [])).toEqual([person('a', 'new title'), person('b')]);
  });

  it('tells an object from one of another kind with the same id', () => {
    expect(withVisit([person('a')], { kind: 'course', id: 'a', title: 'a' })).toHaveLength(2);
  });

  it('forgets the oldest visit after twelve', () => {
    const visits = Array.from({ length: 13 }, (_, index) => person(String(index))).reduce<Visit[]>(withVisit, []);
    expect(visits).toHaveLength(12);
    expect(visits.at(-1)).toEqual(person('1'));
  });

  it('stars a page, and takes the star away again', () => {
    expect(withStar(['/a'], '/b')).toEqual(['/a', '/b']);
    expect(withStar(['/a', '/b'], '/a')).toEqual(['/b']);
  });

  it.each([null, '', '{', '[]', '{"favourites": 1, "recent": [{"kind": "secret"}, null]}'])(
    'reads nothing from %s',
    (written) => expect(understood(written)).toEqual({ favourites: [], recent: [] }),
  );

  it('reads what it wrote', () => {
    const kept = { favourites: ['/people'], recent: [person('a'), { kind: 'page', to: '/people' } as const] };
    expect(understood(JSON.stringify(kept))).toEqual(kept);
  });
});
