import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Breadcrumb, Button } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Jump } from './Jump.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useScope } from './scope.tsx';
import css from './shell.module.css';

/** The way down to the scope, the jump search, language and account. */
export function TopBar({ treeOpen, onToggleTree }: { treeOpen: boolean; onToggleTree: () => void }) {
  const text = useText();
  const { organization, organizationId, name, choose } = useScope();
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
      <Jump />
      <LanguageSwitch />
      <AccountMenu />
    </header>
  );
}
