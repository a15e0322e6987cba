import { people } from '@dangxiao/contracts';
import { App, Form, Radio } from 'antd';
import { FormDrawer, StaleNotice, useContractForm, useStaleEdit } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { QuietFields } from './QuietFields.tsx';
import { ReminderFields } from './ReminderFields.tsx';
import { ownAfter, valuesOf, type EditableName, type SettingValues } from './setting-values.ts';
import css from './settings.module.css';
import { useSettingLabels, type SettingsView } from './use-setting-labels.ts';

interface Props {
  name: EditableName;
  view: SettingsView;
  organizationId: string;
  onClose: () => void;
}

/** What the organization says about one setting: nothing, so that it inherits, or something of its own. */
export function SettingDrawer({ name, view, organizationId, onClose }: Props) {
  const text = useText();
  const { linesOf } = useSettingLabels();
  const { message } = App.useApp();
  const edit = useStaleEdit(view, onClose);
  const form = useContractForm<typeof people.updateSettings, SettingValues>(people.updateSettings, {
    request: (values) => {
      const { revision, own } = edit.base();
      return { params: { organizationId }, body: { revision, own: ownAfter(name, own, values) } };
    },
    refreshes: [people.getSettings],
    onFailed: edit.caught,
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  const choice = Form.useWatch('choice', form.form) ?? valuesOf(name, view).choice;
  const choices = [
    { value: 'inherit', label: text('settings.inherit') },
    { value: 'own', label: text(`settings.choices.${name}.own`) },
    ...(name === 'reminders' ? [] : [{ value: 'none', label: text(`settings.choices.${name}.none`) }]),
  ];
  const said = (own: SettingsView['own']) => linesOf(name, own).join(text('app.separator'));
  return (
    <FormDrawer
      open
      title={text('settings.changeNamed', { name: text(`settings.name.${name}`) })}
      form={form}
      onClose={onClose}
      initialValues={valuesOf(name, view)}
      submitLabel={text('app.save')}
    >
      {edit.theirs && (
        <StaleNotice
          differences={[
            {
              label: text(`settings.name.${name}`),
              theirs: said(edit.theirs.own),
              mine: said(ownAfter(name, edit.theirs.own, form.form.getFieldsValue())),
            },
          ]}
          onTakeTheirs={edit.takeTheirs}
          onKeepMine={() => edit.keepMine(form.submit)}
        />
      )}
      <Form.Item name="choice" label={text('settings.choice')}>
        <Radio.Group className={css.choices ?? ''} options={choices} />
      </Form.Item>
      {choice === 'own' && name === 'reminders' && <ReminderFields />}
      {choice === 'own' && name === 'quietHours' && <QuietFields />}
    </FormDrawer>
  );
}
