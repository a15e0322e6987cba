import { examAdministration } from './exam-settings.ts';
import { examTime } from './exam-time.ts';
import { sittings } from './sittings.ts';

export { reveal } from './exam-settings.ts';
export { sittingState } from './sittings.ts';

export const exams = { ...examTime, ...examAdministration, ...sittings };
