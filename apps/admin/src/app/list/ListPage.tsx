import type { ComponentProps, ReactNode } from 'react';
import { Page } from '../ui/index.ts';
import { ListTable, type ListTableProps } from './ListTable.tsx';

interface Props<Row extends object>
  extends Omit<ComponentProps<typeof Page>, 'children'>, Omit<ListTableProps<Row>, 'label'> {
  /** The name of the list, if it differs from the title of the page. */
  label?: string;
  /** Between the head of the page and the list. */
  above?: ReactNode;
  /** Dialogs and drawers of the page. */
  children?: ReactNode;
}

/** A page of the console that lists things. */
export function ListPage<Row extends object>(props: Props<Row>) {
  const { title, subtitle, tags, back, actions, above, children, label = title, ...table } = props;
  return (
    <Page title={title} subtitle={subtitle} tags={tags} actions={actions} {...(back ? { back } : {})}>
      {above}
      <ListTable<Row> {...table} label={label} />
      {children}
    </Page>
  );
}
