import { Books } from './books.ts';
import { at } from './copy-lines.ts';
import type { Days } from './days.ts';
import { uuidAt } from './ids.ts';
import { personOf, type Numbered, type Sealing, type Stay } from './person.ts';
import { noteHash, noteRecognition, recognitions, type Recognition } from './recognitions.ts';
import type { Rows } from './rows.ts';
import { study } from './study.ts';
import type { World, WorldAdministrator } from './world.ts';

const DAY = 86_400_000;
const LEADERS = ['secretary', 'organization_member', 'publicity_member'];

/** All rows of one person: who it is, and two years of what the person did, in the order in which it was recorded. */
export function writePerson(world: World, days: Days, sealing: Sealing, number: number, rows: Rows): void {
  const person = personOf(world, days, number);
  writeProfile(world, days, sealing, person, rows);
  const books = new Books(person, days, rows);
  const learned = study(world, person, rows);
  const held = recognitions(world, days, person);
  const all = [...learned, ...held].sort((a, b) => a.recordedAt - b.recordedAt);
  // Now and then somebody was entered by mistake.
  const mistaken = number % 500 === 499 ? held.at(-2) : undefined;
  for (const booking of all) {
    const entry = books.award(booking);
    if (!('title' in booking)) continue;
    const recognition = booking as Recognition;
    noteRecognition(world, days, person, recognition, entry, rows);
    if (recognition !== mistaken) continue;
    const reason = '签到表上没有本人';
    const evidence = { noteHash: noteHash(null, reason) };
    const taken = books.reverse(entry, booking.recordedAt + 1, { evidence, recordedBy: booking.recordedBy });
    rows.credit_note.add(taken.id, null, reason);
  }
  books.close();
}

function writeProfile(world: World, days: Days, sealing: Sealing, person: Numbered, rows: Rows): void {
  const { id, number, stays, exemptFrom, hostId, branch, rank } = person;
  const created = world.openedAt + 60_000 + number;
  const today = stays.at(-1) as Stay;
  const exempt = exemptFrom !== null;
  const numbers = [...sealing.phone(number), ...sealing.identity(person)];
  const place = [today.organizationId, today.kind, today.position, hostId] as const;
  rows.person.add(
    id,
    person.name,
    person.initials,
    ...numbers,
    exempt,
    exempt ? '年老体弱' : null,
    ...place,
    stays.length,
    at(created),
  );
  rows.account.add(person.accountId, id, person.login, world.consentVersion, at(created + DAY), at(created + DAY));
  const { accountId, login } = person;
  rows.external_identity.add(uuidAt(created + DAY, person.random), accountId, 'province', login, at(created + DAY));
  if (exemptFrom) rows.exemption.add(id, 'aged', '年老体弱', exemptFrom, at(created));
  const from = days.nameAt(world.openedAt + DAY);
  if (hostId) rows.floating_term.add(id, hostId, '外出务工', from, at(world.openedAt + DAY));
  if (rank < LEADERS.length) rows.leader_term.add(branch.id, id, LEADERS[rank], '2022-03-01', at(created));
  writeStays(world, person, rows);
}

/** As the product leaves them: rows are superseded, never changed, and what held before is written again with its end. */
function writeStays(world: World, { id, stays, random, branch }: Numbered, rows: Rows): void {
  for (const [index, stay] of stays.entries()) {
    const { organizationId, kind, position, from, recordedAt } = stay;
    const next = stays[index + 1];
    const row = [id, organizationId, kind, position, from] as const;
    rows.membership.add(uuidAt(recordedAt, random), ...row, null, at(recordedAt), next ? at(next.recordedAt) : null);
    if (!next) continue;
    rows.membership.add(uuidAt(next.recordedAt, random), ...row, next.from, at(next.recordedAt), null);
    if (next.organizationId === organizationId) continue;
    const { accountId } = world.administrators[branch.county] as WorldAdministrator;
    const asked = next.recordedAt - 3 * DAY;
    const between = [organizationId, next.organizationId, 'accepted', '工作调动'] as const;
    rows.transfer.add(
      uuidAt(asked, random),
      id,
      ...between,
      accountId,
      at(asked),
      accountId,
      at(next.recordedAt),
      next.from,
    );
  }
}
