import { Alert, Button, Table } from 'antd';
import { useText } from '../../i18n/use-text.ts';

export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}
interface Props {
  differences: Difference[];
  /** Saves what was typed over what somebody else saved. */
  onKeepMine: () => void;
  /** Closes the form; what is saved stays. */
  onTakeTheirs: () => void;
}

/** Both versions of something that somebody else changed meanwhile, and the choice between them. */
export function StaleNotice({ differences, onKeepMine, onTakeTheirs }: Props) {
  const text = useText();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={text('changes.stale.title')}
      description={
        <>
          <Table<Difference>
            size="small"
            rowKey="label"
            pagination={false}
            dataSource={differences.filter(({ theirs, mine }) => theirs !== mine)}
            columns={[
              { title: text('changes.stale.field'), dataIndex: 'label' },
              { title: text('changes.stale.theirs'), dataIndex: 'theirs' },
              { title: text('changes.stale.mine'), dataIndex: 'mine' },
            ]}
          />
          <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
            <Button onClick={onTakeTheirs}>{text('changes.stale.takeTheirs')}</Button>
            <Button onClick={onKeepMine}>{text('changes.stale.keepMine')}</Button>
          </div>
        </>
      }
    />
  );
}
