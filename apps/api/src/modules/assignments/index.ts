export { AssignmentsModule } from './assignments.module.ts';
export { TargetsWorker } from './targets-worker.ts';
export { assignmentDetail } from './assignments.queries.ts';
export { targetConditions, targetStates, targetTables } from './targets.sql.ts';
