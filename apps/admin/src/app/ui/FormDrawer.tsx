import { Alert, Button, Drawer, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ContractForm } from './use-contract-form.ts';
import { useLeave } from './use-leave.ts';
import css from './ui.module.css';

interface Props<Values extends object> {
  open: boolean;
  title: string;
  onClose: () => void;
  /** From `useContractForm`. */
  form: ContractForm<Values>;
  /** Where the form starts from; read when the drawer opens. */
  initialValues?: Partial<Values>;
  submitLabel: string;
  /** The action cannot be undone lightly. */
  danger?: boolean;
  /** The form says why nothing can be sent now. */
  blocked?: boolean;
  children: ReactNode;
  width?: number;
}

function Fields<Values extends object>({ form, initialValues, children }: Props<Values>) {
  return (
    <Form<Values> {...form.formProps} initialValues={initialValues as never}>
      {form.problem && <Alert className={css.problem ?? ''} type="error" showIcon title={form.problem} />}
      {children}
    </Form>
  );
}

/** A form at the right edge: creating and changing things with several fields. Enter in a field saves. */
export function FormDrawer<Values extends object>(props: Props<Values>) {
  const { open, title, form, submitLabel, width = 480 } = props;
  const text = useText();
  const leave = useLeave(form.changed, props.onClose);
  return (
    <Drawer
      open={open}
      title={title}
      size={width}
      onClose={leave}
      destroyOnHidden
      mask={{ closable: false }}
      closable={{ 'aria-label': text('app.close') }}
      footer={
        <div className={css.drawerEnd}>
          <Button onClick={leave}>{text('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form.id} loading={form.pending}>
            {submitLabel}
          </Button>
        </div>
      }
    >
      <Fields {...props} />
    </Drawer>
  );
}

/** A small form in the middle: one or two fields, mostly a reason. */
export function FormModal<Values extends object>(props: Props<Values>) {
  const { open, title, form, submitLabel, danger = false, blocked = false, width = 480 } = props;
  const text = useText();
  const leave = useLeave(form.changed, props.onClose);
  return (
    <Modal
      open={open}
      title={title}
      width={width}
      onCancel={leave}
      okText={submitLabel}
      okButtonProps={{ danger, disabled: blocked, htmlType: 'submit', form: form.id }}
      cancelText={text('app.cancel')}
      confirmLoading={form.pending}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <Fields {...props} />
    </Modal>
  );
}
