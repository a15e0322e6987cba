import { Checkbox, Radio } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { keys, type Key, type QuestionValues } from './values.ts';

interface Props {
  id?: string;
  kind: QuestionValues['kind'];
  /** Number of options. */
  count: number;
  value?: Key[];
  onChange?: (correct: Key[]) => void;
}

/** The right answer: one letter, several, or true/false. */
export function CorrectField({ id, kind, count, value = [], onChange }: Props) {
  const text = useText();
  if (kind === 'multiple') {
    const options = keys.slice(0, count).map((key) => ({ value: key, label: key }));
    return <Checkbox.Group options={options} value={value} onChange={(chosen) => onChange?.([...chosen].sort())} />;
  }
  const options =
    kind === 'true_false'
      ? [
          { value: 'A' as Key, label: text('questions.true') },
          { value: 'B' as Key, label: text('questions.false') },
        ]
      : keys.slice(0, count).map((key) => ({ value: key as Key, label: key }));
  return (
    <Radio.Group
      id={id}
      options={options}
      value={value[0]}
      onChange={(event) => onChange?.([event.target.value as Key])}
    />
  );
}
