import { canonicalJson, type LedgerEntry } from '@dangxiao/domain';
import { sha256 } from '../../apps/api/src/modules/credits/sha256.ts';
import type { Booking } from './books.ts';
import { at } from './copy-lines.ts';
import type { Days } from './days.ts';
import { uuidAt } from './ids.ts';
import { organizationOn, type Numbered } from './person.ts';
import type { Rows } from './rows.ts';
import type { World, WorldAdministrator, WorldEvent } from './world.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
export const REASON = '签到表齐全';

/** The product's: the entry holds only the hash of what was written about it. */
export const noteHash = (title: string | null, reason: string) => sha256(canonicalJson({ title, reason }));

export interface Recognition extends Booking {
  title: string;
  reason: string;
  fileIds: string[];
  by: WorldAdministrator;
}

/** Training outside the platform in which the person took part, recognised by the county's administrator within the week. */
export function recognitions(world: World, days: Days, person: Numbered): Recognition[] {
  const { random, branch } = person;
  const by = world.administrators[branch.county] as WorldAdministrator;
  return world.events.flatMap((event): Recognition[] => {
    if (random.next() > event.share * person.diligence) return [];
    const day = event.days[branch.county] ?? 0;
    const effectiveAt = days.start(day);
    const recordedAt = effectiveAt + (1 + (branch.first % 4)) * DAY + 2 * HOUR + random.between(0, 6 * HOUR);
    return recordedAt < world.until
      ? [recognitionOf(world, days, event, person, { day, effectiveAt, recordedAt, by })]
      : [];
  });
}

function recognitionOf(
  world: World,
  days: Days,
  { title, noteHash: hash, counter, hours, fileIds }: WorldEvent,
  { random, branch }: Numbered,
  {
    day,
    effectiveAt,
    recordedAt,
    by,
  }: { day: number; effectiveAt: number; recordedAt: number; by: WorldAdministrator },
): Recognition {
  const files = [fileIds[branch.county] ?? ''];
  return {
    counter,
    hours,
    effectiveAt,
    recordedAt,
    sourceKind: 'recognition',
    sourceId: uuidAt(recordedAt, random),
    policyVersion: world.policy.version,
    evidence: { date: days.name(day), fileIds: files, noteHash: hash },
    recordedBy: by.accountId,
    title,
    reason: REASON,
    fileIds: files,
    by,
  };
}

/** The note beside the entry, and the audit log's row where the log reaches back so far. */
export function noteRecognition(
  world: World,
  days: Days,
  person: Numbered,
  { title, reason, fileIds, recordedAt, by, counter, hours, evidence }: Recognition,
  entry: LedgerEntry,
  rows: Rows,
): void {
  rows.credit_note.add(entry.id, title, reason);
  if (recordedAt < world.auditFrom) return;
  const after = { entryId: entry.id, counter, hours, date: evidence.date, title, reason, fileIds };
  rows.audit_event.add(
    uuidAt(recordedAt, person.random),
    at(recordedAt),
    by.accountId,
    by.name,
    'credits.recognise',
    'person',
    person.id,
    person.name,
    organizationOn(person, days.nameAt(recordedAt)),
    '10.20.0.8',
    'Mozilla/5.0',
    JSON.stringify(after),
  );
}
