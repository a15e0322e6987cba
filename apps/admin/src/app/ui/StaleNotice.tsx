import { Alert, Button, Form, Table } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ContractForm } from './use-contract-form.ts';
import type { StaleEdit } from './use-stale-edit.ts';

export interface Difference {
  label: string;
  theirs: string;
  mine: string;
  /** Labels for a value that is not one to read, e.g. the name of what is chosen. */
  show?: (value: string) => ReactNode;
}
interface Props {
  differences: readonly Difference[];
  /** Saves what was typed over what somebody else saved. */
  onKeepMine: () => void;
  /** Closes the form; what is saved stays. */
  onTakeTheirs: () => void;
}

/** Both versions of something that somebody else changed meanwhile, and the choice between them. */
export function StaleNotice({ differences, onKeepMine, onTakeTheirs }: Props) {
  const text = useText();
  const shown = (side: 'theirs' | 'mine') => (_: unknown, one: Difference) => one.show?.(one[side]) ?? one[side];
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={text('changes.stale.title')}
      description={
        <>
          <Table<Difference>
            size="small"
            rowKey="label"
            pagination={false}
            dataSource={differences.filter(({ theirs, mine }) => theirs !== mine)}
            columns={[
              { title: text('changes.stale.field'), dataIndex: 'label' },
              { title: text('changes.stale.theirs'), dataIndex: 'theirs', render: shown('theirs') },
              { title: text('changes.stale.mine'), dataIndex: 'mine', render: shown('mine') },
            ]}
          />
          <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
            <Button onClick={onTakeTheirs}>{text('changes.stale.takeTheirs')}</Button>
            <Button onClick={onKeepMine}>{text('changes.stale.keepMine')}</Button>
          </div>
        </>
      }
    />
  );
}

interface FormProps<Saved extends { revision: number }, Values extends object> {
  edit: StaleEdit<Saved>;
  form: ContractForm<Values>;
  /** Both versions of every field of the form; one that is left out does not compile, for "mine" would overwrite it unseen. */
  compare: (theirs: Saved, mine: Values) => Record<keyof Values, Difference>;
}

/** The notice in a form, while somebody else's save stands against it; it follows what is typed on. */
export function StaleFormNotice<Saved extends { revision: number }, Values extends object>(
  props: FormProps<Saved, Values>,
) {
  const mine = Form.useWatch((values) => values, props.form.form);
  const { edit, form, compare } = props;
  if (!edit.theirs || !mine) return null;
  return (
    <StaleNotice
      differences={Object.values<Difference>(compare(edit.theirs, mine))}
      onTakeTheirs={edit.takeTheirs}
      onKeepMine={() => edit.keepMine(form.submit)}
    />
  );
}
