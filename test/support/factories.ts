import { randomBytes } from 'node:crypto';
import { dayIn, type OrganizationKind, type RoleName } from '@dangxiao/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../apps/api/src/config/clock.ts';
import { Pg } from '../../apps/api/src/database/pg.ts';
import { UnitOfWork } from '../../apps/api/src/database/unit-of-work.ts';
import { PRIVACY_NOTICE_VERSION } from '../../apps/api/src/http/privacy-notice.ts';
import { insertOrganization } from '../../apps/api/src/modules/people/index.ts';
import { createSchool } from '../../apps/api/src/modules/school/index.ts';
import { Sessions } from '../../apps/api/src/http/sessions.ts';
import type { Client } from './client.ts';

export interface Node {
  id: string;
  path: string;
}

export interface School {
  root: Node;
  /** Signed in, with the role school_administrator at the root. */
  administrator: SignedIn;
}

export interface SignedIn {
  client: Client;
  accountId: string;
  personId: string | null;
  login: string;
}

interface PersonOptions {
  organization: Node;
  name?: string;
  role?: RoleName;
  consented?: boolean;
}

const label = () => randomBytes(8).toString('hex');

/** Rows that most tests stand on: organizations, people and signed-in browsers. Each makes its own parents. */
export class Factories {
  private readonly app: NestFastifyApplication;
  private readonly clock: Clock;
  private readonly visitor: () => Client;

  constructor(app: NestFastifyApplication, clock: Clock, visitor: () => Client) {
    this.app = app;
    this.clock = clock;
    this.visitor = visitor;
  }

  private get pg(): Pg {
    return this.app.get(Pg);
  }

  async school(name = '测试党校'): Promise<School> {
    const zone = 'Asia/Shanghai';
    const root = await createSchool(this.pg, { name, rootCode: label(), zone, now: this.clock.now() });
    return { root, administrator: await this.administrator(root, 'school_administrator') };
  }

  async organization(
    parent: Node | null,
    options: { name?: string; kind?: OrganizationKind; code?: string } = {},
  ): Promise<Node> {
    const { name = `支部${label().slice(0, 4)}`, kind = 'branch', code = label() } = options;
    const now = this.clock.now();
    return insertOrganization(this.pg, { parent, name, code, kind, from: dayIn('Asia/Shanghai', now), now });
  }

  /** An account that stands for nobody, with a role at a node. */
  async administrator(organization: Node, role: RoleName = 'organization_administrator'): Promise<SignedIn> {
    return this.signedIn(null, organization, role, true);
  }

  /** A person of an organization with an account, signed in; a learner unless a role is named. */
  async person(options: PersonOptions): Promise<SignedIn & { personId: string }> {
    const { organization, name = '张三', role = 'learner', consented = true } = options;
    const now = this.clock.now();
    const row = await this.pg.one<{ id: string }>(
      `with p as (
         insert into person (name, initials, current_organization_id, current_kind, created_at) values ($1, 'zs', $2, 'full_member', $3)
         returning id),
       m as (
         insert into membership (person_id, organization_id, kind, valid_from, recorded_at)
         select id, $2, 'full_member', '2020-01-01', $3 from p)
       select id from p`,
      [name, organization.id, now],
    );
    if (!row) throw new Error('No person was made');
    return { ...(await this.signedIn(row.id, organization, role, consented)), personId: row.id };
  }

  /** A new browser with a session of the account. */
  async signIn(accountId: string): Promise<Client> {
    const client = this.visitor();
    const setCookie = (name: string, value: string) => client.cookies.set(name, value);
    const request = { headers: { 'user-agent': 'test browser' }, cookies: {}, ip: '127.0.0.1' } as unknown;
    const uow = this.app.get(UnitOfWork);
    await uow.run((tx) =>
      this.app.get(Sessions).open(tx, accountId, request as FastifyRequest, { setCookie } as unknown as FastifyReply),
    );
    return client;
  }

  private async signedIn(
    personId: string | null,
    organization: Node,
    role: RoleName,
    consented: boolean,
  ): Promise<SignedIn> {
    const login = `user-${label()}`;
    const now = this.clock.now();
    const row = await this.pg.one<{ id: string }>(
      `with a as (
         insert into account (person_id, login, consent_version, consented_at, created_at) values ($1, $2, $3, $4, $4) returning id),
       g as (
         insert into role_grant (account_id, role, organization_id, granted_at) select id, $5, $6, $4 from a)
       select id from a`,
      [personId, login, consented ? PRIVACY_NOTICE_VERSION : null, now, role, organization.id],
    );
    if (!row) throw new Error('No account was made');
    return { client: await this.signIn(row.id), accountId: row.id, personId, login };
  }
}
