import { useFormat, type useHlsPlayer } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Controls } from './Controls.tsx';
import css from './learning.module.css';
import type { Lesson, Media } from './types.ts';
import type { Playback } from './use-playback.ts';
import { useQuietControls } from './use-quiet-controls.ts';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  frame: RefObject<HTMLDivElement | null>;
  lesson: Lesson;
  media: Media;
  stream: ReturnType<typeof useHlsPlayer>;
  playback: Playback;
  /** Furthest position that may be sought to, ms. */
  frontierMs: number;
  resumeMs: number;
  audioOnly: boolean;
}

export function Player({ video, frame, lesson, media, stream, playback, frontierMs, resumeMs, audioOnly }: Props) {
  const text = useText();
  const format = useFormat();
  const [begun, setBegun] = useState(false);
  const { quiet, wake } = useQuietControls(playback.playing);
  const failed = stream.status === 'failed';
  if (playback.playing && !begun) setBegun(true);
  return (
    <div ref={frame} className={css.player} onPointerMove={wake} onPointerDown={wake}>
      <video
        ref={video}
        playsInline
        preload="metadata"
        aria-label={lesson.title}
        {...(media.posterUrl ? { poster: media.posterUrl } : {})}
        onClick={playback.toggle}
      >
        {media.subtitles.map((track) => (
          <track key={track.url} kind="subtitles" src={track.url} srcLang={track.language} label={track.label} />
        ))}
      </video>
      {!begun && !failed && (
        <div className={css.overlay}>
          <button
            type="button"
            className={css.bigPlay}
            onClick={playback.starting ? undefined : playback.play}
            aria-disabled={playback.starting}
          >
            <IconPlayerPlayFilled size="1.2em" aria-hidden />
            {resumeMs > 0 ? text('lesson.resume', { position: format.clock(resumeMs) }) : text('lesson.play')}
          </button>
        </div>
      )}
      {failed && (
        <div className={css.overlay}>
          <Button variant="default" onClick={stream.retry}>
            {text('lesson.failed')} · {text('app.retry')}
          </Button>
        </div>
      )}
      <p className={message() ? css.message : ''} role="status">
        {message()}
      </p>
      {begun && (
        <Controls
          video={video}
          frame={frame}
          playback={playback}
          durationMs={lesson.durationMs}
          frontierMs={frontierMs}
          thumbnails={media.thumbnails}
          quiet={quiet}
        />
      )}
    </div>
  );

  function message() {
    if (playback.turnedBack) return text('lesson.noAhead');
    if (stream.status === 'interrupted') return text('lesson.interrupted');
    return audioOnly ? text('lesson.audioOn') : null;
  }
}
