import type { ErrorCode } from '@dangxiao/contracts';
import { HttpException } from '@nestjs/common';
import { ApiError } from './api-error.ts';

/** What a violated constraint means to the caller; the rest are faults of ours. */
const constraints: Record<string, ErrorCode> = {
  account_login: 'login_taken',
  account_person: 'already_active',
  role_grant_live: 'already_active',
  organization_code: 'organization_code_taken',
  employer_code: 'employer_code_taken',
  transfer_open: 'transfer_open',
  person_phone: 'phone_taken',
  person_identity: 'person_duplicate',
  credit_policy_valid_from_key: 'policy_date_taken',
  credit_appeal_entry: 'appeal_exists',
  credit_entry_reverses: 'entry_already_reversed',
};

/** Fastify's own refusals. */
const fastify: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};

/** The database is away, full, too slow, not the one we want, or has not passed a commit on: worth another try soon. */
const passing = new Set(
  '40001 40P01 53300 53400 55P03 57014 57P01 57P02 57P03 08000 08003 08006 08P01 ECONNREFUSED ECONNRESET EPIPE NOT_REPLICATED UNFIT_CONNECTION'.split(
    ' ',
  ),
);
const passingMessage = /timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after/;

interface Thrown {
  code?: string;
  constraint?: string;
  driverError?: Thrown;
  statusCode?: number;
  message?: string;
}

/** Finds the answer for anything that was thrown. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof HttpException) return new ApiError(ofStatus(thrown.getStatus()));
  const error = (thrown ?? {}) as Thrown;
  const { code = '', constraint = '' } = error.driverError ?? error;
  const known = fastify[code] ?? (code === '23505' || code === '23P01' ? constraints[constraint] : undefined);
  if (known) return new ApiError(known);
  if (isDatabaseAway(thrown)) return new ApiError('overloaded');
  return new ApiError(ofStatus(error.statusCode ?? 500));
}

/** The database is not there, or has no room for this statement just now. */
export function isDatabaseAway(thrown: unknown): boolean {
  const error = (thrown ?? {}) as Thrown;
  const { code = '', message = '' } = error.driverError ?? error;
  return passing.has(code) || passingMessage.test(message);
}

const lost = new Set('57P01 57P02 08003 08006 08P01 ECONNRESET EPIPE NOT_REPLICATED'.split(' '));

/**
 * The commit may have happened: the connection ended, or no standby confirmed it. The caller must not report success. It must not repeat the
 * work in this process either; the device sends it again.
 */
export function isCommitUncertain(thrown: unknown): boolean {
  const error = (thrown ?? {}) as Thrown;
  const { code = '', message = '' } = error.driverError ?? error;
  return lost.has(code) || message.includes('Connection terminated');
}

function ofStatus(status: number): ErrorCode {
  if (status === 404) return 'not_found';
  if (status === 413) return 'body_too_large';
  if (status === 415) return 'unsupported_media_type';
  if (status === 429) return 'too_many_requests';
  if (status === 503) return 'overloaded';
  return status >= 400 && status < 500 ? 'malformed_request' : 'internal_error';
}
