import { errorStatus, type ErrorCode, type FieldError } from '@dangxiao/contracts';

interface Details {
  /** Parameters of the wording, e.g. `{ triesLeft: 3 }`. */
  params?: Record<string, unknown>;
  fields?: FieldError[];
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
}

/** An answer from the closed list of error codes; the code decides the HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly params: Record<string, unknown>;
  readonly fields: FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    details: Details = {},
  ) {
    super(code);
    this.status = errorStatus[code];
    this.params = details.params ?? {};
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }
}

/** A `validation_failed` about one field, for rules that a schema cannot say. */
export function fieldError(path: string, code: string, params: FieldError['params'] = {}): ApiError {
  return new ApiError('validation_failed', { fields: [{ path, code, params }] });
}
