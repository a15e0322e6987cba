import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed attempts, counted under an account, an unknown login or an address and its quarter of an hour. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_throttle_pkey' })
  key: string;

  @Column('int')
  failures: number;

  @Column('timestamptz', { name: 'last_failure_at' })
  lastFailureAt: Date;
}
