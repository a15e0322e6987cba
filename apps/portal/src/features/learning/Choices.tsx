import type { useHlsPlayer } from '@dangxiao/web-kit';
import { IconHeadphones } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { Select } from './Select.tsx';
import type { Subtitles } from './use-subtitles.ts';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  /** Percent. */
  maxRate: number;
  stream: ReturnType<typeof useHlsPlayer>;
  subtitles: Subtitles;
  audioOnly: boolean;
  onAudioOnly: (audioOnly: boolean) => void;
}

const rates = [75, 100, 125, 150, 175, 200];

/** Speed (as the policy allows), quality, subtitles, sound alone: with words, below the picture. */
export function Choices({ video, maxRate, stream, subtitles, audioOnly, onAudioOnly }: Props) {
  const text = useText();
  const [rate, setRate] = useState(100);
  const pictures = stream.levels.filter(({ height }) => height > 0);
  return (
    <div className={css.choices}>
      <Select
        label={text('lesson.speed')}
        value={String(rate)}
        options={rates.filter((each) => each <= maxRate).map((each) => [String(each), `${each / 100}×`])}
        onChange={(value) => {
          setRate(Number(value));
          if (video.current) {
            video.current.defaultPlaybackRate = Number(value) / 100;
            video.current.playbackRate = Number(value) / 100;
          }
        }}
      />
      {!audioOnly && pictures.length > 1 && (
        <Select
          label={text('lesson.quality')}
          value={String(stream.level ?? 'auto')}
          options={[
            ['auto', text('lesson.auto')],
            ...pictures.map(({ index, height }): [string, string] => [String(index), text('lesson.lines', { height })]),
          ]}
          onChange={(value) => stream.setLevel(value === 'auto' ? null : Number(value))}
        />
      )}
      {subtitles.tracks.length > 0 && (
        <Select
          label={text('lesson.subtitles')}
          value={subtitles.language ?? ''}
          options={[
            ['', text('lesson.off')],
            ...subtitles.tracks.map(({ language, label }): [string, string] => [language, label]),
          ]}
          onChange={(value) => subtitles.choose(value || null)}
        />
      )}
      <button type="button" className={css.choice} aria-pressed={audioOnly} onClick={() => onAudioOnly(!audioOnly)}>
        <IconHeadphones size="1.2em" aria-hidden />
        {text('lesson.audio')}
      </button>
    </div>
  );
}
