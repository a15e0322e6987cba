import { media, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ListTable, type ListColumn } from '../../../app/list/index.ts';
import { MediaTag } from '../../../app/upload/MediaStatus.tsx';
import { useText } from '../../../i18n/use-text.ts';

type Row = ResponseOf<typeof media.listMedia>['items'][number];

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
  const columns: ListColumn<Row>[] = [
    { key: 'title', role: 'name', title: text('media.title'), width: 240 },
    { key: 'state', title: text('courses.state.label'), width: 110, show: (row) => <MediaTag state={row.state} /> },
    {
      key: 'durationMs',
      title: text('courses.length'),
      width: 120,
      show: ({ durationMs }) => (durationMs === null ? '—' : format.length(durationMs)),
    },
    {
      key: 'use',
      role: 'actions',
      title: text('courses.lesson.use'),
      width: 90,
      show: ({ id }) => (
        <Button
          onClick={() => {
            onPick(id);
            onClose();
          }}
        >
          {text('courses.lesson.use')}
        </Button>
      ),
    },
  ];
  return (
    <Modal
      open={open}
      title={text('courses.lesson.fromStock')}
      width={760}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <ListTable<Row>
        name="stock"
        label={text('courses.lesson.fromStock')}
        columns={columns}
        pages={pages}
        search={{ label: text('media.search'), value: q, onChange: setQ }}
        empty={text('media.none')}
      />
    </Modal>
  );
}
