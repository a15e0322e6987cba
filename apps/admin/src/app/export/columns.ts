import { exportColumnsOf, type ExportKind } from '@dangxiao/contracts';

/** One line of the dialog: a column, and whether it is exported. */
export interface Choice {
  id: string;
  chosen: boolean;
}

const keyOf = (kind: ExportKind) => `dangxiao.export.${kind}`;
/** Left out until somebody asks for them: they say little to most people. */
const seldom = new Set(['hash', 'organizationCode', 'trail', 'login', 'before', 'createdAt', 'policyVersion']);

export const usualChoices = (kind: ExportKind): Choice[] =>
  exportColumnsOf(kind, false).map((id) => ({ id, chosen: !seldom.has(id) }));

/** As it was left last time on this device; columns that came later stand at the end. */
export function rememberedChoices(kind: ExportKind): Choice[] {
  const usual = usualChoices(kind);
  const kept = read(kind).filter(({ id }) => usual.some((one) => one.id === id));
  return [...kept, ...usual.filter(({ id }) => !kept.some((one) => one.id === id))];
}

export function rememberChoices(kind: ExportKind, choices: readonly Choice[]): void {
  try {
    localStorage.setItem(keyOf(kind), JSON.stringify(choices));
  } catch {
    // a browser that keeps nothing forgets the order, no more
  }
}

function read(kind: ExportKind): Choice[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(kind)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isChoice) : [];
  } catch {
    return [];
  }
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Choice).id === 'string' &&
  typeof (value as Choice).chosen === 'boolean';
