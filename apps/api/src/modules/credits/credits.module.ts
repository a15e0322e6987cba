import { Module } from '@nestjs/common';
import { Awards } from './awards.ts';
import { Ledger } from './ledger.ts';
import { Policies } from './policies.ts';

@Module({ providers: [Policies, Ledger, Awards], exports: [Policies, Awards] })
export class CreditsModule {}
