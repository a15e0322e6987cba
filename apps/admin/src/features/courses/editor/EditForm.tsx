import { Alert, Button, Form } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { useUnsaved } from '../../../app/leaving/unsaved.ts';
import { StaleFormNotice, type ContractForm } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Props<Values extends object> {
  form: ContractForm<Values>;
  edit: ComponentProps<typeof StaleFormNotice<Values>>['edit'];
  initialValues: Values;
  /** The course is archived or the actor may only read. */
  fixed: boolean;
  /** At the left of the save button, e.g. removing. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A form that stays on the page and is saved by its button. */
export function EditForm<Values extends object>({ form, edit, initialValues, fixed, extra, children }: Props<Values>) {
  const text = useText();
  useUnsaved(form.changed, 'address');
  return (
    <Form<Values> {...form.formProps} disabled={fixed || form.pending} initialValues={initialValues as never}>
      {form.problem && <Alert type="error" showIcon title={form.problem} style={{ marginBottom: 16 }} />}
      <StaleFormNotice edit={edit} form={form} dialog />
      {children}
      {!fixed && (
        <div className={css.end}>
          <span>{extra}</span>
          <Button type="primary" htmlType="submit" loading={form.pending}>
            {text('app.save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
