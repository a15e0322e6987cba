import { audit, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button, DatePicker, Select, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { ExportButton } from '../../app/export/index.ts';
import { DataTable, Empty, Page, SearchField, useFilters, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './audit.module.css';
import { EventDrawer } from './EventDrawer.tsx';
import { actionNames, useActionText, useObjectText } from './labels.ts';

export type AuditEvent = ResponseOf<typeof audit.listEvents>['items'][number];

const noFilters = { q: '', action: '', from: '', to: '' };

export function Component() {
  const text = useText();
  const action = useActionText();
  const object = useObjectText();
  const { organizationId, name } = useScope();
  const [filters, setFilters] = useFilters(noFilters);
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const onSearch = useCallback((q: string) => setFilters({ q }), [setFilters]);
  const { from, to } = filters;
  const wanted = {
    ...(organizationId ? { organizationId } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.action ? { action: filters.action } : {}),
    ...(from ? { from: dayjs(from).startOf('day').toISOString() } : {}),
    ...(to ? { to: dayjs(to).add(1, 'day').startOf('day').toISOString() } : {}),
  };
  const pages = useEndpointPages(audit.listEvents, { query: { ...wanted, limit: 50 } });
  const columns: TableColumnsType<AuditEvent> = [
    { title: text('audit.at'), dataIndex: 'at', width: 140, render: (at: string) => <When at={at} /> },
    { title: text('audit.actor'), dataIndex: 'actorName', width: 110 },
    { title: text('audit.action'), dataIndex: 'action', width: 150, render: action },
    {
      title: text('audit.object'),
      key: 'object',
      render: (_, row) => (
        <>
          {row.objectName ?? object(row.objectType)}
          {row.objectName && <div className={css.hint}>{object(row.objectType)}</div>}
        </>
      ),
    },
    { title: text('audit.organization'), dataIndex: 'organizationName', ellipsis: true },
    { title: text('audit.address'), dataIndex: 'address', width: 120 },
    {
      title: text('audit.details'),
      key: 'details',
      width: 90,
      render: (_, row) => (
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
    <Page
      title={text('audit.title')}
      subtitle={[name, text('audit.subtitle')].filter(Boolean).join(' · ')}
      actions={
        <ExportButton
          offers={[{ kind: 'events', query: wanted }]}
          names={organizationId ? { [organizationId]: name ?? '' } : {}}
        />
      }
    >
      <DataTable
        label={text('audit.title')}
        columns={columns}
        pages={pages}
        minWidth={860}
        filters={
          <>
            <SearchField label={text('audit.search')} value={filters.q} onChange={onSearch} />
            <Select
              aria-label={text('audit.action')}
              value={filters.action}
              style={{ width: 200 }}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string) => setFilters({ action: value })}
              options={[
                { value: '', label: text('audit.anyAction') },
                ...actionNames.map((name) => ({ value: name, label: action(name) })),
              ]}
            />
            <DatePicker.RangePicker
              allowEmpty
              value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
              placeholder={[text('audit.from'), text('audit.to')]}
              aria-label={text('audit.range')}
              onChange={(range) =>
                setFilters({
                  from: range?.[0]?.format('YYYY-MM-DD') ?? '',
                  to: range?.[1]?.format('YYYY-MM-DD') ?? '',
                })
              }
            />
          </>
        }
        empty={<Empty>{text('audit.none')}</Empty>}
      />
      {opened && <EventDrawer event={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
