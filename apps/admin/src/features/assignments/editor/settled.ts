import type { Rule } from '../use-labels.ts';
import type { Rules } from './values.ts';

const chosen = (rule: Rule) =>
  rule.by === 'filter' ||
  (rule.by === 'people' ? rule.personIds.length > 0 : rule.by === 'list' ? rule.listId !== '' : rule.audienceId !== '');

/** The rules without those in which nothing has been chosen yet. */
export const settledRules = ({ include, exclude, excludeExempt }: Rules): Rules => ({
  include: include.filter(chosen),
  exclude: exclude.filter(chosen),
  excludeExempt,
});
