import { School } from './school.ts';

export const schoolEntities = [School];
