import { accounts } from './accounts.ts';
import { app } from './app.ts';

/** One file an area; English must have the same keys. */
export const zh = { accounts, app };

type Words<Node> = { [Key in keyof Node]: Node[Key] extends string ? string : Words<Node[Key]> };
export type Texts = Words<typeof zh>;
