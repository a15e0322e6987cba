import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './console.ts';
import type { Running } from './keep.ts';
import { memoryHere } from '../embedded/sizing.ts';
import { heapOptions } from './heap.ts';
import { root } from './settings.ts';

const shortLived = new Set<ChildProcess>();

/** Ends the programs of `run` that are still under way. */
export function endShortLived(): void {
  for (const child of shortLived) child.kill('SIGTERM');
}

/**
 * Runs a program of ours to its end.
 * @returns what it printed
 * @throws StartProblem with its last words when it fails
 */
export async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  shortLived.add(child);
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  shortLived.delete(child);
  if (code !== 0) throw new StartProblem((errors.trim() || said.trim() || `${args[0]} failed`).replace(/^✖ /, ''));
  return said;
}

const logLimitBytes = 10_000_000;

/** The log file of a long-lived child, kept from growing without end: one older file stays. */
function openLog(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > logLimitBytes) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}

export interface Api extends Running {
  pid: number | undefined;
  /** The end of what it printed. */
  tail(): string;
}

export interface ApiOptions {
  /** The built API's entry. */
  main: string;
  environment: NodeJS.ProcessEnv;
  logFile: string;
  nodeOptions?: string[];
}

/**
 * Spawns an API process in its own group, so that a terminal's Ctrl-C reaches only the start program, which then stops things in order;
 * the leash ends it when the start program is killed.
 */
export function spawnApi({ main, environment, logFile, nodeOptions = [] }: ApiOptions): Api {
  const leash = path.join(root, 'tools/start/leash.mjs');
  const heap = heapOptions(environment.ROLE, memoryHere());
  const child = spawn(process.execPath, ['--enable-source-maps', ...heap, '--import', leash, ...nodeOptions, main], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = openLog(logFile);
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      tail = (tail + chunk.toString()).slice(-4000);
    });
  }
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => log.end(resolve));
    child.once('error', () => log.end(resolve));
  });
  return {
    pid: child.pid,
    exited,
    tail: () => tail,
    async stop() {
      child.kill('SIGTERM');
      const ended = await Promise.race([exited.then(() => true), sleep(15_000, false, { ref: false })]);
      if (!ended) child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Waits until the API says that it is ready. @throws StartProblem with the end of its log when it ends or stays silent */
export async function waitUntilReady(url: string, api: Api, patienceMs = 90_000): Promise<void> {
  let over = false;
  void api.exited.then(() => (over = true));
  const deadline = Date.now() + patienceMs;
  while (!over && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new StartProblem(
    `The API ${over ? 'ended' : 'did not become ready'}. The end of its log:\n${api.tail().trim()}`,
  );
}
