export { createSchool, type NewSchool } from './create-school.ts';
