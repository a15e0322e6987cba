import type { Conflict, StaleEdit } from '@dangxiao/web-kit';
import { Alert, Button, Form, Modal, Table } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import type { ContractForm } from './use-contract-form.ts';
import css from './ui.module.css';

interface Props<Values> {
  edit: Pick<StaleEdit<never, Values>, 'open' | 'conflicts' | 'keepMine' | 'takeTheirs'>;
  /** What the form holds now. */
  mine: Values;
  save: () => void;
  /** On a page whose head may be out of sight when it is saved: a dialog. */
  dialog?: boolean;
}

function Versions({ conflicts }: { conflicts: Conflict[] }) {
  const text = useText();
  return (
    <Table<Conflict>
      size="small"
      rowKey="key"
      className={css.versions ?? ''}
      pagination={false}
      dataSource={conflicts}
      columns={[
        { title: text('app.stale.field'), dataIndex: 'label' },
        { title: text('app.stale.theirs'), dataIndex: 'theirs' },
        { title: text('app.stale.mine'), dataIndex: 'mine' },
      ]}
    />
  );
}

/** Both versions of what another person changed meanwhile, and the choice between them; nothing while no conflict stands. */
export function StaleNotice<Values>({ edit, mine, save, dialog = false }: Props<Values>) {
  const text = useText();
  if (!edit.open) return null;
  const versions = <Versions conflicts={edit.conflicts(mine)} />;
  const keepMine = () => edit.keepMine(save);
  if (dialog)
    return (
      <Modal
        open
        width={720}
        title={text('app.stale.title')}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        okText={text('app.stale.keepMine')}
        onOk={keepMine}
        cancelText={text('app.stale.takeTheirs')}
        onCancel={edit.takeTheirs}
      >
        <p>{text('app.stale.text')}</p>
        {versions}
      </Modal>
    );
  return (
    <Alert
      type="warning"
      showIcon
      className={css.problem ?? ''}
      title={text('app.stale.title')}
      description={
        <>
          <p>{text('app.stale.text')}</p>
          {versions}
          <div className={css.staleEnd}>
            <Button onClick={edit.takeTheirs}>{text('app.stale.takeTheirs')}</Button>
            <Button onClick={keepMine}>{text('app.stale.keepMine')}</Button>
          </div>
        </>
      }
    />
  );
}

type FormProps<Values extends object> = Pick<Props<Values>, 'edit' | 'dialog'> & { form: ContractForm<Values> };

/** The conflict notice of a contract form. The reader's further typing updates it. */
export function StaleFormNotice<Values extends object>({ edit, form, ...rest }: FormProps<Values>) {
  const mine = Form.useWatch((values) => values, form.form) as Values | undefined;
  return mine ? <StaleNotice edit={edit} mine={mine} save={form.submit} {...rest} /> : null;
}
