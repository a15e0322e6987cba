import { people } from '@dangxiao/contracts';
import { useStaleEdit } from '@dangxiao/web-kit';
import { App, Form, Radio } from 'antd';
import { FormDrawer, StaleNotice, useContractForm } from '../../app/ui/index.ts';
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

/** One setting as the organization says it; undefined where it inherits. */
interface Said {
  said: SettingsView['own'][EditableName];
}

/** What the organization says about one setting: nothing, so that it inherits, or something of its own. */
export function SettingDrawer({ name, view, organizationId, onClose }: Props) {
  const text = useText();
  const { linesOf } = useSettingLabels();
  const { message } = App.useApp();
  const said = (own: SettingsView['own']) => linesOf(name, own).join(text('app.separator'));
  const edit = useStaleEdit<SettingsView, Said>(view, {
    fields: {
      said: {
        label: text(`settings.name.${name}`),
        of: ({ own }) => own[name],
        show: (value: SettingsView['own'][EditableName]) => said({ [name]: value }),
      },
    },
    onTakeTheirs: onClose,
  });
  const saidBy = (values: SettingValues): Said => ({ said: ownAfter(name, {}, values)[name] });
  const form = useContractForm<typeof people.updateSettings, SettingValues>(people.updateSettings, {
    request: (values) => {
      const { revision, own } = edit.base();
      return { params: { organizationId }, body: { revision, own: ownAfter(name, own, values) } };
    },
    refreshes: [people.getSettings],
    overtaken: (failure, values, save) => edit.caught(failure, saidBy(values), save),
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
  const values = Form.useWatch((all) => all, form.form) as SettingValues | undefined;
  return (
    <FormDrawer
      open
      title={text('settings.changeNamed', { name: text(`settings.name.${name}`) })}
      form={form}
      onClose={onClose}
      initialValues={valuesOf(name, view)}
      submitLabel={text('app.save')}
    >
      {values && <StaleNotice edit={edit} mine={saidBy(values)} save={form.submit} />}
      <Form.Item name="choice" label={text('settings.choice')}>
        <Radio.Group className={css.choices ?? ''} options={choices} />
      </Form.Item>
      {choice === 'own' && name === 'reminders' && <ReminderFields />}
      {choice === 'own' && name === 'quietHours' && <QuietFields />}
    </FormDrawer>
  );
}
