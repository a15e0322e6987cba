import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import css from './policies.module.css';

/** What a lecture of some length is worth, one row a tier. */
export function TierFields() {
  const text = useText();
  return (
    <fieldset className={css.group}>
      <legend>{text('policies.lecture')}</legend>
      <Form.List name="lectureTiers">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={css.tier}>
                <Form.Item name={[name, 'bound']} noStyle>
                  <Select
                    aria-label={text('policies.bound')}
                    style={{ width: 110 }}
                    options={[
                      { value: 'atLeast', label: text('policies.boundAtLeast') },
                      { value: 'above', label: text('policies.boundAbove') },
                    ]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'minutes']} noStyle>
                  <InputNumber
                    aria-label={text('policies.minutes')}
                    min={0}
                    max={1440}
                    precision={0}
                    suffix={text('policies.minutesUnit')}
                    style={{ width: 150 }}
                  />
                </Form.Item>
                <span>{text('policies.counts')}</span>
                <Form.Item name={[name, 'hours']} noStyle>
                  <InputNumber
                    aria-label={text('policies.hours')}
                    stringMode
                    min="0"
                    max="100"
                    step="0.25"
                    precision={2}
                    suffix={text('policies.hoursUnit')}
                    style={{ width: 150 }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('policies.removeTier')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {rows.length < 10 && (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ bound: 'atLeast', hours: '1.00' })}>
                {text('policies.addTier')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
