import { useHlsPlayer } from '@dangxiao/web-kit';
import { useRef, useState } from 'react';
import { Failed } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Choices } from './Choices.tsx';
import css from './learning.module.css';
import { LectureElsewhere } from './lecture-elsewhere.ts';
import { LessonTabs } from './LessonTabs.tsx';
import { Player } from './Player.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import type { Course, Lesson, Media } from './types.ts';
import { usePlayback } from './use-playback.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { useSubtitles } from './use-subtitles.ts';
import { useWatch } from './use-watch.ts';

/** Closer to the end than this, a lecture begins again instead of resuming, ms. */
const endMs = 5_000;

interface Props {
  lesson: Lesson;
  media: Media;
  course: Course | undefined;
}

export function VideoLesson({ lesson, media, course }: Props) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [audioOnly, setAudioOnly] = useState(false);
  const [resumeMs] = useState(() =>
    lesson.progress.positionMs < lesson.durationMs - endMs ? lesson.progress.positionMs : 0,
  );
  const watch = useWatch(lesson);
  const completed = watch.state.progress.completedAt !== null;
  const stream = useHlsPlayer(video, audioOnly ? media.audioUrl : media.hlsUrl, resumeMs);
  const playback = usePlayback(video, watch, !completed, lesson.durationMs);
  const subtitles = useSubtitles(video, media.subtitles);
  usePlayerKeys({ video, frame, playback, subtitles });
  return (
    <div className={css.layout}>
      <div className={css.stage}>
        <Player
          video={video}
          frame={frame}
          lesson={lesson}
          media={media}
          stream={stream}
          playback={playback}
          frontierMs={completed ? lesson.durationMs : watch.state.frontierMs}
          resumeMs={resumeMs}
          audioOnly={audioOnly}
        />
        <ProgressPanel lesson={lesson} course={course} state={watch.state} onReplay={playback.seek} />
        {playback.failure && (
          <div className={css.progress}>
            <Failed failure={playback.failure} retry={playback.play} />
          </div>
        )}
        <Choices
          video={video}
          maxRate={lesson.maxRate}
          stream={stream}
          subtitles={subtitles}
          audioOnly={audioOnly}
          onAudioOnly={setAudioOnly}
        />
        <div className={css.titleBlock}>
          <p className={ui.hint}>
            {lesson.courseTitle} · {lesson.unitTitle}
          </p>
          <h1>{lesson.title}</h1>
          <p className={`${ui.hint} ${css.keys}`}>{text('lesson.keys')}</p>
        </div>
      </div>
      <div className={css.aside}>
        <LessonTabs lesson={lesson} course={course} />
      </div>
      <LectureElsewhere opened={playback.elsewhere !== null} playback={playback} />
    </div>
  );
}
