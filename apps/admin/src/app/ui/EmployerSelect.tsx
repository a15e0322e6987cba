import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  id?: string;
  label?: string;
  value?: string | null;
  onChange?: (employerId: string | null) => void;
  /** The employer that is chosen at first; others are looked up. */
  first?: { id: string; name: string } | null;
  placeholder: string;
  /** An employer that cannot be chosen: itself, where its parent is asked for. */
  without?: string;
  width?: number;
}

/** Chooses an employer by name, pinyin initials or code, or none. Works inside `Form.Item`. */
export function EmployerSelect({ id, label, value, onChange, first, placeholder, without, width }: Props) {
  const text = useText();
  const [q, setQ] = useState('');
  const found = useEndpoint(people.listEmployers, { query: { q, limit: 20 } }, { keepPrevious: true });
  const items = (found.data?.items ?? []).filter((employer) => employer.id !== without);
  const chosen = useEndpoint(
    people.listEmployers,
    { query: { employerId: value ?? '' } },
    {
      enabled:
        Boolean(value) &&
        value !== first?.id &&
        found.data !== undefined &&
        !items.some(({ id: known }) => known === value),
    },
  );
  const named = value === first?.id ? first : chosen.data?.items[0];
  const beside = named && !items.some(({ id: known }) => known === named.id) ? [{ ...named, code: '' }] : [];
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(width ? { style: { width } } : {})}
      value={named || items.some(({ id: known }) => known === value) ? value : null}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      placeholder={placeholder}
      notFoundContent={text(found.isFetching ? 'app.loading' : 'employers.nothing')}
      options={[...beside, ...items].map((employer) => ({
        value: employer.id,
        label: employer.code ? `${employer.name} · ${employer.code}` : employer.name,
      }))}
    />
  );
}
