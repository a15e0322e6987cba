export { AssignmentsModule } from './assignments.module.ts';
export { Following } from './following.ts';
