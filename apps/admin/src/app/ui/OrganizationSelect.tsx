import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  id?: string;
  label: string;
  value?: string;
  onChange?: (organizationId: string, name: string) => void;
  /** Shown before anything is typed, mostly the scope. */
  first: { id: string; name: string };
}

/** Chooses an organization by its name, pinyin initials or code. Works inside `Form.Item`. */
export function OrganizationSelect({ id, label, value, onChange, first }: Props) {
  const text = useText();
  const [q, setQ] = useState('');
  const found = useEndpoint(
    people.searchOrganizations,
    { query: { q: q || first.name } },
    { enabled: q !== '', keepPrevious: true },
  );
  const items = q && found.data ? found.data.items : [{ ...first, trail: [] as { name: string }[] }];
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange
        ? { onChange: (chosen: string) => onChange(chosen, items.find((node) => node.id === chosen)?.name ?? '') }
        : {})}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      notFoundContent={text(found.isFetching ? 'app.loading' : 'app.jump.nothing')}
      placeholder={text('app.tree.search')}
      options={items.map((node) => ({
        value: node.id,
        label: [...node.trail.slice(-1).map(({ name }) => name), node.name].join(' › '),
      }))}
    />
  );
}
