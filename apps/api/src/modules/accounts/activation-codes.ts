import { Injectable } from '@nestjs/common';
import type { RoleName } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Secrets } from '../../config/secrets.ts';
import type { Sql } from '../../database/sql.ts';
import { newCode, normaliseCode } from './code.ts';

const VALID_MS = 7 * 24 * 3_600_000;
/** Codes made in one go, some milliseconds: others are answered in between. */
const PART = 1_000;

export interface ActivationCode {
  id: string;
  purpose: 'activate' | 'reset';
  personId: string | null;
  accountId: string | null;
  role: RoleName | null;
  roleOrganizationId: string | null;
  suggestedLogin: string | null;
  createdBy: string | null;
}

/** What a code is issued for: a person, or (the first administrator) an account that stands for nobody. */
export type IssueFor = Partial<Omit<ActivationCode, 'id'>> & Pick<ActivationCode, 'purpose'>;

const columns = `c.id, c.purpose, c.person_id as "personId", c.account_id as "accountId", c.role, c.role_organization_id as "roleOrganizationId",
  c.suggested_login as "suggestedLogin", c.created_by as "createdBy"`;
const open = 'c.used_at is null and c.ended_at is null and c.expires_at > $2';

/** One-time codes: shown once, kept as a keyed hash, valid for 7 days, at most one open code for a person. */
@Injectable()
export class ActivationCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Ends the older codes of the same person (or, without a person, of the same role) and makes a new one. */
  async issue(tx: Sql, what: IssueFor): Promise<{ code: string; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const code = newCode();
    await tx.execute(
      `update activation_code set ended_at = $1
       where person_id is not distinct from $2 and role is not distinct from $3 and used_at is null and ended_at is null`,
      [now, what.personId ?? null, what.role ?? null],
    );
    await tx.execute(
      `insert into activation_code (person_id, account_id, purpose, code_hash, role, role_organization_id, suggested_login, expires_at,
         created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        what.personId ?? null,
        what.accountId ?? null,
        what.purpose,
        this.hash(code),
        what.role ?? null,
        what.roleOrganizationId ?? null,
        what.suggestedLogin ?? null,
        expiresAt,
        what.createdBy ?? null,
        now,
      ],
    );
    return { code, expiresAt };
  }

  /**
   * The same for many people without an account, who are locked by the caller. @returns the codes in the order of the people
   */
  async issueMany(
    tx: Sql,
    people: readonly string[],
    createdBy: string,
  ): Promise<{ codes: string[]; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const codes: string[] = [];
    for (let at = 0; at < people.length; at += PART) {
      const part = people.slice(at, at + PART);
      const made = part.map(() => newCode());
      const hashes = made.map((code) => this.hash(code));
      await tx.execute(
        `update activation_code set ended_at = $1
         where person_id = any($2::uuid[]) and role is null and used_at is null and ended_at is null`,
        [now, part],
      );
      await tx.execute(
        `insert into activation_code (person_id, purpose, code_hash, expires_at, created_by, created_at)
         select person_id, 'activate', code_hash, $3, $4, $5 from unnest($1::uuid[], $2::bytea[]) as n (person_id, code_hash)`,
        [part, hashes, expiresAt, createdBy, now],
      );
      codes.push(...made);
    }
    return { codes, expiresAt };
  }

  /** The open code that was typed; null when there is none, it was used, ended or is too old. */
  find(db: Sql, typed: string): Promise<ActivationCode | null> {
    return db.one(`select ${columns} from activation_code c where c.code_hash = $1 and ${open}`, [
      this.hash(typed),
      this.clock.now(),
    ]);
  }

  /** Uses a code up. Of two at once one gets it, the other null. */
  use(tx: Sql, typed: string): Promise<ActivationCode | null> {
    return tx.one(`update activation_code c set used_at = $2 where c.code_hash = $1 and ${open} returning ${columns}`, [
      this.hash(typed),
      this.clock.now(),
    ]);
  }

  /** Ends what was issued for a person and not yet used. */
  async endOf(tx: Sql, personId: string): Promise<void> {
    await tx.execute(
      'update activation_code set ended_at = $2 where person_id = $1 and used_at is null and ended_at is null',
      [personId, this.clock.now()],
    );
  }

  private hash(code: string): Buffer {
    return this.secrets.lookUpHash(normaliseCode(code), 'activation-code');
  }
}
