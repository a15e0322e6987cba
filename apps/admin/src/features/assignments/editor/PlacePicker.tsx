import { Button, Modal, Segmented, Tree } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useScope } from '../../../app/shell/scope.tsx';
import { useTree, type TreeNode } from '../../../app/shell/use-tree.ts';
import { Failed, OrganizationSelect, Waiting } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names } from '../use-labels.ts';

interface PlaceOf {
  organizationId: string;
  subtree: boolean;
}
interface Props {
  places: PlaceOf[];
  names: Names;
  onChange: (places: PlaceOf[], names: Names) => void;
}

/** Organizations from the tree, each with or without what is below it. */
export function PlacePicker({ places, names, onChange }: Props) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const turn = (organizationId: string, subtree: boolean) =>
    onChange(
      places.map((place) => (place.organizationId === organizationId ? { organizationId, subtree } : place)),
      {},
    );
  return (
    <>
      {places.map(({ organizationId, subtree }) => (
        <div key={organizationId} className={css.place}>
          <span>{names[organizationId]}</span>
          <span className={css.endGroup}>
            <Segmented
              size="small"
              aria-label={names[organizationId] ?? ''}
              value={subtree ? 'below' : 'alone'}
              onChange={(value) => turn(organizationId, value === 'below')}
              options={[
                { value: 'below', label: text('assignments.who.withBelow') },
                { value: 'alone', label: text('assignments.who.alone') },
              ]}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={text('assignments.what.remove', { title: names[organizationId] ?? '' })}
              onClick={() =>
                onChange(
                  places.filter((place) => place.organizationId !== organizationId),
                  {},
                )
              }
            />
          </span>
        </div>
      ))}
      <div>
        <Button onClick={() => setOpen(true)}>{text('assignments.who.pick')}</Button>
      </div>
      {open && (
        <PlaceModal
          chosen={places.map((place) => place.organizationId)}
          names={names}
          onClose={() => setOpen(false)}
          onDone={(ids, found) => {
            const before = new Map(places.map((place) => [place.organizationId, place]));
            onChange(
              ids.map((organizationId) => before.get(organizationId) ?? { organizationId, subtree: true }),
              found,
            );
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface ModalProps {
  chosen: string[];
  names: Names;
  onClose: () => void;
  onDone: (ids: string[], names: Names) => void;
}

function PlaceModal({ chosen, names, onClose, onDone }: ModalProps) {
  const text = useText();
  const { organization } = useScope();
  const [ids, setIds] = useState(chosen);
  const [found, setFound] = useState<Names>({});
  const [expanded, setExpanded] = useState<string[]>(() =>
    organization ? [...organization.ancestors.map(({ id }) => id), organization.id] : [],
  );
  const { nodes, failure, retry } = useTree(expanded);
  const known = { ...names, ...found };
  return (
    <Modal
      open
      title={text('assignments.who.pickTitle')}
      width={560}
      onCancel={onClose}
      okText={text('assignments.who.pickDone')}
      cancelText={text('app.cancel')}
      onOk={() => onDone(ids, found)}
    >
      <p className={css.hint}>{text('assignments.who.pickHint')}</p>
      {organization && (
        <OrganizationSelect
          label={text('assignments.who.find')}
          first={organization}
          onChange={(id, name) => {
            setFound((before) => ({ ...before, [id]: name }));
            setIds((before) => [...new Set([...before, id])]);
          }}
        />
      )}
      <div className={css.tree}>
        {failure ? (
          <Failed failure={failure} retry={retry} />
        ) : !nodes ? (
          <Waiting />
        ) : (
          <Tree<TreeNode>
            checkable
            checkStrictly
            selectable={false}
            blockNode
            motion={false}
            aria-label={text('assignments.who.pickTitle')}
            treeData={nodes}
            expandedKeys={expanded}
            onExpand={(keys) => setExpanded(keys.map(String))}
            checkedKeys={ids}
            onCheck={(_keys, { node, checked }) => {
              if (node.placeholder) return;
              const id = String(node.key);
              setFound((before) => ({ ...before, [id]: node.name }));
              setIds((before) => (checked ? [...before, id] : before.filter((one) => one !== id)));
            }}
            titleRender={({ name, members }) => (
              <span>
                {name} <span className={css.hint}>{members}</span>
              </span>
            )}
          />
        )}
      </div>
      <p className={css.hint} style={{ marginTop: 8 }}>
        {ids.flatMap((id) => known[id] ?? []).join(text('app.separator'))}
      </p>
    </Modal>
  );
}
