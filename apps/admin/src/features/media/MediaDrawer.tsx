import { media as mediaApi } from '@dangxiao/contracts';
import { call, refresh, useEndpoint } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, useConfirm } from '../../app/ui/index.ts';
import { MediaCard, type Media } from '../../app/upload/MediaStatus.tsx';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { Subtitles } from './Subtitles.tsx';

const pollMs = 1500;
const working = (media: Media | undefined) =>
  media?.state === 'uploaded' || media?.state === 'processing' ? pollMs : (false as const);

/** One lecture: state, subtitles, where it is used. */
export function MediaDrawer({ mediaId, onClose }: { mediaId: string; onClose: () => void }) {
  const text = useText();
  const found = useEndpoint(
    mediaApi.getMedia,
    { params: { mediaId } },
    { enabled: mediaId !== '', refetchInterval: working },
  );
  return (
    <Drawer
      open={mediaId !== ''}
      title={text('media.one')}
      size={600}
      onClose={onClose}
      destroyOnHidden
      closable={{ 'aria-label': text('app.close') }}
    >
      <Loaded query={found}>{(media) => <Content media={media} onClose={onClose} />}</Loaded>
    </Drawer>
  );
}

function Content({ media, onClose }: { media: Media; onClose: () => void }) {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const client = useQueryClient();
  const remove = () =>
    confirm({
      title: text('media.removeTitle', { title: media.title }),
      consequence: text('media.removeConsequence'),
      action: text('media.remove'),
      danger: true,
      run: async () => {
        await call(mediaApi.deleteMedia, { params: { mediaId: media.id } });
        onClose();
        await refresh(client, [mediaApi.listMedia]);
      },
    });
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <MediaCard media={media} />
      <Subtitles media={media} />
      <section>
        <h3>{text('media.usedIn')}</h3>
        {media.usedIn.length === 0 ? (
          <p>{text('media.unused')}</p>
        ) : (
          <ul>
            {media.usedIn.map((use) => (
              <li key={`${use.courseId}-${use.lessonTitle}`}>
                <Link to={paths.course(use.courseId)}>{use.courseTitle}</Link> · {use.lessonTitle}
              </li>
            ))}
          </ul>
        )}
      </section>
      {may('media.write') && media.usedIn.length === 0 && (
        <div>
          <Button danger onClick={remove}>
            {text('media.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}
