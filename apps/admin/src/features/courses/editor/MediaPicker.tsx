import { media } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { DataTable, Empty, SearchField } from '../../../app/ui/index.ts';
import { MediaTag } from '../../../app/upload/MediaStatus.tsx';
import { useText } from '../../../i18n/use-text.ts';

interface Props {
  open: boolean;
  organizationId: string;
  onClose: () => void;
  onPick: (mediaId: string) => void;
}

/** Takes a lecture that is in stock already. */
export function MediaPicker({ open, organizationId, onClose, onPick }: Props) {
  const text = useText();
  const format = useFormat();
  const [q, setQ] = useState('');
  const pages = useEndpointPages(media.listMedia, { query: { organizationId, q: q || undefined } }, { enabled: open });
  return (
    <Modal
      open={open}
      title={text('courses.lesson.fromStock')}
      width={760}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <DataTable
        label={text('courses.lesson.fromStock')}
        pages={pages}
        filters={<SearchField label={text('media.search')} value={q} onChange={setQ} />}
        columns={[
          { title: text('media.title'), dataIndex: 'title' },
          { title: text('courses.state.label'), width: 110, render: (_, row) => <MediaTag state={row.state} /> },
          {
            title: text('courses.length'),
            width: 120,
            render: (_, row) => (row.durationMs === null ? '—' : format.length(row.durationMs)),
          },
          {
            title: text('courses.lesson.use'),
            width: 90,
            render: (_, row) => (
              <Button
                onClick={() => {
                  onPick(row.id);
                  onClose();
                }}
              >
                {text('courses.lesson.use')}
              </Button>
            ),
          },
        ]}
        empty={<Empty>{text('media.none')}</Empty>}
      />
    </Modal>
  );
}
