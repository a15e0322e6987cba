import { media, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, useFilters, When } from '../../app/ui/index.ts';
import { bytesText } from '../../app/upload/bytes.ts';
import { MediaTag } from '../../app/upload/MediaStatus.tsx';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { MediaDrawer } from './MediaDrawer.tsx';
import { UploadMedia } from './UploadMedia.tsx';

type Row = ResponseOf<typeof media.listMedia>['items'][number];
const unfiltered = { q: '', state: '' };
const closed = { open: '' };
const states = ['uploaded', 'processing', 'ready', 'failed'] as const;
const pollMs = 2000;

export function Component() {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const { organizationId, name } = useScope();
  const list = useList(unfiltered);
  const [{ open }, change] = useFilters(closed);
  const [uploading, setUploading] = useState(false);
  useAsked('create', () => setUploading(may('media.write')));
  const state = states.find((each) => each === list.values.state);
  const query = { organizationId, q: list.values.q || undefined, state };
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
  const columns: ListColumn<Row>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('media.title'),
      width: 240,
      by: ({ title }) => title,
      show: (row) => (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
          onClick={() => change({ open: row.id })}
        >
          {row.title}
        </Button>
      ),
    },
    {
      key: 'state',
      title: text('courses.state.label'),
      width: 150,
      show: (row) => (
        <>
          <MediaTag state={row.state} />
          {row.state === 'processing' && `${row.progress}%`}
        </>
      ),
    },
    {
      key: 'durationMs',
      title: text('courses.length'),
      width: 110,
      align: 'right',
      by: ({ durationMs }) => durationMs,
      show: ({ durationMs }) => (durationMs === null ? '—' : format.length(durationMs)),
    },
    {
      key: 'sourceBytes',
      title: text('media.size'),
      width: 110,
      align: 'right',
      by: ({ sourceBytes }) => sourceBytes,
      show: ({ sourceBytes }) => (sourceBytes > 0 ? bytesText(sourceBytes) : '—'),
    },
    {
      key: 'usedIn',
      title: text('media.uses'),
      width: 110,
      align: 'right',
      by: ({ usedIn }) => usedIn.length,
      show: ({ usedIn }) => usedIn.length,
    },
    {
      key: 'createdAt',
      title: text('media.uploaded'),
      width: 150,
      by: ({ createdAt }) => createdAt,
      show: ({ createdAt }) => <When at={createdAt} />,
    },
  ];
  return (
    <ListPage<Row>
      name="media"
      title={text('app.nav.media')}
      subtitle={name}
      actions={
        may('media.write') && (
          <Button type="primary" onClick={() => setUploading(true)}>
            {text('media.upload.action')}
          </Button>
        )
      }
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('media.search'))}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('courses.state.label')}
          all={text('courses.state.all')}
          choices={states}
          nameOf={(value) => text(`media.state.${value}`)}
        />
      }
      empty={text('media.none')}
    >
      <MediaDrawer mediaId={open} onClose={() => change({ open: '' })} />
      {organizationId && (
        <UploadMedia open={uploading} organizationId={organizationId} onClose={() => setUploading(false)} />
      )}
    </ListPage>
  );
}
