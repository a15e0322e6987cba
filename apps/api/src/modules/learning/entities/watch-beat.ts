import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One applied beat: the evidence behind the coverage. Append-only. */
@Entity('watch_beat')
export class WatchBeat {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'watch_beat_pkey' })
  personId: string;

  @ForeignKey('playback_lease', { name: 'watch_beat_lease_id_fkey' })
  @PrimaryColumn('uuid', { name: 'lease_id', primaryKeyConstraintName: 'watch_beat_pkey' })
  leaseId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'watch_beat_pkey' })
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
