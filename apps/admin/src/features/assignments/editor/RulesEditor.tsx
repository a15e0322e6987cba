import { PlusOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { MenuButton, Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names, Rule } from '../use-labels.ts';
import { RuleCard, type Owner } from './RuleCard.tsx';
import type { Rules } from './values.ts';

interface Props {
  rules: Rules;
  owner: Owner;
  names: Names;
  perRule?: readonly number[] | null | undefined;
  /** Saved audiences cannot name each other. */
  withSaved?: boolean;
  onChange: (rules: Rules, names: Names) => void;
}

const fresh: Record<Rule['by'], Rule> = {
  filter: { by: 'filter', organizations: [], kinds: [], positions: [] },
  people: { by: 'people', personIds: [] },
  list: { by: 'list', listId: '' },
  saved: { by: 'saved', audienceId: '' },
};

/** Who is meant and who is not, condition by condition. */
export function RulesEditor({ rules, owner, names, perRule, withSaved = true, onChange }: Props) {
  const text = useText();
  const kinds = (['filter', 'people', 'list', 'saved'] as const).filter((by) => withSaved || by !== 'saved');
  const part = (side: 'include' | 'exclude') => {
    const list = rules[side];
    const write = (next: Rule[], found: Names) => onChange({ ...rules, [side]: next }, found);
    return (
      <Section title={text(`assignments.who.${side}`)}>
        <p className={css.hint}>{text(`assignments.who.${side}Hint`)}</p>
        <div className={css.stack} style={{ marginTop: 12 }}>
          {list.map((rule, index) => (
            <RuleCard
              key={index}
              rule={rule}
              owner={owner}
              names={names}
              count={side === 'include' ? perRule?.[index] : undefined}
              onChange={(changed, found) =>
                write(
                  list.map((one, place) => (place === index ? changed : one)),
                  found,
                )
              }
              onRemove={() =>
                write(
                  list.filter((_one, place) => place !== index),
                  {},
                )
              }
            />
          ))}
          <div>
            <MenuButton
              icon={<PlusOutlined aria-hidden />}
              items={kinds.map((by) => ({ key: by, label: text(`assignments.who.${by}`) }))}
              onChoose={(key) => write([...list, fresh[key as Rule['by']]], {})}
            >
              {text(side === 'include' ? 'assignments.who.add' : 'assignments.who.addExclude')}
            </MenuButton>
          </div>
        </div>
      </Section>
    );
  };
  return (
    <div className={css.stack}>
      {part('include')}
      {part('exclude')}
      <Section>
        <Checkbox
          checked={rules.excludeExempt}
          onChange={({ target }) => onChange({ ...rules, excludeExempt: target.checked }, {})}
        >
          {text('assignments.who.exempt')}
        </Checkbox>
      </Section>
    </div>
  );
}
