import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name under which connections keep the plan of a statement. Only for texts that are constant: each is kept for ever. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash('sha256').update(sql).digest('hex').slice(0, 20)));
  return name;
}
