import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.ts';
import { ListEvents } from './list-events.ts';

@Global()
@Module({ controllers: [ListEvents], providers: [Audit], exports: [Audit] })
export class AuditModule {}
