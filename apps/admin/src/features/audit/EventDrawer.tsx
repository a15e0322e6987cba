import { Descriptions, Drawer, Table } from 'antd';
import { When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './audit.module.css';
import type { AuditEvent } from './types.ts';
import { useValueText } from './use-value-text.ts';
import { useActionText, useFieldText, useObjectText } from './labels.ts';

interface Change {
  field: string;
  before: string;
  after: string;
}

function Changes({ event }: { event: AuditEvent }) {
  const text = useText();
  const field = useFieldText();
  const value = useValueText();
  const names = [...new Set([...Object.keys(event.before ?? {}), ...Object.keys(event.after ?? {})])];
  const rows: Change[] = names
    .map((name) => ({
      field: name,
      before: value(name, event.before?.[name]),
      after: value(name, event.after?.[name]),
    }))
    .filter(({ before, after }) => before !== '–' || after !== '–');
  if (rows.length === 0) return <p className={css.hint}>{text('audit.nothingRecorded')}</p>;
  return (
    <Table<Change>
      rowKey="field"
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: text('audit.field'), dataIndex: 'field', width: 130, render: field },
        {
          title: text('audit.before'),
          dataIndex: 'before',
          render: (words: string) => <div className={css.value}>{words}</div>,
        },
        {
          title: text('audit.after'),
          dataIndex: 'after',
          render: (words: string) => <div className={css.value}>{words}</div>,
        },
      ]}
    />
  );
}

/** One event: who, what, from where, and what changed. */
export function EventDrawer({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const text = useText();
  const action = useActionText();
  const object = useObjectText();
  return (
    <Drawer
      open
      size={640}
      title={`${action(event.action)}${event.objectName ? ` · ${event.objectName}` : ''}`}
      onClose={onClose}
      closable={{ 'aria-label': text('app.close') }}
    >
      <Descriptions
        column={1}
        size="small"
        style={{ marginBottom: 16 }}
        items={[
          { key: 'at', label: text('audit.at'), children: <When at={event.at} /> },
          {
            key: 'actor',
            label: text('audit.actor'),
            children: [event.actorName, ...(event.actorLogin ? [event.actorLogin] : [])].join(' · '),
          },
          {
            key: 'object',
            label: text('audit.object'),
            children: [object(event.objectType), ...(event.objectName ? [event.objectName] : [])].join(' · '),
          },
          { key: 'org', label: text('audit.organization'), children: event.organizationName ?? text('audit.school') },
          { key: 'address', label: text('audit.address'), children: event.address },
        ]}
      />
      <Changes event={event} />
    </Drawer>
  );
}
