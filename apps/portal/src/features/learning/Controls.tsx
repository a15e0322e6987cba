import { useFormat } from '@dangxiao/web-kit';
import {
  IconMaximize,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { toggleFullscreen } from './fullscreen.ts';
import css from './learning.module.css';
import { SeekBar } from './SeekBar.tsx';
import type { Media } from './types.ts';
import type { Playback } from './use-playback.ts';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  frame: RefObject<HTMLDivElement | null>;
  playback: Playback;
  durationMs: number;
  frontierMs: number;
  thumbnails: Media['thumbnails'];
  quiet: boolean;
}

export function Controls({ video, frame, playback, durationMs, frontierMs, thumbnails, quiet }: Props) {
  const text = useText();
  const format = useFormat();
  const [muted, setMuted] = useState(false);
  const { playing, positionMs, toggle, seek } = playback;
  const mute = () => {
    if (video.current) video.current.muted = !muted;
    setMuted(!muted);
  };
  return (
    <div className={quiet ? `${css.controls} ${css.controlsQuiet}` : css.controls}>
      <button
        type="button"
        className={css.control}
        onClick={toggle}
        aria-label={text(playing ? 'lesson.pause' : 'lesson.play')}
      >
        {playing ? <IconPlayerPauseFilled size={22} aria-hidden /> : <IconPlayerPlayFilled size={22} aria-hidden />}
      </button>
      <button
        type="button"
        className={css.control}
        onClick={() => seek(positionMs - 10_000)}
        aria-label={text('lesson.back10')}
      >
        <IconRewindBackward10 size={22} aria-hidden />
      </button>
      <SeekBar
        positionMs={positionMs}
        durationMs={durationMs}
        frontierMs={frontierMs}
        thumbnails={thumbnails}
        onSeek={seek}
      />
      <span className={css.time}>
        {text('lesson.position', { position: format.clock(positionMs), whole: format.clock(durationMs) })}
      </span>
      <button
        type="button"
        className={`${css.control} ${css.sound}`}
        onClick={mute}
        aria-label={text(muted ? 'lesson.unmute' : 'lesson.mute')}
      >
        {muted ? <IconVolumeOff size={22} aria-hidden /> : <IconVolume size={22} aria-hidden />}
      </button>
      <button
        type="button"
        className={css.control}
        onClick={() => toggleFullscreen(frame.current, video.current)}
        aria-label={text('lesson.fullscreen')}
      >
        <IconMaximize size={22} aria-hidden />
      </button>
    </div>
  );
}
