import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface CommandResult {
  status: number;
  /** Both streams, in order of arrival. */
  output: string;
  stdout: string;
}

export interface CommandOptions {
  live?: boolean;
  label?: string;
  env?: Record<string, string>;
  niceness?: number;
}

/**
 * Runs a command in the project's root, with the tools of `node_modules/.bin`.
 *
 * @param live prints the output as it arrives
 * @param label printed before each line, to distinguish parallel commands
 * @param niceness 0–19: lowers the priority of the command and its children
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { live = false, label, env = {}, niceness = 0 }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const bin = path.join(ROOT, 'node_modules', '.bin');
    // Tools run with the project's own Node, too: npm does not link it if it runs no install scripts.
    const folders = [bin, path.dirname(process.execPath), process.env.PATH ?? ''];
    // On Windows, `.cmd` files of `node_modules/.bin` need a shell, which splits arguments at spaces.
    const isWindows = process.platform === 'win32';
    const line = [command, ...args].map((part) => (/\s/.test(part) ? `"${part}"` : part)).join(' ');
    const child = spawn(isWindows ? line : command, isWindows ? [] : args, {
      cwd: ROOT,
      shell: isWindows,
      env: { ...process.env, ...env, PATH: folders.join(path.delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (niceness > 0 && child.pid !== undefined) setPriority(child.pid, niceness);
    let output = '';
    let stdout = '';
    if (live) {
      forward(child.stdout, process.stdout, label);
      forward(child.stderr, process.stderr, label);
    }
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
      output += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      output += data;
    });
    child.on('error', (error) => resolve({ status: 1, output: error.message, stdout }));
    child.on('close', (code) => resolve({ status: code ?? 1, output, stdout }));
  });
}

/** Prints a stream as it arrives, or line by line after the label. */
function forward(from: Readable, to: NodeJS.WritableStream, label?: string): void {
  if (label === undefined) from.on('data', (data: Buffer) => to.write(data));
  else createInterface({ input: from }).on('line', (line) => to.write(`${label} ${line}\n`));
}
