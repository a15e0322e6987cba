import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  organizationId: string;
  /** Of the instructor as saved. */
  name: string | null;
}

/** Chooses a person by name or pinyin initials. */
export function InstructorField({ id, value, onChange, organizationId, name }: Props) {
  const text = useText();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const query = { organizationId, q: q || undefined, limit: 20 };
  const found = useEndpoint(people.listPeople, { query }, { enabled: may('people.read'), keepPrevious: true });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: `${person.name} · ${person.organizationName}`,
  }));
  if (value && name && !options.some((option) => option.value === value)) options.unshift({ value, label: name });
  return (
    <Select
      id={id}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      allowClear
      placeholder={text('courses.instructorHint')}
      options={options}
      notFoundContent={text('courses.nobody')}
    />
  );
}
