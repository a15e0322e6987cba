import type { ExemptionKind } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { openExemption } from './exemptions.ts';
import { openMembership, type MembershipState } from './memberships.ts';
import type { SealedNumber } from './personal-numbers.ts';
import { personInitials } from './pinyin.ts';

export interface NewPerson {
  name: string;
  phone: SealedNumber;
  identity: SealedNumber;
  exempt: boolean;
  /** Why somebody is exempt; aged when nothing is said, the commonest. */
  exemptKind?: ExemptionKind | undefined;
  exemptReason: string | null;
  employerId?: string | null;
  membership: MembershipState;
  /** First day of the membership. */
  since: string;
  now: Date;
}

/** The person and the first membership. Numbers in use violate `person_phone` and `person_identity`. */
export async function insertPerson(tx: Sql, what: NewPerson): Promise<{ id: string }> {
  const { phone, identity, membership } = what;
  const row = await tx.one<{ id: string }>(
    `insert into person (name, initials, phone_cipher, phone_hash, phone_last4, identity_cipher, identity_hash, identity_last4, exempt,
       exempt_reason, current_organization_id, current_kind, current_position, created_at, employer_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      what.name,
      personInitials(what.name),
      phone.cipher,
      phone.hash,
      phone.last4,
      identity.cipher,
      identity.hash,
      identity.last4,
      what.exempt,
      what.exemptReason,
      membership.organizationId,
      membership.kind,
      membership.position,
      what.now,
      what.employerId ?? null,
    ],
  );
  if (!row) throw new Error('The person was not written');
  await openMembership(tx, row.id, membership, what.since, what.now);
  if (what.exempt) {
    const exemption = { kind: what.exemptKind ?? 'aged', reason: what.exemptReason ?? '—', from: what.since, to: null };
    await openExemption(tx, row.id, exemption, what.now);
  }
  return row;
}
