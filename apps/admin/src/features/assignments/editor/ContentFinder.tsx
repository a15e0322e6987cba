import { PlusOutlined } from '@ant-design/icons';
import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Loaded, SearchField } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';

type Found = ResponseOf<typeof assignments.findContent>['items'][number];
const KINDS = ['course', 'exam', 'programme'] as const;

interface Props {
  kinds?: readonly (typeof KINDS)[number][];
  chosen: readonly string[];
  onAdd: (found: Found) => void;
}

/** What can be assigned, by kind and part of the title. */
export function ContentFinder({ kinds = KINDS, chosen, onAdd }: Props) {
  const text = useText();
  const [kind, setKind] = useState<(typeof KINDS)[number]>(kinds[0] ?? 'course');
  const [q, setQ] = useState('');
  const found = useEndpoint(assignments.findContent, { query: { kind, q: q || undefined } }, { keepPrevious: true });
  return (
    <div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {kinds.length > 1 && (
          <Segmented
            aria-label={text('assignments.what.kinds')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: text(`assignments.what.${value}`) }))}
          />
        )}
        <SearchField label={text('assignments.what.find')} value={q} onChange={setQ} />
      </div>
      <Loaded query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.hint} style={{ marginTop: 12 }}>
              {text('assignments.what.nothing')}
            </p>
          ) : (
            <ul className={css.found}>
              {items.map((item) => (
                <li key={item.id} className={css.item}>
                  <span className={css.itemTitle}>{item.title}</span>
                  {chosen.includes(item.id) ? (
                    <span className={css.hint}>{text('assignments.what.added')}</span>
                  ) : (
                    <Button
                      size="small"
                      icon={<PlusOutlined aria-hidden />}
                      aria-label={text('assignments.what.add', { title: item.title })}
                      onClick={() => onAdd(item)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
