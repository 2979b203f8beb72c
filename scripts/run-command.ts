import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface CommandResult {
  status: number;
  /** Both streams, in order of arrival. */
  output: string;
  stdout: string;
}

/**
 * Runs a command in the project's root, with the tools of `node_modules/.bin`.
 *
 * @param live passes the output on as it comes
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { live = false, env = {} }: { live?: boolean; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const bin = path.join(ROOT, 'node_modules', '.bin');
    const child = spawn(command, args, {
      cwd: ROOT,
      shell: process.platform === 'win32',
      env: { ...process.env, ...env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
      output += data;
      if (live) process.stdout.write(data);
    });
    child.stderr.on('data', (data: Buffer) => {
      output += data;
      if (live) process.stderr.write(data);
    });
    child.on('error', (error) => resolve({ status: 1, output: error.message, stdout }));
    child.on('close', (code) => resolve({ status: code ?? 1, output, stdout }));
  });
}
