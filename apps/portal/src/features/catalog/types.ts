import type { catalog, ResponseOf } from '@dangxiao/contracts';

export type Unit = ResponseOf<typeof catalog.getCourseContent>['units'][number];
