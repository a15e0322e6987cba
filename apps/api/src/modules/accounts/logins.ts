import { normaliseLogin, normalisePhone } from '@dangxiao/domain';
import { pinyin } from 'pinyin-pro';
import type { Sql } from '../../database/sql.ts';
import { fieldError } from '../../http/api-error.ts';

/**
 * A login name as stored: folded, 3 to 60 letters, digits and `. _ @ -`. A phone number is none: it is stored encrypted and works for
 * signing in by itself; as a login name somebody could take another person's.
 * @throws ApiError validation_failed on `login`
 */
export function acceptLogin(typed: string): string {
  const login = normaliseLogin(typed);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,59}$/u.test(login) || normalisePhone(login) !== null) {
    throw fieldError('login', 'invalid_format');
  }
  return login;
}

/** A free login name from a person's name in pinyin: 王建国 → wangjianguo, then wangjianguo2, … */
export async function suggestLogin(db: Sql, name: string): Promise<string> {
  const letters = pinyin(name, { toneType: 'none', surname: 'head', type: 'array', v: true })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
  const base = letters.length >= 3 ? letters : `user${letters}`;
  const taken = await db.query<{ login: string }>(
    `select lower(login) as login from account where lower(login) = $1 or lower(login) ~ ('^' || $1 || '[0-9]{1,6}$')`,
    [base],
  );
  const used = new Set(taken.map((row) => row.login));
  for (let number = 1; ; number += 1) {
    const login = number === 1 ? base : `${base}${number}`;
    if (!used.has(login)) return login;
  }
}
