import { z } from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** Parameters of a message: single values, lists of names, and lines of several values each. */
export const noticeParams = z
  .record(z.string(), z.union([plain, z.array(z.record(z.string(), plain))]))
  .meta({ description: 'Parameters of the wording; which ones, the code says' });
