import {
  DesktopOutlined,
  DownOutlined,
  LogoutOutlined,
  MoonOutlined,
  SunOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useKitText, useMe, useModes, useSession } from '@dangxiao/web-kit';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import css from './shell.module.css';

/** Who is signed in, and what belongs to that account. */
export function AccountMenu() {
  const text = useText();
  const kit = useKitText();
  const me = useMe();
  const { leave } = useSession();
  const { scheme, toggleScheme } = useModes();
  const navigate = useNavigate();
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
          { key: 'leave', icon: <LogoutOutlined />, label: text('app.account.leave'), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" className={css.account ?? ''} aria-haspopup="menu">
        <span className={css.who}>
          <span>{me.person?.name ?? me.login}</span>
          {role && <span className={css.role}>{kit(`role.${role.role}`)}</span>}
        </span>
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
