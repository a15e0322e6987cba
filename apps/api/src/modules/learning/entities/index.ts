import { LessonProgress } from './lesson-progress.ts';
import { PlaybackLease } from './playback-lease.ts';
import { WatchHeartbeat } from './watch-heartbeat.ts';

export const learningEntities = [LessonProgress, PlaybackLease, WatchHeartbeat];
