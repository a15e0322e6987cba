import { totalmem } from 'node:os';
import process from 'node:process';

const MB = 1024 * 1024;

/**
 * PostgreSQL's own defaults are for a machine of 1 GB. The embedded server takes an eighth of the memory that this process may use (128 MB to
 * 1 GB) for its cache, beside the API, ffmpeg and the system, and trusts the system to cache as much again as it is likely to.
 * @param bytes what there is to share
 */
export function sizedFor(bytes: number): Record<string, string> {
  const megabytes = Math.floor(bytes / MB);
  const cache = Math.min(1024, Math.max(128, Math.floor(megabytes / 8)));
  return {
    shared_buffers: `${cache}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: megabytes >= 4096 ? '16MB' : '4MB',
    max_wal_size: megabytes >= 4096 ? '2GB' : '1GB',
    // Disks without a head to move; and statements here are short, so that compiling them costs more than it saves.
    random_page_cost: '1.1',
    jit: 'off',
  };
}

/** The memory of the machine, or of the container that limits this process. */
export function memoryHere(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
