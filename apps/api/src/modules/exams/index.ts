export { ExamsModule } from './exams.module.ts';
export { concernedExam, attemptTables } from './concerned-exam.ts';
