import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { Favourites } from './Favourites.tsx';
import { groupIcons } from './group-icons.ts';
import { PageLinks } from './PageLinks.tsx';
import { shownGroups } from './places.ts';
import css from './navigation.module.css';

/** The menu button of a narrow window, and the drawer with all groups and their pages. */
export function NavigationDrawer() {
  const text = useText();
  const may = useMay();
  const id = useId();
  const list = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        type="text"
        className={css.menu ?? ''}
        icon={<MenuOutlined aria-hidden />}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {text('app.nav.menu')}
      </Button>
      <Drawer
        open={open}
        placement="left"
        size={320}
        title={text('app.product')}
        closable={{ 'aria-label': text('app.close') }}
        classNames={{ body: css.drawer ?? '' }}
        afterOpenChange={(shown) => {
          if (shown) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
        }}
        onClose={close}
        destroyOnHidden
      >
        <nav ref={list} aria-label={text('app.nav.label')}>
          <Favourites onChosen={close} />
          {shownGroups(may).map((group) => {
            const Icon = groupIcons[group.id];
            return (
              <section key={group.id}>
                <h2 id={`${id}-${group.id}`} className={css.heading}>
                  <Icon aria-hidden />
                  {text(`app.nav.group.${group.id}`)}
                </h2>
                <PageLinks labelledBy={`${id}-${group.id}`} pages={group.pages} onChosen={close} />
              </section>
            );
          })}
        </nav>
      </Drawer>
    </>
  );
}
