import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody wrote about a recognition or a reversal; its hash is part of the entry's evidence. */
@Entity('credit_note')
export class CreditNote {
  @ForeignKey('credit_entry', { name: 'credit_note_entry_id_fkey' })
  @PrimaryColumn('uuid', { name: 'entry_id', primaryKeyConstraintName: 'credit_note_pkey' })
  entryId: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  reason: string;
}
