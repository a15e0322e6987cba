import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One applied heartbeat: the evidence behind the coverage. Append-only. */
@Entity('watch_heartbeat')
export class WatchHeartbeat {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'watch_heartbeat_pkey' })
  personId: string;

  @ForeignKey('playback_lease', { name: 'watch_heartbeat_lease_id_fkey' })
  @PrimaryColumn('uuid', { name: 'lease_id', primaryKeyConstraintName: 'watch_heartbeat_pkey' })
  leaseId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'watch_heartbeat_pkey' })
  seq: number;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  event: string;

  @Column('int4multirange')
  accepted: string;

  @Column('int', { name: 'played_ms' })
  playedMs: number;

  @Column('jsonb')
  refused: unknown;
}
