import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';

/** Any organization of the school, found by its whole name or code. Works inside `Form.Item`. */
export function TargetSelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const text = useText();
  const [q, setQ] = useState('');
  const found = useEndpoint(
    people.findTransferTarget,
    { query: { q: q.trim() } },
    { enabled: q.trim() !== '', keepPrevious: true },
  );
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      aria-label={text('changes.target')}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={q ? text('changes.targetNone') : text('changes.targetHint')}
      options={(found.data?.items ?? []).map(({ id: key, name, code }) => ({ value: key, label: `${name} · ${code}` }))}
    />
  );
}
