import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Measured, Round } from './types.ts';

/** Starts one of the bench's programs and waits for its first message. */
async function start(program: string, args: string[], env: NodeJS.ProcessEnv) {
  const file = path.join(import.meta.dirname, program);
  // In a process group of its own, as the server is: a scheduler that shares by groups then treats both alike.
  const child = fork(file, args, { env, serialization: 'advanced', execArgv: [], detached: true });
  let ended = false;
  const exited = once(child, 'exit').then(() => (ended = true));
  const failed = exited.then(() => Promise.reject(new Error(`${program} ended`)));
  failed.catch(() => undefined);
  /** The next message; an error if the program ends before. */
  const next = async <Message>(): Promise<Message> => {
    const [message] = (await Promise.race([once(child, 'message'), failed])) as [Message];
    return message;
  };
  const stop = async () => {
    if (!ended) child.kill('SIGTERM');
    await exited;
  };
  return { first: await next<unknown>(), next, send: (message: Round[]) => child.send(message), stop };
}

/** The bare handler. */
export async function startReference(schoolFile: string, env: NodeJS.ProcessEnv) {
  const { first, stop } = await start('reference.ts', [schoolFile], env);
  return { port: first as number, stop };
}

/** The load, which measures rounds that run side by side. */
export async function startLoad(schoolFile: string) {
  const { next, send, stop } = await start('load.ts', [schoolFile], process.env);
  const measure = (rounds: Round[]): Promise<Measured[]> => {
    const measured = next<Measured[]>();
    send(rounds);
    return measured;
  };
  return { measure, stop };
}
