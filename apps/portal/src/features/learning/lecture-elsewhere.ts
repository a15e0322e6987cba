import { lazily } from '../../app/ui/lazily.tsx';

export const LectureElsewhere = lazily(async () => (await import('./LectureElsewhere.tsx')).LectureElsewhere);
