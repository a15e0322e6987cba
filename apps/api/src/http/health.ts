import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ConnectionGuard } from '../database/connection-guard.ts';
import { isFormerDatabase, missingMigrations, unknownMigrations } from '../database/migration-state.ts';
import { Pg } from '../database/pg.ts';
import { rules } from './route.ts';

/** `/api/health/live`: the process answers. `/api/health/ready`: it can serve, i.e. the database is there and of this version. */
@Injectable()
export class Health implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly pg: Pg,
    private readonly guard: ConnectionGuard,
  ) {}

  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance();
    const config = rules('public');
    instance.route({ method: 'GET', url: '/api/health/live', config, handler: async () => ({ status: 'live' }) });
    instance.route({
      method: 'GET',
      url: '/api/health/ready',
      config,
      handler: async (_request, reply) => {
        const reason = await this.reasonNotReady();
        return reply.code(reason ? 503 : 200).send(reason ? { status: 'not ready', reason } : { status: 'ready' });
      },
    });
  }

  private async reasonNotReady(): Promise<string | null> {
    const query = async (sql: string) => ({ rows: await this.pg.query(sql) });
    try {
      if ((await this.guard.refusal()) !== null) return 'connections to the database are refused, the log says why';
      if (await isFormerDatabase(query)) return 'the database was made before the first release';
      if ((await missingMigrations(query)).length > 0) return 'migrations are missing';
      if ((await unknownMigrations(query)).length > 0) return 'the database is newer';
      return null;
    } catch {
      return 'the database does not answer';
    }
  }
}
