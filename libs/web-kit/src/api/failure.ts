import type { ErrorCode, FieldError } from '@dangxiao/contracts';

/** Codes that only a client knows: no answer came, or one that is not ours (a proxy's page). */
export type ClientErrorCode = 'offline' | 'bad_answer';
export type FailureCode = ErrorCode | ClientErrorCode;

/** A call that failed: the code and parameters to be worded, never a text. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly params: Record<string, unknown>;
  readonly fields: readonly FieldError[];
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly requestId: string | null;

  constructor(
    code: FailureCode,
    rest: {
      params?: Record<string, unknown>;
      fields?: readonly FieldError[];
      status?: number;
      requestId?: string;
    } = {},
  ) {
    super(code);
    this.name = 'ApiFailure';
    this.code = code;
    this.params = rest.params ?? {};
    this.fields = rest.fields ?? [];
    this.status = rest.status ?? 0;
    this.requestId = rest.requestId ?? null;
  }

  /** True where the same call may succeed later without any change. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Any thrown thing as a failure that can be worded. */
export function asFailure(error: unknown): ApiFailure {
  return error instanceof ApiFailure ? error : new ApiFailure('bad_answer');
}
