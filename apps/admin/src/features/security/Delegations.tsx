import { accounts, roleName } from '@dangxiao/contracts';
import { useEndpointPages, useKitText } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { ChoiceFilter, ListTable, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { When } from '../../app/ui/index.ts';
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
  const list = useList(noFilters);
  const { q, role } = list.values;
  const pages = useEndpointPages(
    accounts.listDelegations,
    { query: { organizationId, q, role: roleName.safeParse(role).data, limit: 200 } },
    { enabled: organizationId !== undefined },
  );
  const lines = useMemo(() => linesOf(pages.items), [pages.items]);
  const columns: ListColumn<Line>[] = [
    {
      key: 'holder',
      role: 'name',
      title: text('security.holder'),
      width: 200,
      show: ({ holder, depth }) => (
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
      key: 'role',
      title: text('security.role'),
      width: 170,
      show: ({ role: held, conflictsWith }) => (
        <>
          <div>{kit(`role.${held}`)}</div>
          {conflictsWith && (
            <Tag color="orange">{text('security.conflict', { role: kit(`role.${conflictsWith}`) })}</Tag>
          )}
        </>
      ),
    },
    { key: 'organizationName', title: text('security.at'), ellipsis: true },
    {
      key: 'level',
      title: text('security.level'),
      width: 90,
      show: ({ level }) => text(`security.levelOf.${levels[level] ?? 'third'}`),
    },
    {
      key: 'grantedBy',
      title: text('security.grantedBy'),
      width: 140,
      show: ({ grantedBy, grantedAt }) => (
        <>
          <div>{grantedBy ?? text('security.byCommand')}</div>
          <div className={css.hint}>
            <When at={grantedAt} day />
          </div>
        </>
      ),
    },
    {
      key: 'secondFactor',
      title: text('security.factor'),
      width: 110,
      show: ({ secondFactor }) => (
        <Tag color={secondFactor ? 'green' : 'default'}>
          {text(secondFactor ? 'security.factorOn' : 'security.factorOff')}
        </Tag>
      ),
    },
  ];
  return (
    <>
      <h2 className={css.heading}>{text('security.delegations')}</h2>
      <ListTable<Line>
        name="delegations"
        label={text('security.delegations')}
        columns={columns}
        pages={{ ...pages, items: lines }}
        list={list}
        search={list.search(text('security.search'))}
        filters={
          <ChoiceFilter
            list={list}
            name="role"
            label={text('security.role')}
            all={text('security.anyRole')}
            choices={offered}
            nameOf={(one) => kit(`role.${one}`)}
          />
        }
        empty={text('security.none')}
      />
    </>
  );
}
