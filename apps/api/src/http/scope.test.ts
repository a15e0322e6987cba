import { can, type Actor } from './actor.ts';
import { scopeOf } from './scope.ts';

const plain = { separated: false, level: 0 };
const actor: Actor = {
  accountId: 'a',
  personId: null,
  sessionId: 's',
  login: 'l',
  consentVersion: 1,
  grants: [
    { id: 'x', role: 'organization_administrator', organizationId: '1', path: 'root.left', ...plain },
    { id: 'y', role: 'auditor', organizationId: '2', path: 'root.right', ...plain },
    { id: 'z', role: 'learner', organizationId: '3', path: 'root', ...plain },
  ],
  pending: null,
  seeing: null,
};

describe('what an actor may do', () => {
  it('holds where the role was granted, and below', () => {
    expect(scopeOf(actor, 'people.write').paths).toEqual(['root.left']);
    expect(scopeOf(actor, 'people.read').paths).toEqual(['root.left', 'root.right']);
    expect(scopeOf(actor, 'people.write').reaches('root.left')).toBe(true);
    expect(scopeOf(actor, 'people.write').reaches('root.left.branch')).toBe(true);
  });

  it('holds nowhere else', () => {
    expect(can(actor, 'credits.policy')).toBe(false);
    expect(scopeOf(actor, 'people.write').reaches('root')).toBe(false);
    expect(scopeOf(actor, 'people.write').reaches('root.right')).toBe(false);
    expect(scopeOf(actor, 'people.write').reaches('root.leftish')).toBe(false);
  });

  it('becomes a condition in SQL whose values are parameters', () => {
    const params: unknown[] = ['first'];
    expect(scopeOf(actor, 'people.write').sql('o.path', params)).toBe('o.path <@ any($2::ltree[])');
    expect(params).toEqual(['first', ['root.left']]);
  });

  it('matches no row when the permission is not held', () => {
    const params: unknown[] = [];
    expect(scopeOf(actor, 'credits.policy').sql('o.path', params)).toBe('o.path <@ any($1::ltree[])');
    expect(params).toEqual([[]]);
  });
});
