import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { counter, personKind, position } from '@dangxiao/contracts';
import { yunnan2024Policy } from '@dangxiao/domain';
import { useKitText } from '@dangxiao/web-kit';
import { Button, Form, InputNumber, Select } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import css from './policies.module.css';

const known = yunnan2024Policy.requirements;
const sources = [...new Set(known.map(({ source }) => source))];

/** What people owe in a year, one block a requirement. */
export function RequirementFields() {
  const text = useText();
  const kit = useKitText();
  const options = (values: readonly string[], area: string) =>
    values.map((value) => ({ value, label: kit(`${area}.${value}`) }));
  const form = Form.useFormInstance();
  return (
    <fieldset className={css.group}>
      <legend>{text('policies.requirements')}</legend>
      <Form.List name="requirements">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={css.requirement}>
                <div className={css.two}>
                  <Form.Item name={[name, 'key']} label={text('policies.requirement')}>
                    <Select
                      options={options(
                        known.map((each) => each.key),
                        'requirement',
                      )}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'hours']} label={text('policies.perYear')}>
                    <InputNumber stringMode min="0" max="2000" step="1" precision={2} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name={[name, 'kinds']} label={text('policies.kinds')}>
                    <Select mode="multiple" options={options(personKind.options, 'personKind')} />
                  </Form.Item>
                  <Form.Item name={[name, 'positions']} label={text('policies.positions')}>
                    <Select
                      mode="multiple"
                      placeholder={text('policies.anyPosition')}
                      options={options(position.options, 'position')}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'counter']} label={text('policies.counterOf')}>
                    <Select options={options(counter.options, 'counter')} />
                  </Form.Item>
                  <Form.Item name={[name, 'source']} label={text('policies.source')}>
                    <Select
                      options={[...options(sources, 'requirementSource'), { value: '', label: text('policies.own') }]}
                    />
                  </Form.Item>
                </div>
                <Button icon={<DeleteOutlined aria-hidden />} onClick={() => remove(name)}>
                  {text('policies.removeRequirement')}
                </Button>
              </div>
            ))}
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                const used = new Set((form.getFieldValue('requirements') as { key: string }[]).map((each) => each.key));
                add(known.find(({ key }) => !used.has(key)) ?? known[0]);
              }}
            >
              {text('policies.addRequirement')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
