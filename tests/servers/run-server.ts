import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A WebDAV server on this machine that tests sync with. */
export interface DavServer {
  /** With a slash at its end. */
  address: string;
  user: string;
  password: string;
  /** Every name and every byte on it, as latin-1. */
  read(): string;
  stop(): Promise<void>;
}

/** One that keeps its files in a folder on this disk. */
export interface FolderServer extends DavServer {
  folder: string;
}

export const USER = 'ada';
/** With a colon and letters that no ASCII has: both have to survive the way. */
export const PASSWORD = 'pass:wörd €';

/** Systems hand out none of these to whoever asks for any port: Linux begins at 32768, others at 49152. */
const PORTS = { from: 20_000, to: 32_000 };
const MOST_PORTS = 50;

/**
 * A port that nobody listens on, nor is given by chance: a server binds it later, and other tests ask for any port
 * meanwhile.
 *
 * @throws the last error where none could be listened on
 */
export async function freePort(): Promise<number> {
  for (let tries = 1; ; tries++) {
    const port = randomInt(PORTS.from, PORTS.to);
    const server = createServer();
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    } catch (error) {
      if (tries === MOST_PORTS) throw error;
      continue;
    }
    await new Promise((done) => server.close(done));
    return port;
  }
}

export const makeFolder = (name: string): string => mkdtempSync(path.join(tmpdir(), `offprint-${name}-`));

/** Every name and every byte in a folder, as latin-1. */
export function readFolder(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return `${path.relative(folder, file)}\n${entry.isFile() ? readFileSync(file, 'latin1') : ''}`;
    })
    .join('\n');
}

/** How long a server may take to start, and to answer, on a busy machine, in ms. */
const START_MS = 60_000;
const ANSWER_MS = 2000;

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
    // What it started itself may still be ending.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  for (const since = Date.now(); ; ) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}: ${said}`);
    try {
      await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
      return stop;
    } catch (error) {
      if (Date.now() - since > START_MS) {
        await stop();
        throw new Error(`${command} does not answer: ${said}`, { cause: error });
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
