import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.ts';
import { ListEvents } from './list-events.ts';
import { SealJob } from './seal-job.ts';

@Global()
@Module({ controllers: [ListEvents], providers: [Audit, SealJob], exports: [Audit] })
export class AuditModule {}
