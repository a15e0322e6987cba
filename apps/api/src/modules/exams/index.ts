export { ExamsModule } from './exams.module.ts';
export { concernedExam, sittingTables } from './concerned-exam.ts';
