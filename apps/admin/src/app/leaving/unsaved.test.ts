import { expect, it } from '@jest/globals';
import { lossesOf } from './unsaved.ts';

it.each([
  ['another page', '/people', '/courses', false, ['page', 'back', 'address']],
  ['Back to another page', '/people', '/courses', true, ['page', 'back', 'address']],
  ['Back on the same page', '/people', '/people', true, ['back', 'address']],
  ['another item of the same page', '/courses/1', '/courses/1', false, ['address']],
] as const)('%s loses what depends on it', (_, from, to, back, losses) => {
  expect(lossesOf(from, to, back)).toEqual(losses);
});
