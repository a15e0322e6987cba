export { Awards } from './awards.ts';
export { CreditsModule } from './credits.module.ts';
export { enactDefaultPolicy, Policies } from './policies.ts';
export { entryTables, entryTitle } from './entries.queries.ts';
