import { Export } from './export.ts';

export const exportsEntities = [Export];
