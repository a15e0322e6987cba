import { Button } from 'antd';
import { useState } from 'react';
import { MoveDialog } from '../../app/move/MoveDialog.tsx';
import { MenuButton } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { CloseModal } from './CloseModal.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { MergeModal } from './MergeModal.tsx';
import { SplitDrawer } from './SplitDrawer.tsx';
import type { Organization } from './types.ts';

type Action = 'move' | 'merge' | 'split' | 'close' | 'history';

/** What can happen to an organization besides editing: each with its consequence said first. */
export function OrganizationActions({ organization, writes }: { organization: Organization; writes: boolean }) {
  const text = useText();
  const [action, setAction] = useState<Action | null>(null);
  const onClose = () => setAction(null);
  const inside = organization.parentId !== null;
  return (
    <>
      <Button onClick={() => setAction('history')}>{text('changes.history')}</Button>
      {writes && inside && (
        <MenuButton
          items={(['move', 'merge', 'split', 'close'] as const).map((key) => ({
            key,
            label: text(`changes.${key}`),
            danger: key === 'close',
          }))}
          onChoose={(key) => setAction(key as Action)}
        >
          {text('changes.more')}
        </MenuButton>
      )}
      {action === 'move' && <MoveDialog node={organization} onClose={onClose} />}
      {action === 'merge' && <MergeModal organization={organization} onClose={onClose} />}
      {action === 'split' && <SplitDrawer organization={organization} onClose={onClose} />}
      {action === 'close' && <CloseModal organization={organization} onClose={onClose} />}
      {action === 'history' && <HistoryDrawer organization={organization} writes={writes} onClose={onClose} />}
    </>
  );
}
