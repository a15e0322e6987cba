import { media, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, DataTable, Empty, Page, SearchField, useAsked, useFilters, When } from '../../app/ui/index.ts';
import { bytesText } from '../../app/upload/bytes.ts';
import { MediaTag } from '../../app/upload/MediaStatus.tsx';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { MediaDrawer } from './MediaDrawer.tsx';
import { UploadMedia } from './UploadMedia.tsx';

type Row = ResponseOf<typeof media.listMedia>['items'][number];
const unfiltered = { q: '', state: '', open: '' };
const states = ['uploaded', 'processing', 'ready', 'failed'] as const;
const pollMs = 2000;

export function Component() {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const { organizationId, name } = useScope();
  const [filters, change] = useFilters(unfiltered);
  const [uploading, setUploading] = useState(false);
  useAsked('create', () => setUploading(may('media.write')));
  const state = states.find((each) => each === filters.state);
  const query = { organizationId, q: filters.q || undefined, state };
  const pages = useEndpointPages(
    media.listMedia,
    { query },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const working = pages.items.some((row) => row.state === 'uploaded' || row.state === 'processing');
  const { retry } = pages;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(retry, pollMs);
    return () => clearInterval(timer);
  }, [working, retry]);
  const columns: TableColumnsType<Row> = [
    {
      title: text('media.title'),
      render: (_, row) => (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal' }}
          onClick={() => change({ open: row.id })}
        >
          {row.title}
        </Button>
      ),
    },
    {
      title: text('courses.state.label'),
      width: 150,
      render: (_, row) => (
        <>
          <MediaTag state={row.state} />
          {row.state === 'processing' && `${row.progress}%`}
        </>
      ),
    },
    {
      title: text('courses.length'),
      width: 110,
      align: 'right',
      render: (_, row) => (row.durationMs === null ? '—' : format.length(row.durationMs)),
    },
    {
      title: text('media.size'),
      width: 110,
      align: 'right',
      render: (_, row) => (row.sourceBytes > 0 ? bytesText(row.sourceBytes) : '—'),
    },
    { title: text('media.uses'), width: 110, align: 'right', render: (_, row) => row.usedIn.length },
    { title: text('media.uploaded'), width: 150, render: (_, row) => <When at={row.createdAt} /> },
  ];
  return (
    <Page
      title={text('app.nav.media')}
      subtitle={name}
      actions={
        may('media.write') && (
          <Button type="primary" onClick={() => setUploading(true)}>
            {text('media.upload.action')}
          </Button>
        )
      }
    >
      <DataTable<Row>
        label={text('app.nav.media')}
        columns={columns}
        pages={pages}
        minWidth={860}
        filters={
          <>
            <SearchField label={text('media.search')} value={filters.q} onChange={(q) => change({ q })} />
            <ChoiceFilter
              label={text('courses.state.label')}
              value={filters.state}
              all={text('courses.state.all')}
              choices={states}
              nameOf={(value) => text(`media.state.${value}`)}
              onChange={(value) => change({ state: value })}
            />
          </>
        }
        empty={<Empty>{text('media.none')}</Empty>}
      />
      <MediaDrawer mediaId={filters.open} onClose={() => change({ open: '' })} />
      {organizationId && (
        <UploadMedia open={uploading} organizationId={organizationId} onClose={() => setUploading(false)} />
      )}
    </Page>
  );
}
