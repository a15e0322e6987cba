import type { AssignmentReason, AudienceRulesInput } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';

export type Rule = AudienceRulesInput['include'][number];
export type Names = Record<string, string>;

const SHOWN = 3;

/** Rules and reasons in words. */
export function useLabels() {
  const text = useText();
  const kit = useKitText();
  const joined = (parts: readonly string[]) => parts.join(text('app.separator'));
  const some = (parts: readonly string[]) =>
    parts.length > SHOWN ? `${joined(parts.slice(0, SHOWN))} ${text('assignments.rule.and')}` : joined(parts);
  const who = ({ kinds, positions }: Pick<AssignmentReason, 'kinds' | 'positions'>) =>
    joined([...kinds.map((kind) => kit(`personKind.${kind}`)), ...positions.map((one) => kit(`position.${one}`))]);

  const reason = (one: AssignmentReason): string => {
    if (one.by === 'people') return text('assignments.why.people');
    if (one.by !== 'filter') return text(`assignments.why.${one.by}`, { name: one.name ?? '' });
    const name = one.name ?? text('assignments.why.everywhere');
    const kinds = who(one);
    return kinds ? text('assignments.why.who', { name, who: kinds }) : text('assignments.why.place', { name });
  };

  const rule = (one: Rule, names: Names, whole?: string): string => {
    const unknown = text('assignments.rule.unknown');
    if (one.by === 'people')
      return text('assignments.rule.people', {
        count: one.personIds.length,
        names: some(one.personIds.flatMap((id) => names[id] ?? [])),
      });
    if (one.by === 'list') return text('assignments.rule.list', { name: names[one.listId] ?? unknown });
    if (one.by === 'saved') return text('assignments.rule.saved', { name: names[one.audienceId] ?? unknown });
    const places =
      one.organizations.length === 0
        ? whole
          ? text('assignments.rule.placeBelow', { name: whole })
          : text('assignments.rule.everywhere')
        : some(
            one.organizations.map(({ organizationId, subtree }) => {
              const name = names[organizationId] ?? unknown;
              return subtree ? text('assignments.rule.placeBelow', { name }) : name;
            }),
          );
    const kinds = who(one);
    return kinds ? text('assignments.rule.who', { places, who: kinds }) : places;
  };

  const whole = ({ include, exclude, excludeExempt }: AudienceRulesInput, names: Names): string =>
    [
      ...include.map((one) => rule(one, names)),
      ...exclude.map((one) => text('assignments.rule.exclude', { rule: rule(one, names) })),
      ...(excludeExempt ? [text('assignments.rule.exempt')] : []),
    ].join(text('app.clause'));

  return { reason, reasons: (all: readonly AssignmentReason[]) => joined(all.map(reason)), rule, whole };
}
