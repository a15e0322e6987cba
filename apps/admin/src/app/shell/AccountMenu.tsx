import {
  DesktopOutlined,
  DownOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MoonOutlined,
  SunOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { changeLanguage, useKitText, useMe, useModes, useSession } from '@dangxiao/web-kit';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { forget } from './kept.ts';
import css from './shell.module.css';

/** Who is signed in, and what belongs to that account. */
export function AccountMenu() {
  const text = useText();
  const kit = useKitText();
  const me = useMe();
  const { leave } = useSession();
  const { scheme, toggleScheme } = useModes();
  const navigate = useNavigate();
  const { i18n } = useTranslation('app');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const name = me.person?.name ?? me.login;
  const role = me.grants[0];
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'me',
            icon: <UserOutlined />,
            label: text('app.account.mine'),
            onClick: () => void navigate(paths.me()),
          },
          {
            key: 'scheme',
            icon: scheme === 'dark' ? <SunOutlined /> : <MoonOutlined />,
            label: text(scheme === 'dark' ? 'app.account.light' : 'app.account.dark'),
            onClick: toggleScheme,
          },
          {
            key: 'language',
            icon: <GlobalOutlined />,
            label: <span lang={other}>{other === 'en' ? 'English' : '中文'}</span>,
            onClick: () => void changeLanguage(i18n, other),
          },
          ...(me.person
            ? [
                {
                  key: 'portal',
                  icon: <DesktopOutlined />,
                  label: <a href={paths.portal()}>{text('app.account.portal')}</a>,
                },
              ]
            : []),
          { type: 'divider' },
          {
            key: 'leave',
            icon: <LogoutOutlined />,
            label: text('app.account.leave'),
            onClick: () => {
              forget(me.accountId);
              void leave();
            },
          },
        ],
      }}
    >
      <Button type="text" className={css.account ?? ''} aria-haspopup="menu">
        <UserOutlined aria-hidden className={css.face ?? ''} />
        <span className={css.who}>
          <span>{name}</span>
          {role && <span className={css.role}>{kit(`role.${role.role}`)}</span>}
        </span>
        <DownOutlined aria-hidden className={css.caret ?? ''} />
      </Button>
    </Dropdown>
  );
}
