import { peopleEntities } from '../modules/people/entities/index.ts';
import { accountsEntities } from '../modules/accounts/entities/index.ts';
import { schoolEntities } from '../modules/school/entities/index.ts';
import { auditEntities } from '../modules/audit/entities/index.ts';
import { mediaEntities } from '../modules/media/entities/index.ts';
import { questionsEntities } from '../modules/questions/entities/index.ts';
import { catalogEntities } from '../modules/catalog/entities/index.ts';
import { examsEntities } from '../modules/exams/entities/index.ts';
import { learningEntities } from '../modules/learning/entities/index.ts';
import { creditsEntities } from '../modules/credits/entities/index.ts';
import { assignmentsEntities } from '../modules/assignments/entities/index.ts';
import { noticesEntities } from '../modules/notices/entities/index.ts';
import { reportsEntities } from '../modules/reports/entities/index.ts';
import { importsEntities } from '../modules/imports/entities/index.ts';
import { exportsEntities } from '../modules/exports/entities/index.ts';

/** Every entity, area by area, named one by one: no search by file pattern at start. */
export const entities = [
  ...peopleEntities,
  ...accountsEntities,
  ...schoolEntities,
  ...auditEntities,
  ...mediaEntities,
  ...questionsEntities,
  ...catalogEntities,
  ...examsEntities,
  ...learningEntities,
  ...creditsEntities,
  ...assignmentsEntities,
  ...noticesEntities,
  ...reportsEntities,
  ...importsEntities,
  ...exportsEntities,
];
