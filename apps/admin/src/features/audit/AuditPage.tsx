import { audit } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './audit.module.css';
import { EventDrawer } from './EventDrawer.tsx';
import type { AuditEvent } from './types.ts';
import { actionNames, useActionText, useObjectText } from './labels.ts';

const noFilters = { q: '', action: '', from: '', to: '' };

export function Component() {
  const text = useText();
  const action = useActionText();
  const object = useObjectText();
  const { organizationId, name } = useScope();
  const list = useList(noFilters);
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const { q, action: done, from, to } = list.values;
  const wanted = {
    ...(organizationId ? { organizationId } : {}),
    ...(q ? { q } : {}),
    ...(done ? { action: done } : {}),
    ...(from ? { from: dayjs(from).startOf('day').toISOString() } : {}),
    ...(to ? { to: dayjs(to).add(1, 'day').startOf('day').toISOString() } : {}),
  };
  const pages = useEndpointPages(audit.listEvents, { query: { ...wanted, limit: 50 } });
  const columns: ListColumn<AuditEvent>[] = [
    { key: 'at', title: text('audit.at'), width: 130, show: ({ at }) => <When at={at} /> },
    { key: 'actorName', title: text('audit.actor'), width: 110 },
    {
      key: 'action',
      role: 'name',
      title: text('audit.action'),
      width: 140,
      show: (event) => action(event.action),
    },
    {
      key: 'object',
      title: text('audit.object'),
      width: 170,
      show: (row) => (
        <>
          {row.objectName ?? object(row.objectType)}
          {row.objectName && <div className={css.hint}>{object(row.objectType)}</div>}
        </>
      ),
    },
    { key: 'organizationName', title: text('audit.organization'), width: 130, ellipsis: true },
    { key: 'address', title: text('audit.address'), width: 110 },
    {
      key: 'details',
      role: 'actions',
      title: text('audit.details'),
      width: 80,
      show: (row) => (
        <Button
          size="small"
          aria-label={text('audit.openNamed', { action: action(row.action), actor: row.actorName })}
          onClick={() => setOpened(row)}
        >
          {text('audit.open')}
        </Button>
      ),
    },
  ];
  return (
    <ListPage<AuditEvent>
      name="audit"
      title={text('audit.title')}
      subtitle={[name, text('audit.subtitle')].filter(Boolean).join(' · ')}
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('audit.search'))}
      filters={
        <>
          <ChoiceFilter
            list={list}
            name="action"
            label={text('audit.action')}
            all={text('audit.anyAction')}
            choices={actionNames}
            nameOf={action}
            width={200}
            searchable
          />
          <DatePicker.RangePicker
            allowEmpty
            value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
            placeholder={[text('audit.from'), text('audit.to')]}
            aria-label={text('audit.range')}
            onChange={(range) =>
              list.change({
                from: range?.[0]?.format('YYYY-MM-DD') ?? '',
                to: range?.[1]?.format('YYYY-MM-DD') ?? '',
              })
            }
          />
        </>
      }
      exporting={{
        offers: [{ kind: 'events', query: wanted }],
        names: organizationId ? { [organizationId]: name ?? '' } : {},
      }}
      empty={text('audit.none')}
    >
      {opened && <EventDrawer event={opened} onClose={() => setOpened(null)} />}
    </ListPage>
  );
}
