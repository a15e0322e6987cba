import type { z } from 'zod';
import type { FieldError } from './errors.ts';

/** Codes of field errors that schemas give; rules beyond a schema add their own. */
export type FieldCode =
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'too_small'
  | 'too_big'
  | 'invalid_format'
  | 'invalid_type'
  | 'invalid_value'
  | 'unrecognized_key';

type Issue = z.core.$ZodIssue;

const at = (prefix: string, path: PropertyKey[]) => [...(prefix ? [prefix] : []), ...path.map(String)].join('.');
const sized = new Set(['string', 'file']);
const counted = new Set(['array', 'set', 'map']);

/** A length, a number of things, or a number is out of bounds. */
function codeOf(origin: string, length: FieldCode, number: FieldCode, value: FieldCode): FieldCode {
  if (counted.has(origin)) return number;
  return sized.has(origin) ? length : value;
}

function one(prefix: string, issue: Issue): FieldError {
  const path = at(prefix, issue.path);
  const error = (code: FieldCode, params: FieldError['params'] = {}): FieldError => ({ path, code, params });
  if (issue.input === '' && (issue.code === 'too_small' || issue.code === 'invalid_format')) return error('required');
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? error('required')
        : error('invalid_type', { expected: issue.expected });
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return error('required');
      return error(codeOf(issue.origin, 'too_short', 'too_few', 'too_small'), { minimum: Number(issue.minimum) });
    case 'too_big':
      return error(codeOf(issue.origin, 'too_long', 'too_many', 'too_big'), { maximum: Number(issue.maximum) });
    case 'invalid_format':
      return error('invalid_format', { format: issue.format });
    default:
      return error('invalid_value');
  }
}

/**
 * Zod's issues as field errors, the same on the server and in a form before anything is sent.
 * @param prefix `query` or `params`, empty for the body, whose paths are the form's own.
 */
export function fieldsOf(prefix: string, error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: at(prefix, [...issue.path, key]), code: 'unrecognized_key', params: {} }))
      : [one(prefix, issue)],
  );
}
