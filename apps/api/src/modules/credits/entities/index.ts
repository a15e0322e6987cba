import { CreditAnchor } from './credit-anchor.ts';
import { CreditAppeal } from './credit-appeal.ts';
import { CreditBalance } from './credit-balance.ts';
import { CreditChain } from './credit-chain.ts';
import { CreditClaim } from './credit-claim.ts';
import { CreditEntry } from './credit-entry.ts';
import { CreditNote } from './credit-note.ts';
import { CreditPolicy } from './credit-policy.ts';

export const creditsEntities = [
  CreditAnchor,
  CreditAppeal,
  CreditBalance,
  CreditChain,
  CreditClaim,
  CreditEntry,
  CreditNote,
  CreditPolicy,
];
