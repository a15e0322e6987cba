import type { media, ResponseOf } from '@dangxiao/contracts';

export type FailureCode = NonNullable<ResponseOf<typeof media.getMedia>['failure']>['code'];

/** A failure that trying again by itself would not mend: the administrator sees its code and may try again. */
export class MediaFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
