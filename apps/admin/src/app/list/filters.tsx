import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ListFilters } from './use-list.ts';
import css from './list.module.css';

interface Filter<Filters extends Record<string, string>> {
  list: ListFilters<Filters>;
  name: keyof Filters & string;
}

interface ChoiceProps<Filters extends Record<string, string>, Value extends string> extends Filter<Filters> {
  label: string;
  /** What stands for "not filtered"; without it one of the choices always holds. */
  all?: string;
  choices: readonly Value[];
  nameOf: (value: Value) => string;
  width?: number;
  /** Many choices: they can be searched. */
  searchable?: boolean;
}

/** Narrows a list to one of a few states or kinds. */
export function ChoiceFilter<Filters extends Record<string, string>, Value extends string>({
  list,
  name,
  label,
  all,
  choices,
  nameOf,
  width = 150,
  searchable = false,
}: ChoiceProps<Filters, Value>) {
  const options = [
    ...(all === undefined ? [] : [{ value: '', label: all }]),
    ...choices.map((each) => ({ value: each as string, label: nameOf(each) })),
  ];
  return (
    <Select
      aria-label={label}
      className={css.filter ?? ''}
      value={options.some(({ value }) => value === list.values[name]) ? list.values[name] : ''}
      onChange={(value: string) => list.change({ [name]: value } as Partial<Filters>)}
      style={{ width }}
      options={options}
      {...(searchable ? { showSearch: { optionFilterProp: 'label' } } : {})}
    />
  );
}

interface FlagProps<Filters extends Record<string, string>> extends Filter<Filters> {
  children: ReactNode;
}

/** Narrows or widens a list by one tick; the address says 'true' or 'false'. */
export function FlagFilter<Filters extends Record<string, string>>({ list, name, children }: FlagProps<Filters>) {
  return (
    <Checkbox
      checked={list.values[name] === 'true'}
      onChange={({ target }) => list.change({ [name]: String(target.checked) } as Partial<Filters>)}
    >
      {children}
    </Checkbox>
  );
}
