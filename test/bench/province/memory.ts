import { readFileSync, writeFileSync } from 'node:fs';

/** The most memory that a process has had so far, in MB. Linux alone tells. */
export function peakMb(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** From now on the peak is that of what follows. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
