import type { LooseInput } from './input.ts';

export const apiBase = '/api/v1';

/** The address of a call: path parameters filled in, query fields that are set appended. */
export function addressOf(endpoint: { path: string }, input: LooseInput = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/:(\w+)/g, (_match, key: string) => encodeURIComponent(String(params[key])));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return `${apiBase}${path}${text ? `?${text}` : ''}`;
}
