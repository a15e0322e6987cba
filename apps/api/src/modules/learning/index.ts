export { LearningModule } from './learning.module.ts';
export { refusedSpans } from './refused.queries.ts';
