import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { ApiError } from '../../http/api-error.ts';

/** argon2id with 19 MiB, two passes and one lane: OWASP's first recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Above this a sign-in would wait for seconds anyway: better to say so at once. */
const LONGEST_QUEUE = 64;

/**
 * Hashes passwords on worker threads, never on the main one, and at most on half of the cores, so that a rush of sign-ins leaves the rest
 * to everybody else. What cannot be queued is refused as `overloaded`.
 */
@Injectable()
export class PasswordHasher {
  private readonly slots = Math.max(1, Math.floor(availableParallelism() / 2));
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private decoy: Promise<string> | undefined;

  /** The hash in PHC form. */
  hash(password: string): Promise<string> {
    return this.queued(() => hash(password, COST));
  }

  /** Whether the password is the one. Without a stored hash it does the same work and says no, so that time tells nothing. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await (this.decoy ??= hash(randomBytes(24).toString('base64'), COST)));
    const same = await this.queued(() => verify(against, password));
    return same && stored !== null;
  }

  private async queued<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.slots) {
      if (this.waiting.length >= LONGEST_QUEUE) throw new ApiError('overloaded', { retryAfter: 2 });
      // Whoever leaves hands its slot on: `running` stays as it is.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
