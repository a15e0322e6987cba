export { AssignmentsModule } from './assignments.module.ts';
export { Following } from './following.ts';
export { assignmentDetail } from './assignments.queries.ts';
export { targetConditions, targetStates, targetTables } from './targets.sql.ts';
