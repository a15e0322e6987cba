const secret = /password|token|code_?hash|secret|cipher|cookie|encryption_?key|activation_?code|^code$/i;
const personal = /phone|identity(?!Id)|mobile/i;
const LONGEST = 500;

/** `13812345678` → `138****5678`; what is shorter than 8 characters is hidden as a whole. */
function maskNumber(text: string): string {
  return text.length < 8 ? '****' : `${text.slice(0, 3)}****${text.slice(-4)}`;
}

function maskValue(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (secret.test(key)) return '****';
  if (Buffer.isBuffer(value)) return '****';
  if (personal.test(key) && typeof value === 'string') return maskNumber(value);
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => maskValue(key, item));
  if (typeof value === 'object') return masked(value as Record<string, unknown>);
  return value;
}

/** A copy fit for the log: no secrets, masked personal numbers, no endless texts. */
export function masked(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, maskValue(key, value)]));
}
