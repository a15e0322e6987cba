import { people } from '@dangxiao/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Radio } from 'antd';
import { useRef, useState } from 'react';
import { FormDrawer, StaleNotice, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { QuietFields } from './QuietFields.tsx';
import { ReminderFields } from './ReminderFields.tsx';
import { ownAfter, valuesOf, type EditableName, type SettingValues } from './setting-values.ts';
import css from './settings.module.css';
import { useSettingWords, type SettingsView } from './use-setting-words.ts';

interface Props {
  name: EditableName;
  view: SettingsView;
  organizationId: string;
  onClose: () => void;
}

/** What the organization says about one setting: nothing, so that it inherits, or something of its own. */
export function SettingDrawer({ name, view, organizationId, onClose }: Props) {
  const text = useText();
  const { linesOf } = useSettingWords();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [theirs, setTheirs] = useState<SettingsView | null>(null);
  const base = useRef(view);
  const form = useContractForm<typeof people.updateSettings, SettingValues>(people.updateSettings, {
    request: (values) => ({
      params: { organizationId },
      body: { revision: base.current.revision, own: ownAfter(name, base.current.own, values) },
    }),
    refreshes: [people.getSettings],
    onFailed: ({ code, params }) => {
      if (code !== 'stale_revision') return false;
      setTheirs(params.current as SettingsView);
      return true;
    },
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
      {theirs && (
        <StaleNotice
          differences={[
            {
              label: text(`settings.name.${name}`),
              theirs: said(theirs.own),
              mine: said(ownAfter(name, theirs.own, form.form.getFieldsValue())),
            },
          ]}
          onTakeTheirs={() => {
            void queryClient.invalidateQueries();
            onClose();
          }}
          onKeepMine={() => {
            base.current = theirs;
            setTheirs(null);
            form.submit();
          }}
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
