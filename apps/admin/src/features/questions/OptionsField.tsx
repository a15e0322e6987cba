import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { keys } from './values.ts';

/** Two to eight options, lettered in their order. */
export function OptionsField() {
  const text = useText();
  return (
    <Form.List name="options">
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={text('questions.options')}>
          {fields.map((field, index) => (
            <div key={field.key} style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
              <Form.Item {...field} noStyle>
                <Input
                  prefix={keys[index]}
                  maxLength={500}
                  aria-label={text('questions.option', { letter: keys[index] ?? '' })}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={text('questions.removeOption', { letter: keys[index] ?? '' })}
                disabled={fields.length <= 2}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < keys.length && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add('')}>
              {text('questions.addOption')}
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  );
}
