import { Form, Input, Radio, Tag } from 'antd';
import { Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import { ContentFinder } from './ContentFinder.tsx';
import { Sortable } from './Sortable.tsx';
import type { Values } from './values.ts';

/** The first step: title, content in its order, required or elective. */
export function What({ values, change }: { values: Values; change: (some: Partial<Values>) => void }) {
  const text = useText();
  const radio = (required: boolean) => (
    <Radio value={required}>
      {text(required ? 'assignments.required' : 'assignments.elective')}
      <span className={css.hint}> {text(`assignments.what.${required ? 'requiredHint' : 'electiveHint'}`)}</span>
    </Radio>
  );
  return (
    <div className={css.stack}>
      <Section>
        <Form layout="vertical" requiredMark={false}>
          <Form.Item label={text('assignments.name')} htmlFor="assignment-title">
            <Input
              id="assignment-title"
              maxLength={120}
              value={values.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          </Form.Item>
          <Form.Item
            label={text('assignments.what.description')}
            htmlFor="assignment-description"
            extra={text('assignments.what.descriptionHint')}
          >
            <Input.TextArea
              id="assignment-description"
              maxLength={2000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={values.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={text('assignments.what.kind')} style={{ marginBottom: 0 }}>
            <Radio.Group
              vertical
              value={values.required}
              onChange={({ target }) => change({ required: Boolean(target.value) })}
            >
              {radio(true)}
              {radio(false)}
            </Radio.Group>
          </Form.Item>
        </Form>
      </Section>
      <div className={css.two}>
        <Section title={text('assignments.what.content')}>
          <ContentFinder
            chosen={values.items.map(({ id }) => id)}
            onAdd={(item) => change({ items: [...values.items, { ...item, outdated: false }] })}
          />
        </Section>
        <Section title={text('assignments.what.chosen')}>
          <p className={css.hint}>
            {text(values.items.length > 0 ? 'assignments.what.contentHint' : 'assignments.what.empty')}
          </p>
          <Sortable
            items={values.items}
            onChange={(items) => change({ items })}
            note={({ kind, outdated }) => (
              <>
                {outdated && (
                  <Tag color="orange" title={text('assignments.what.outdatedHint')}>
                    {text('assignments.what.outdated')}
                  </Tag>
                )}
                <Tag>{text(`assignments.what.one.${kind}`)}</Tag>
              </>
            )}
          />
        </Section>
      </div>
    </div>
  );
}
