import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who an account is at another provider of identities. */
@Entity('external_identity')
@Index('external_identity_subject', { synchronize: false })
export class ExternalIdentity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'external_identity_pkey' })
  id: string;

  @ForeignKey('account', { name: 'external_identity_account_id_fkey' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  provider: string;

  @Column('text')
  subject: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
