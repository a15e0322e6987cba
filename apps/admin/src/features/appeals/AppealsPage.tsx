import { credits } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './appeals.module.css';
import { DecideModal } from './DecideModal.tsx';
import type { Appeal } from './types.ts';

const noFilters = { open: '' };
const colours = { open: 'orange', upheld: 'green', rejected: 'default' } as const;

export function Component() {
  const text = useText();
  const format = useFormat();
  const decides = useMay()('credits.reverse');
  const { organizationId, name } = useScope();
  const list = useList(noFilters);
  const { open } = list.values;
  const [deciding, setDeciding] = useState<Appeal | null>(null);
  const pages = useEndpointPages(credits.listAppeals, {
    query: { organizationId, limit: 20, open: open === 'true' || open === 'false' ? open : undefined },
  });
  const columns: ListColumn<Appeal>[] = [
    {
      key: 'personName',
      role: 'name',
      title: text('appeals.person'),
      width: 130,
      by: ({ personName }) => personName,
      show: (row) => <Link to={paths.person(row.personId, 'record')}>{row.personName}</Link>,
    },
    {
      key: 'about',
      title: text('appeals.about'),
      width: 320,
      show: (row) => (
        <div className={css.about}>
          <div>{row.text}</div>
          <div className={css.hint}>
            {text('appeals.reversal', { hours: format.hours(row.hours.replace('-', '')), reason: row.reversalReason })}
          </div>
        </div>
      ),
    },
    {
      key: 'createdAt',
      title: text('appeals.at'),
      width: 150,
      by: ({ createdAt }) => createdAt,
      show: ({ createdAt }) => <When at={createdAt} />,
    },
    {
      key: 'decision',
      title: text('appeals.state'),
      width: 220,
      show: (row) => (
        <div>
          <Tag color={colours[row.decision]}>{text(`appeals.decision.${row.decision}`)}</Tag>
          {row.decisionReason && <div className={css.hint}>{row.decisionReason}</div>}
        </div>
      ),
    },
    ...(decides
      ? [
          {
            key: 'actions',
            role: 'actions' as const,
            title: text('appeals.actions'),
            width: 90,
            show: (row: Appeal) =>
              row.decision === 'open' && (
                <Button
                  size="small"
                  aria-label={text('appeals.decideNamed', { name: row.personName })}
                  onClick={() => setDeciding(row)}
                >
                  {text('appeals.decide')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <ListPage<Appeal>
      name="appeals"
      title={text('appeals.title')}
      subtitle={[name, text('appeals.subtitle')].filter(Boolean).join(' · ')}
      columns={columns}
      pages={pages}
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="open"
          label={text('appeals.state')}
          all={text('app.all')}
          choices={['true', 'false'] as const}
          nameOf={(value) => text(value === 'true' ? 'appeals.onlyOpen' : 'appeals.onlyDecided')}
        />
      }
      empty={text('appeals.none')}
    >
      {deciding && <DecideModal appeal={deciding} onClose={() => setDeciding(null)} />}
    </ListPage>
  );
}
