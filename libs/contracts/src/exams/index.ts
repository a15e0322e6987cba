import { examAdministration } from './exam-settings.ts';
import { examTime } from './exam-time.ts';
import { attempts } from './attempts.ts';

export { reveal } from './exam-settings.ts';
export { attemptState } from './attempts.ts';

export const exams = { ...examTime, ...examAdministration, ...attempts };
