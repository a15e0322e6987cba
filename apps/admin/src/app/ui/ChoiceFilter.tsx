import { Select } from 'antd';

interface Props<Value extends string> {
  label: string;
  /** '' for all. */
  value: string;
  /** What stands for "not filtered". */
  all: string;
  choices: readonly Value[];
  nameOf: (value: Value) => string;
  onChange: (value: string) => void;
}

/** Narrows a list to one of a few states or kinds. */
export function ChoiceFilter<Value extends string>({ label, value, all, choices, nameOf, onChange }: Props<Value>) {
  const options = [
    { value: '', label: all },
    ...choices.map((each) => ({ value: each as string, label: nameOf(each) })),
  ];
  return <Select aria-label={label} value={value} onChange={onChange} style={{ width: 140 }} options={options} />;
}
