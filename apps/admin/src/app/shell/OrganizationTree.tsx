import { Skeleton, Tree, type TreeProps } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { MoveDialog, type Moved } from '../move/MoveDialog.tsx';
import { useMay } from '../use-may.ts';
import { Failed, Waiting } from '../ui/index.ts';
import { useScope } from './scope.tsx';
import css from './scope.module.css';
import { useTree, type TreeNode } from './use-tree.ts';

/** Opens to the scope, loads what is opened, chooses the scope. */
export function OrganizationTree({ onChosen }: { onChosen: () => void }) {
  const text = useText();
  const { organizationId, organization, choose, asOf } = useScope();
  const moves = useMay()('organizations.write') && !asOf;
  const [moving, setMoving] = useState<{ node: Moved; parent: Moved } | null>(null);
  const [expanded, setExpanded] = useState<string[]>([]);
  const { nodes, failure, retry } = useTree(expanded, asOf);

  const way = organization ? [...organization.ancestors.map(({ id }) => id), organization.id].join(' ') : '';
  useEffect(() => {
    if (way) setExpanded((open) => [...new Set([...open, ...way.split(' ')])]);
  }, [way]);

  if (failure) return <Failed failure={failure} retry={retry} />;
  if (!nodes) return <Waiting rows={8} />;
  const dropped: TreeProps<TreeNode>['onDrop'] = ({ dragNode, node, dropToGap }) => {
    if (dropToGap || node.placeholder || dragNode.placeholder) return;
    setMoving({
      node: { id: String(dragNode.key), name: dragNode.name },
      parent: { id: String(node.key), name: node.name },
    });
  };
  return (
    <>
      <Tree<TreeNode>
        draggable={moves ? { icon: false } : false}
        allowDrop={({ dragNode, dropNode, dropPosition }) =>
          dropPosition === 0 && !dropNode.children?.some(({ key }) => key === dragNode.key)
        }
        onDrop={dropped}
        blockNode
        motion={false}
        aria-label={text('app.tree.label')}
        treeData={nodes}
        expandedKeys={expanded}
        selectedKeys={organizationId ? [organizationId] : []}
        onExpand={(keys) => setExpanded(keys.map(String))}
        onSelect={(_keys, { node }) => {
          if (node.placeholder) return;
          choose(String(node.key));
          onChosen();
        }}
        titleRender={(node) =>
          node.placeholder ? (
            <Skeleton.Input active size="small" />
          ) : (
            <span className={css.node} title={node.name}>
              <span className={css.nodeName}>{node.name}</span>
              <span className={css.count} title={text('app.tree.members', { count: node.members })}>
                {node.members}
              </span>
            </span>
          )
        }
      />
      {moving && <MoveDialog {...moving} onClose={() => setMoving(null)} />}
    </>
  );
}
