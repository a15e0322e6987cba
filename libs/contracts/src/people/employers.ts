import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, done, id, name, page, paging, revision, search } from '../schemas.ts';

/** An employer as organizations and people name it. */
export const employerRef = z.object({ id, name: z.string() });
const employerView = employerRef.extend({
  code: z.string(),
  parent: employerRef.nullable(),
  /** Organizations and people of the actor's subtrees that are counted to it; people also through their organization. */
  organizations: z.number().int(),
  people: z.number().int(),
  revision,
});
const code = z.string().trim().min(1).max(40);
const byEmployer = byId('employerId');
const changing = ['employer_not_found', 'employer_used_elsewhere'] as const;

/** Employers that employ people: the second tree, shared by the whole school; it classifies and grants nothing. */
export const employers = {
  listEmployers: defineEndpoint({
    id: 'people.listEmployers',
    method: 'GET',
    path: '/employers',
    access: { permission: 'organizations.read' },
    summary: 'Employers',
    description: 'In order of name (pinyin). Search by part of the name, pinyin initials or the beginning of the code.',
    query: z.strictObject({
      q: search,
      /** Only this one. */
      employerId: id.optional(),
      ...paging,
    }),
    response: page(employerView),
  }),
  createEmployer: defineEndpoint({
    id: 'people.createEmployer',
    method: 'POST',
    path: '/employers',
    access: { permission: 'organizations.write' },
    summary: 'Add an employer',
    description: 'Below another one or at the top. Its code is unique in the school.',
    body: z.strictObject({ name, code, parentEmployerId: id.nullable().default(null) }),
    response: z.object({ id }),
    errors: ['employer_not_found', 'employer_code_taken'],
  }),
  updateEmployer: defineEndpoint({
    id: 'people.updateEmployer',
    method: 'PATCH',
    path: '/employers/:employerId',
    access: { permission: 'organizations.write' },
    summary: 'Change an employer',
    description:
      'Refused where organizations or people outside the subtrees of the actor are counted to it. Never below itself.',
    params: byEmployer,
    body: z.strictObject({
      revision,
      name: name.optional(),
      code: code.optional(),
      parentEmployerId: id.nullable().optional(),
    }),
    response: employerView,
    errors: [...changing, 'employer_code_taken', 'employer_below_itself', 'stale_revision'],
  }),
  removeEmployer: defineEndpoint({
    id: 'people.removeEmployer',
    method: 'DELETE',
    path: '/employers/:employerId',
    access: { permission: 'organizations.write' },
    summary: 'Remove an employer',
    description: 'Only while no organization, no person and no other employer names it.',
    params: byEmployer,
    response: done,
    errors: [...changing, 'employer_in_use'],
  }),
};
