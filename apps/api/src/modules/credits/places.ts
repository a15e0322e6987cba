import { z } from 'zod';

/** Where a page of a person's ledger ended: the last seq. */
export const seqPlace = z.tuple([z.number().int()]);
/** Where a page of appeals ended: open or not, when, which. */
export const appealPlace = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]);
