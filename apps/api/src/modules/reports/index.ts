export { ReportsModule } from './reports.module.ts';
export { Standings } from './standings.ts';
