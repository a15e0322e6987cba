import { Radio } from 'antd';
import { Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names } from '../use-labels.ts';
import { LiveCount } from './LiveCount.tsx';
import type { Owner } from './RuleCard.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { settledRules } from './settled.ts';
import { usePreview } from './use-preview.ts';
import type { Values } from './values.ts';

interface Props {
  values: Values;
  owner: Owner;
  names: Names;
  change: (some: Partial<Values>, names?: Names) => void;
}

/** The second step: conditions at the left, whom they reach at the right. */
export function Who({ values, owner, names, change }: Props) {
  const text = useText();
  const preview = usePreview(owner.id, settledRules(values.rules), 10);
  const whole = settledRules(values.rules).include.length === values.rules.include.length;
  return (
    <div className={css.whoColumns}>
      <div className={css.stack}>
        <RulesEditor
          rules={values.rules}
          owner={owner}
          names={names}
          perRule={whole ? preview.first?.perRule : null}
          onChange={(rules, found) => change({ rules }, found)}
        />
        <Section title={text('assignments.who.mode')}>
          <Radio.Group vertical value={values.mode} onChange={({ target }) => change({ mode: target.value as 'live' })}>
            {(['live', 'snapshot'] as const).map((mode) => (
              <Radio key={mode} value={mode}>
                {text(`assignments.mode.${mode}`)}
                <span className={css.hint}> {text(`assignments.who.${mode}Hint`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Section>
      </div>
      <LiveCount preview={preview} />
    </div>
  );
}
