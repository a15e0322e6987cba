export { ExamsModule } from './exams.module.ts';
