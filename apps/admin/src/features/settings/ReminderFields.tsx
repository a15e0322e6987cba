import { Form, Select, Switch } from 'antd';
import { useText } from '../../i18n/use-text.ts';

const offered = [1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90];
const never = { toForm: (days: number | null) => ({ value: days ?? 0 }), fromForm: (days: number) => days || null };

/** When the learner is reminded, and from when on others are told. */
export function ReminderFields() {
  const text = useText();
  const several = offered.map((count) => ({ value: count, label: text('settings.days', { count }) }));
  const late = [
    { value: 0, label: text('settings.never') },
    ...offered.map((count) => ({ value: count, label: text('settings.lateBy', { count }) })),
  ];
  return (
    <>
      <Form.Item
        name={['own', 'reminders', 'beforeDays']}
        label={text('settings.field.beforeDays')}
        extra={text('settings.field.daysHint')}
      >
        <Select mode="multiple" maxCount={5} options={several} />
      </Form.Item>
      <Form.Item
        name={['own', 'reminders', 'atDeadline']}
        label={text('settings.field.atDeadline')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item
        name={['own', 'reminders', 'afterDays']}
        label={text('settings.field.afterDays')}
        extra={text('settings.field.daysHint')}
      >
        <Select mode="multiple" maxCount={5} options={several} />
      </Form.Item>
      {(['secretaryAfterDays', 'superiorAfterDays'] as const).map((who) => (
        <Form.Item
          key={who}
          name={['own', 'reminders', who]}
          label={text(`settings.field.${who}`)}
          getValueProps={never.toForm}
          normalize={never.fromForm}
        >
          <Select options={late} />
        </Form.Item>
      ))}
    </>
  );
}
