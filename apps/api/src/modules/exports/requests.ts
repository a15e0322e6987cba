import {
  EXPORT_AS_OF,
  EXPORT_FILTERS,
  EXPORT_REQUIRED,
  exportColumnsOf,
  type ExportKind,
  type ExportQuery,
} from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';
import { can, type Actor } from '../../http/actor.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { Asked, Statement } from './sources/source.ts';
import { Sources } from './sources/sources.ts';

interface Body {
  kind: ExportKind;
  query: ExportQuery;
  asOf?: string | null | undefined;
}

/** What an export asks for, checked: filters and columns of its kind, days of the past, and the rights of the kind itself. */
@Injectable()
export class Requests {
  constructor(
    private readonly sources: Sources,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws ApiError not_allowed without the permission to read the list, validation_failed, *_not_found */
  async statement(sql: Sql, actor: Actor, body: Body): Promise<Statement> {
    this.check(actor, body);
    const source = this.sources.of(body.kind);
    await source.prepare?.();
    return source.statement(this.asked(sql, actor, body, { at: this.clock.now(), wholeNumbers: false }));
  }

  /** @param at when it was asked: decides whether the day is past, and by what was known it is shown */
  asked(
    sql: Sql,
    actor: Actor,
    { query, asOf }: Body,
    { at, wholeNumbers }: { at: Date; wholeNumbers: boolean },
  ): Asked {
    const past = asOf && this.isPast(asOf, at) ? { day: asOf, known: at } : null;
    return { sql, actor, query, asOf: past, wholeNumbers, now: this.clock.now(), zone: this.config.zone };
  }

  /** Is the day given and before the day of the instant? */
  isPast(asOf: string | null | undefined, at: Date): boolean {
    return Boolean(asOf) && asOf !== dayIn(this.config.zone, at);
  }

  checkColumns(kind: ExportKind, columns: readonly string[], asOf: string | undefined): void {
    const known: readonly string[] = exportColumnsOf(kind, this.isPast(asOf, this.clock.now()));
    columns.forEach((column, index) => {
      if (!known.includes(column) || columns.indexOf(column) !== index)
        throw fieldError(`columns.${index}`, 'invalid_value');
    });
  }

  private check(actor: Actor, { kind, query, asOf }: Body): void {
    if (!can(actor, this.sources.of(kind).permission)) throw new ApiError('not_allowed');
    const filters: readonly string[] = EXPORT_FILTERS[kind];
    for (const filter of Object.keys(query))
      if (!filters.includes(filter)) throw fieldError(`query.${filter}`, 'unrecognized_key');
    const required = EXPORT_REQUIRED[kind];
    if (required && query[required] === undefined) throw fieldError(`query.${required}`, 'required');
    if (!asOf) return;
    if (!(kind in EXPORT_AS_OF) || asOf > dayIn(this.config.zone, this.clock.now()))
      throw fieldError('asOf', 'invalid_value');
    if (this.isPast(asOf, this.clock.now()) && query.state && query.state !== 'active')
      throw fieldError('query.state', 'invalid_value');
  }
}
