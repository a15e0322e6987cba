import { media as mediaApi, type ResponseOf } from '@dangxiao/contracts';
import { useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button, Progress, Tag } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { bytesText } from './bytes.ts';
import css from './upload.module.css';

export type Media = ResponseOf<typeof mediaApi.getMedia>;

const tone = { uploaded: 'default', processing: 'processing', ready: 'success', failed: 'error' } as const;

export function MediaTag({ state }: { state: Media['state'] }) {
  const text = useText();
  return <Tag color={tone[state]}>{text(`media.state.${state}`)}</Tag>;
}

/** How far the processing is, or why it failed and the way to try again. */
function MediaProgress({ media }: { media: Media }) {
  const text = useText();
  const may = useMay();
  const retry = useMutationOf(mediaApi.retryMedia, { refreshes: [mediaApi.getMedia, mediaApi.listMedia] });
  if (media.state === 'ready') return null;
  if (media.state === 'failed') {
    return (
      <Alert
        type="error"
        showIcon
        title={text(`media.failure.${media.failure?.code ?? 'unknown'}`)}
        action={
          may('media.write') && (
            <Button loading={retry.isPending} onClick={() => retry.mutate({ params: { mediaId: media.id } })}>
              {text('media.retry')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <div>
      <Progress percent={media.progress} status="active" aria-label={text('media.processing')} />
      <span role="status">{text(`media.step.${media.step}`)}</span>
    </div>
  );
}

/** A lecture in stock: picture, length, state. */
export function MediaCard({ media }: { media: Media }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={css.media}>
      {media.posterUrl ? (
        <img className={css.poster} src={media.posterUrl} alt="" />
      ) : (
        <div className={css.poster} aria-hidden />
      )}
      <div className={css.facts}>
        <strong>{media.title}</strong>
        <span>
          <MediaTag state={media.state} />
          {media.durationMs !== null && ` ${format.length(media.durationMs)}`}
        </span>
        <span className={css.hint}>
          {[
            media.sourceBytes > 0 && `${media.sourceName} · ${bytesText(media.sourceBytes)}`,
            media.height !== null && text('media.lines', { count: media.height }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <MediaProgress media={media} />
      </div>
    </div>
  );
}
