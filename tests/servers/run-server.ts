import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A WebDAV server of this machine, with a folder of its own. */
export interface DavServer {
  /** With a slash at its end. */
  address: string;
  user: string;
  password: string;
  /** The folder on this disk that it serves. */
  folder: string;
  stop(): Promise<void>;
}

export const USER = 'ada';
/** With a colon and letters that no ASCII has: both have to survive the way. */
export const PASSWORD = 'pass:wörd €';

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const makeFolder = (name: string): string => mkdtempSync(path.join(tmpdir(), `offprint-${name}-`));

/**
 * Starts a server in the foreground and waits until it answers.
 *
 * @param folder removed when it is stopped
 */
export async function runServer(
  command: string,
  args: readonly string[],
  address: string,
  folder: string,
): Promise<() => Promise<void>> {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const since = Date.now(); ; ) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}: ${said}`);
    try {
      await fetch(address);
      return stop;
    } catch (error) {
      if (Date.now() - since > 15_000) {
        await stop();
        throw new Error(`${command} does not answer: ${said}`, { cause: error });
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
