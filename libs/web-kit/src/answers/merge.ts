import { isNewer } from '@dangxiao/domain';
import type { KnownAnswer, Save } from './types.ts';

/**
 * What is to be offered again after a crash or a take-over: kept answers that are newer than what the server has. They are written anew, by the
 * writer that this device now is, in their old order; an answer that another writer has replaced since stays replaced.
 */
export function stillToOffer(
  kept: Readonly<Record<number, Save>>,
  known: readonly KnownAnswer[],
): { slot: number; save: Save }[] {
  return Object.entries(kept)
    .map(([slot, save]) => ({ slot: Number(slot), save }))
    .filter(({ slot, save }) => {
      const stored = known.find((answer) => answer.slot === slot);
      return !stored || isNewer(save, stored);
    })
    .sort((a, b) => (isNewer(a.save, b.save) ? 1 : -1));
}
