import type { credits, ResponseOf } from '@dangxiao/contracts';

export type EntryDetail = ResponseOf<typeof credits.myEntry>;
export type EvidenceOf<Kind extends EntryDetail['evidence']['kind']> = Extract<EntryDetail['evidence'], { kind: Kind }>;
