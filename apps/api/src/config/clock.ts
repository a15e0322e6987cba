import { Injectable } from '@nestjs/common';

/** The server's time. Business rules ask it, never `Date.now()` or SQL's `now()`, so that tests can move it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
