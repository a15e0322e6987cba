import { Form, Input } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import css from './settings.module.css';

/** From when to when no e-mail goes out. */
export function QuietFields() {
  const text = useText();
  return (
    <div className={css.times}>
      {(['from', 'to'] as const).map((end) => (
        <Form.Item
          key={end}
          name={['own', 'quietHours', end]}
          label={text(`settings.field.${end}`)}
          extra={end === 'from' && text('settings.field.overNight')}
        >
          <Input type="time" />
        </Form.Item>
      ))}
    </div>
  );
}
