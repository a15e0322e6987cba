import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, done, id, instant, page, paging, revision, search } from '../schemas.ts';

export const questionKind = z.enum(['single', 'multiple', 'true_false']);
const optionKey = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
const fields = {
  kind: questionKind,
  text: z.string().trim().min(2).max(2000),
  /** Two to eight; a true/false question has none: its answers are A (true) and B (false). */
  options: z.array(z.strictObject({ key: optionKey, text: z.string().trim().min(1).max(500) })).max(8),
  correct: z.array(optionKey).min(1).max(8),
  explanation: z.string().trim().max(2000).default(''),
};
export const questionView = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  version: z.number().int(),
  kind: questionKind,
  text: z.string(),
  options: z.array(z.object({ key: z.string(), text: z.string() })),
  correct: z.array(z.string()),
  explanation: z.string(),
  archived: z.boolean(),
  usedInExams: z.number().int(),
  updatedAt: instant,
  revision,
});

export const questions = {
  listQuestions: defineEndpoint({
    id: 'questions.listQuestions',
    method: 'GET',
    path: '/questions',
    access: { permission: 'questions.read' },
    summary: 'The question bank',
    description: "Of the actor's subtrees, latest change first.",
    query: z.strictObject({ organizationId: id.optional(), kind: questionKind.optional(), q: search, ...paging }),
    response: page(questionView),
    errors: ['organization_not_found'],
  }),
  createQuestion: defineEndpoint({
    id: 'questions.createQuestion',
    method: 'POST',
    path: '/questions',
    access: { permission: 'questions.write' },
    summary: 'Write a question',
    description: 'Checks that the correct answers are among the options and fit the kind.',
    body: z.strictObject({ organizationId: id, ...fields }),
    response: questionView,
    errors: ['organization_not_found', 'question_invalid'],
  }),
  updateQuestion: defineEndpoint({
    id: 'questions.updateQuestion',
    method: 'PUT',
    path: '/questions/:questionId',
    access: { permission: 'questions.write' },
    summary: 'Change a question',
    description: 'Makes a new version; papers that were drawn keep theirs.',
    params: byId('questionId'),
    body: z.strictObject({ revision, ...fields }),
    response: questionView,
    errors: ['question_not_found', 'question_invalid', 'stale_revision'],
  }),
  archiveQuestion: defineEndpoint({
    id: 'questions.archiveQuestion',
    method: 'DELETE',
    path: '/questions/:questionId',
    access: { permission: 'questions.write' },
    summary: 'Archive a question',
    description: 'The next publication of an exam leaves it out; papers and results keep it.',
    params: byId('questionId'),
    response: done,
    errors: ['question_not_found'],
  }),
};
