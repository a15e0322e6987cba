import { Button } from 'antd';
import { useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  title: string;
  archived: boolean;
  onEdit: () => void;
  onArchive: (archived: boolean) => Promise<unknown>;
}

/** Edit and archive a programme or an audience; what is archived can be restored. */
export function OwnedActions({ title, archived, onEdit, onArchive }: Props) {
  const text = useText();
  const confirm = useConfirm();
  if (archived)
    return (
      <Button size="small" onClick={() => void onArchive(false)}>
        {text('assignments.programmes.restore')}
      </Button>
    );
  return (
    <span style={{ display: 'flex', gap: 8 }}>
      <Button size="small" onClick={onEdit} aria-label={`${text('app.edit')} ${title}`}>
        {text('app.edit')}
      </Button>
      <Button
        size="small"
        onClick={() =>
          confirm({
            title: text('assignments.programmes.archiveTitle', { name: title }),
            consequence: text('assignments.programmes.archiveNote'),
            action: text('assignments.programmes.archive'),
            run: () => onArchive(true),
            done: text('assignments.programmes.archivedDone'),
          })
        }
      >
        {text('assignments.programmes.archive')}
      </Button>
    </span>
  );
}
