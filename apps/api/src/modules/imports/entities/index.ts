import { ImportBatch } from './import-batch.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportRow } from './import-row.ts';

export const importsEntities = [ImportBatch, ImportProgress, ImportRow];
