import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface Node {
  id: string;
  name: string;
  trail?: { name: string }[];
}

interface Props {
  id?: string;
  label: string;
  value?: string;
  onChange?: (organizationId: string, name: string) => void;
  /** Offered before anything is typed, mostly the scope; without one it says what to type. */
  first?: Node;
}

/** Chooses an organization by its name, pinyin initials or code. Works inside `Form.Item`. */
export function OrganizationSelect({ id, label, value, onChange, first }: Props) {
  const text = useText();
  const [q, setQ] = useState('');
  const [last, setLast] = useState<Node>();
  const found = useEndpoint(people.searchOrganizations, { query: { q } }, { enabled: q !== '', keepPrevious: true });
  const offered = last ?? first;
  const items: Node[] = q && found.data ? found.data.items : offered ? [offered] : [];
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange
        ? {
            onChange: (chosen: string) => {
              const node = items.find((each) => each.id === chosen);
              setLast(node);
              onChange(chosen, node?.name ?? '');
            },
          }
        : {})}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      notFoundContent={text(q === '' ? 'app.tree.searchHint' : found.isFetching ? 'app.loading' : 'app.jump.nothing')}
      placeholder={text('app.tree.search')}
      options={items.map(({ id: key, name, trail = [] }) => ({
        value: key,
        label: [...trail.slice(-1).map((above) => above.name), name].join(' › '),
      }))}
    />
  );
}
