import { accounts, roleName } from '@dangxiao/contracts';
import { useEndpointPages, useKitText } from '@dangxiao/web-kit';
import { Tag, type TableColumnsType } from 'antd';
import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ChoiceFilter, DataTable, Empty, SearchField, useFilters, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './security.module.css';
import { linesOf, type Line } from './lines.ts';

const levels = ['school', 'first', 'second', 'third'] as const;
const noFilters = { q: '', role: '' };
const offered = roleName.options.filter((role) => role !== 'learner');

/** Who administers what, each below the one who granted it. */
export function Delegations({ organizationId }: { organizationId: string | undefined }) {
  const text = useText();
  const kit = useKitText();
  const [{ q, role }, setFilters] = useFilters(noFilters);
  const onSearch = useCallback((value: string) => setFilters({ q: value }), [setFilters]);
  const pages = useEndpointPages(
    accounts.listDelegations,
    { query: { organizationId, q, role: roleName.safeParse(role).data, limit: 200 } },
    { enabled: organizationId !== undefined },
  );
  const lines = useMemo(() => linesOf(pages.items), [pages.items]);
  const columns: TableColumnsType<Line> = [
    {
      title: text('security.holder'),
      key: 'holder',
      width: 200,
      render: (_, { holder, depth }) => (
        <div className={depth > 0 ? css.below : undefined} style={{ marginInlineStart: Math.max(0, depth - 1) * 20 }}>
          {holder.personId ? (
            <Link to={paths.person(holder.personId, 'account')}>{holder.name}</Link>
          ) : (
            <span>{holder.name}</span>
          )}
          {holder.organizationName && <div className={css.hint}>{holder.organizationName}</div>}
        </div>
      ),
    },
    {
      title: text('security.role'),
      key: 'role',
      width: 170,
      render: (_, { role: held, conflictsWith }) => (
        <>
          <div>{kit(`role.${held}`)}</div>
          {conflictsWith && (
            <Tag color="orange">{text('security.conflict', { role: kit(`role.${conflictsWith}`) })}</Tag>
          )}
        </>
      ),
    },
    { title: text('security.at'), dataIndex: 'organizationName', ellipsis: true },
    {
      title: text('security.level'),
      dataIndex: 'level',
      width: 84,
      render: (level: number) => text(`security.levelOf.${levels[level] ?? 'third'}`),
    },
    {
      title: text('security.grantedBy'),
      key: 'by',
      width: 140,
      render: (_, { grantedBy, grantedAt }) => (
        <>
          <div>{grantedBy ?? text('security.byCommand')}</div>
          <div className={css.hint}>
            <When at={grantedAt} day />
          </div>
        </>
      ),
    },
    {
      title: text('security.factor'),
      dataIndex: 'secondFactor',
      width: 110,
      render: (set: boolean) => (
        <Tag color={set ? 'green' : 'default'}>{text(set ? 'security.factorOn' : 'security.factorOff')}</Tag>
      ),
    },
  ];
  return (
    <>
      <h2 className={css.heading}>{text('security.delegations')}</h2>
      <DataTable
        label={text('security.delegations')}
        columns={columns}
        pages={{ ...pages, items: lines }}
        minWidth={860}
        filters={
          <>
            <SearchField label={text('security.search')} value={q} onChange={onSearch} />
            <ChoiceFilter
              label={text('security.role')}
              value={role}
              all={text('security.anyRole')}
              choices={offered}
              nameOf={(one) => kit(`role.${one}`)}
              onChange={(value) => setFilters({ role: value })}
            />
          </>
        }
        empty={<Empty>{text('security.none')}</Empty>}
      />
    </>
  );
}
