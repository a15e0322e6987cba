import type { Random } from '../demo/random.ts';

const hex = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const word = (value: number) => hex[value & 0xffff] as string;

/** A UUID of version 7 of an instant; the rest is drawn, so that the same seed gives the same ids. */
export function uuidAt(ms: number, random: Random): string {
  const high = Math.floor(ms / 65_536);
  const a = Math.floor(random.next() * 4_294_967_296);
  const b = Math.floor(random.next() * 4_294_967_296);
  const c = Math.floor(random.next() * 65_536);
  const version = hex[0x7000 | (c & 0xfff)] as string;
  const variant = hex[0x8000 | (a & 0x3fff)] as string;
  return `${word(high >>> 16)}${word(high)}-${word(ms % 65_536)}-${version}-${variant}-${word(a >>> 16)}${word(b)}${word(b >>> 16)}`;
}

/** The ltree label of an id. */
export const labelOf = (id: string) => id.replaceAll('-', '');
