/**
 * `npm run check:packages`: checks that builds are reproducible. Builds the packages here, unpacks the sources package
 * into an empty folder, follows the README there (`npm ci && npm run zip`) and compares the results byte by byte. Takes
 * a minute and needs a network, so it runs in hosted CI, and not in `npm run check`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { checkPackedFiles, listPackedFiles } from './check/package-rules.ts';
import { ROOT } from './run-command.ts';

const OUT = '.output';

/** `PATH` without the tools of this checkout: the other folder must use its own. */
const PATH = (process.env.PATH ?? '')
  .split(path.delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(path.delimiter);

/**
 * Runs npm.
 *
 * @throws Error if it fails; its output is printed
 */
function npm(cwd: string, ...args: string[]): void {
  console.log(`── npm ${args.join(' ')} (in ${cwd})`);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE$/i.test(name)));
  const { status, error } = spawnSync('npm', args, {
    cwd,
    env: { ...env, PATH },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`, { cause: error });
}

/** Names and bytes of the packages that were built in a folder. */
function readPackages(folder: string): Map<string, Buffer> {
  const names = readdirSync(path.join(folder, OUT)).filter((name) => name.endsWith('.zip'));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, OUT, name))]));
}

function makePackages(folder: string): Map<string, Buffer> {
  const out = path.join(folder, OUT);
  const former = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.zip')) : [];
  for (const name of former) rmSync(path.join(out, name));
  npm(folder, 'run', 'zip');
  return readPackages(folder);
}

function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Lists the files that differ between two packages. */
function describeDifference(one: Uint8Array, other: Uint8Array): string {
  const [here, there] = [unzipSync(one), unzipSync(other)];
  const names = new Set([...Object.keys(here), ...Object.keys(there)]);
  const differ = [...names].filter((name) => {
    const [a, b] = [here[name], there[name]];
    return a === undefined || b === undefined || hashOf(a) !== hashOf(b);
  });
  return differ.length === 0 ? 'the same files, packed differently' : differ.slice(0, 20).join(', ');
}

const problems: string[] = [];
const elsewhere = mkdtempSync(path.join(tmpdir(), 'offprint-rebuilt-from-its-sources-'));
try {
  const packages = makePackages(ROOT);
  for (const [name, bytes] of packages) {
    for (const problem of checkPackedFiles(listPackedFiles(bytes))) problems.push(`${name}: ${problem}`);
    const telling = Object.entries(unzipSync(bytes)).filter(([, file]) => Buffer.from(file).includes(ROOT));
    for (const [file] of telling) problems.push(`${name}: ${file} tells where it was built`);
  }
  const sources = [...packages].find(([name]) => name.endsWith('-sources.zip'))?.[1];
  if (sources === undefined) throw new Error('there is no sources package');
  unpack(sources, elsewhere);
  npm(elsewhere, 'ci', '--no-audit', '--no-fund');
  const rebuilt = makePackages(elsewhere);
  for (const [name, bytes] of packages) {
    const other = rebuilt.get(name);
    const isSame = other?.equals(bytes) === true;
    console.log(`${isSame ? '✓' : '✗'} ${hashOf(bytes)}  ${name} (${bytes.length} bytes)`);
    if (other === undefined) problems.push(`${name} is not made from the sources package`);
    else if (!isSame) problems.push(`${name} differs: ${describeDifference(bytes, other)}`);
  }
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
for (const problem of problems) console.log(`✗ ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
