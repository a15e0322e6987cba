import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './list.module.css';

interface Props {
  /** What can be hidden. */
  columns: readonly { key: string; title: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns a list shows; the choice is kept on this device. */
export function ColumnChoice({ columns, hidden, onChange }: Props) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const count = columns.filter(({ key }) => hidden.includes(key)).length;
  return (
    <>
      <Button icon={<TableOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {count > 0 ? text('app.list.columnsHidden', { count }) : text('app.list.columns')}
      </Button>
      <Modal
        open={open}
        width={400}
        title={text('app.list.columnsTitle')}
        onCancel={() => setOpen(false)}
        footer={
          <div className={css.choiceEnd}>
            <Button onClick={() => onChange([])} disabled={count === 0}>
              {text('app.list.allColumns')}
            </Button>
            <Button type="primary" onClick={() => setOpen(false)}>
              {text('app.list.done')}
            </Button>
          </div>
        }
      >
        <Checkbox.Group
          className={css.choices ?? ''}
          value={columns.map(({ key }) => key).filter((key) => !hidden.includes(key))}
          onChange={(shown) => onChange(columns.map(({ key }) => key).filter((key) => !shown.includes(key)))}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
        />
      </Modal>
    </>
  );
}
