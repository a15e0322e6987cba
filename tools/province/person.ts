import { createCipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { PersonKind, Position } from '@dangxiao/domain';
import { deriveKey } from '../../apps/api/src/config/derive-key.ts';
import { personInitials } from '../../apps/api/src/modules/people/pinyin.ts';
import { Random } from '../demo/random.ts';
import type { Days } from './days.ts';
import { uuidAt } from './ids.ts';
import { nameOf } from './words.ts';
import type { World, WorldBranch } from './world.ts';

const DAY = 86_400_000;

/** Where a person belonged from an instant on. */
export interface Stay {
  organizationId: string;
  kind: PersonKind;
  position: Position;
  /** First day, as a date. */
  from: string;
  /** When it was entered. */
  recordedAt: number;
}

export interface Numbered {
  number: number;
  id: string;
  accountId: string;
  login: string;
  name: string;
  initials: string;
  rank: number;
  born: number;
  branch: WorldBranch;
  /** In order; the last one holds today. */
  stays: Stay[];
  exemptFrom: string | null;
  hostId: string | null;
  diligence: number;
  random: Random;
}

const branchOf = (world: World, number: number): WorldBranch => {
  let [low, high] = [0, world.branches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((world.branches[middle]?.first ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return world.branches[low] as WorldBranch;
};

/** Everything about a person that does not depend on what the person did; the same for the same number. */
export function personOf(world: World, days: Days, number: number): Numbered {
  const random = new Random(world.seed + number * 7919);
  const branch = branchOf(world, number);
  const rank = number - branch.first;
  const born = 1938 + Math.floor((random.next() + random.next()) * 33);
  const known = world.known[number];
  const name = known?.name ?? nameOf(random, born);
  const created = world.openedAt + 60_000 + number;
  const kind = known || rank < 3 ? 'full_member' : kindOf(random.next());
  const position = positionOf(rank, branch, random);
  const joined = Math.max(born + 20, 1975) + Math.floor(random.next() * 20);
  const since = `${Math.min(joined, 2023)}-07-01`;
  return {
    number,
    id: uuidAt(created, random),
    accountId: uuidAt(created, random),
    login: known?.login ?? `dy${String(number + 1).padStart(7, '0')}`,
    name,
    initials: personInitials(name),
    rank,
    born,
    branch,
    stays: staysOf(world, days, { number, random, branch, rank, kind, position, since, moves: !known }),
    exemptFrom: rank > 2 && born < 1948 && !known ? days.nameAt(world.openedAt) : null,
    hostId: rank > 4 && !known && random.next() < 0.01 ? random.pick(world.branches).id : null,
    diligence: branch.diligence * (0.8 + random.next() * 0.35),
    random,
  };
}

const kindOf = (chance: number): PersonKind =>
  chance < 0.87
    ? 'full_member'
    : chance < 0.91
      ? 'probationary_member'
      : chance < 0.95
        ? 'development_candidate'
        : 'applicant_activist';

function positionOf(rank: number, { office }: WorldBranch, random: Random): Position {
  if (rank === 0) return 'branch_secretary';
  if (rank <= 2) return 'branch_committee_member';
  if (office && rank === 3) return 'party_affairs_worker';
  return office && random.next() < 0.3 ? 'section_cadre' : 'none';
}

interface Staying {
  number: number;
  random: Random;
  branch: WorldBranch;
  rank: number;
  kind: PersonKind;
  position: Position;
  since: string;
  moves: boolean;
}

/** Some came from another branch during the two years, some became members. */
function staysOf(world: World, days: Days, one: Staying): Stay[] {
  const { random, branch, kind, position, since } = one;
  const now: Stay = {
    organizationId: branch.id,
    kind,
    position,
    from: since,
    recordedAt: world.openedAt + 60_000 + one.number,
  };
  const chance = random.next();
  if (!one.moves || one.rank < 3 || chance > 0.09) return [now];
  const span = world.until - world.openedAt;
  const changedAt = world.openedAt + 40 * DAY + Math.floor(random.next() * (span - 80 * DAY));
  const later: Stay = { ...now, from: days.nameAt(changedAt), recordedAt: changedAt };
  if (chance > 0.05 && kind === 'probationary_member') return [{ ...now, kind: 'development_candidate' }, later];
  const other = random.pick(world.branches);
  if (other.id === branch.id) return [now];
  return [
    { ...now, organizationId: other.id, position: 'none' },
    { ...later, position },
  ];
}

/** The organization of the person on the instant's day. */
export function organizationOn(person: Numbered, day: string): string {
  let found = person.stays[0] as Stay;
  for (const stay of person.stays) if (stay.from <= day) found = stay;
  return found.organizationId;
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Numbers as they are stored: encrypted, with a keyed hash, with their end; phones of a range that is not in use, an area that is not. */
export class Sealing {
  readonly #field: KeyObject;
  readonly #lookUp: KeyObject;

  constructor(secret: string) {
    const root = Buffer.from(secret, 'utf8');
    this.#field = createSecretKey(deriveKey(root, 'field-encryption'));
    this.#lookUp = createSecretKey(deriveKey(root, 'look-up-hash'));
  }

  phone(number: number): [string, string, string] {
    return this.#seal(`1990${String(number + 1).padStart(7, '0')}`, 'person.phone');
  }

  identity({ number, born }: Numbered): [string, string, string] {
    const area = String(990_000 + (Math.floor(number / 28_000) % 10_000));
    const day = `${born}${String((number % 12) + 1).padStart(2, '0')}${String((number % 28) + 1).padStart(2, '0')}`;
    const digits = `${area}${day}${String(Math.floor(number / 28) % 1000).padStart(3, '0')}`;
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    return this.#seal(`${digits}${'10X98765432'[sum % 11]}`, 'person.identity');
  }

  #seal(text: string, context: string): [string, string, string] {
    const nonce = createHmac('sha256', this.#lookUp).update(`nonce\0${context}\0${text}`).digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', this.#field, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
    const hash = createHmac('sha256', this.#lookUp).update(`${context}\0${text}`).digest();
    return [hex(sealed), hex(hash), text.slice(-4)];
  }
}
