import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type ButtonProps, type MenuProps } from 'antd';
import { useRef } from 'react';

type Items = { key: string; label: string; danger?: boolean }[];

interface Props extends Omit<ButtonProps, 'onClick'> {
  items: Items;
  onChoose: (key: string) => void;
}

/** A button that opens a menu. From the keyboard the first item is focused at once, and what is chosen starts from the button. */
export function MenuButton({ items, onChoose, children, ...button }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
  const menu: MenuProps = {
    items,
    onClick: ({ key, domEvent }) => {
      domEvent.preventDefault(); // else Enter also presses what is focused next: the close button of the dialog
      opener.current?.focus(); // a dialog that opens now returns the focus to here
      onChoose(key);
    },
  };
  return (
    <Dropdown trigger={['click']} autoFocus menu={menu}>
      <Button ref={opener} aria-haspopup="menu" {...button}>
        {children}
        {!button.icon && <DownOutlined aria-hidden style={{ fontSize: 10 }} />}
      </Button>
    </Dropdown>
  );
}
