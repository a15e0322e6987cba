import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Breadcrumb, Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { InboxBell } from './InboxBell.tsx';
import { Jump } from './Jump.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useScope } from './scope.tsx';
import css from './shell.module.css';

/** The way down to the scope, the jump search, language and account. */
export function TopBar({ treeOpen, onToggleTree }: { treeOpen: boolean; onToggleTree: () => void }) {
  const text = useText();
  const { organization, organizationId, name, choose, asOf, showDay } = useScope();
  const readsTree = useMay()('organizations.read');
  const trail = [...(organization?.ancestors ?? []), ...(organizationId && name ? [{ id: organizationId, name }] : [])];
  return (
    <header className={css.bar}>
      <Button
        type="text"
        icon={treeOpen ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        aria-label={text(treeOpen ? 'app.tree.hide' : 'app.tree.show')}
        aria-expanded={treeOpen}
        onClick={onToggleTree}
      />
      <nav aria-label={text('app.tree.trail')} className={css.trail}>
        <Breadcrumb
          items={trail.map((node, index) => ({
            key: node.id,
            title:
              index === trail.length - 1 ? (
                <span aria-current="true">{node.name}</span>
              ) : (
                <button type="button" className={css.crumb} onClick={() => choose(node.id)}>
                  {node.name}
                </button>
              ),
          }))}
        />
      </nav>
      {readsTree && (
        <DatePicker
          aria-label={text('changes.asOf')}
          placeholder={text('changes.asOfToday')}
          prefix={text('changes.asOf')}
          value={asOf ? dayjs(asOf) : null}
          onChange={(day: Dayjs | null) =>
            showDay(day && day.isBefore(dayjs(), 'day') ? day.format('YYYY-MM-DD') : undefined)
          }
          disabledDate={(day) => day.isAfter(dayjs(), 'day')}
          style={{ width: 216, flex: 'none' }}
        />
      )}
      <Jump />
      <InboxBell />
      <LanguageSwitch />
      <AccountMenu />
    </header>
  );
}
