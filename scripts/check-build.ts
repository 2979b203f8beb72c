import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listShippedPackages } from './licences.ts';
import { ROOT } from './run-command.ts';

const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;

/**
 * Bytes. The gate runs on every page; the assistant, with the words of one language or two, on every article; the
 * others where they are asked for.
 */
const LIMITS: Record<string, number> = {
  'gate.js': 10_000,
  'assistant.js': 120_000,
  'phrases-en.js': 26_000,
  'extras.js': 10_000,
  'quotes.js': 78_500,
  'site.js': 20_000,
  'picker.js': 22_000,
};

/** What a screen may load before it is used, in bytes of gzip: its page, and the scripts and styles the page names. */
const SCREEN_LIMITS: readonly { page: string; limit: number }[] = [
  { page: 'popup.html', limit: 60_000 },
  { page: 'sidepanel.html', limit: 80_000 },
  { page: 'reader.html', limit: 100_000 },
];

function weighScreen(target: string, { page, limit }: (typeof SCREEN_LIMITS)[number]): string[] {
  const folder = path.join(ROOT, '.output', target);
  const html = readFileSync(path.join(folder, page), 'utf8');
  const loaded = new Set<string>();
  const weigh = (file: string): number => {
    if (loaded.has(file)) return 0;
    loaded.add(file);
    const source = readFileSync(path.join(folder, file));
    const imported = file.endsWith('.js')
      ? [...source.toString().matchAll(/(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/g)]
      : [];
    return imported.reduce(
      (sum, [, name = '']) => sum + weigh(path.posix.join(path.posix.dirname(file), name)),
      gzipSync(source).length,
    );
  };
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  const size = [page, ...named].reduce((sum, file) => sum + weigh(file), 0);
  if (process.argv.includes('--sizes')) console.log(`${target}/${page}: ${size} bytes gz`);
  return size > limit ? [`${target}/${page} loads ${size} bytes gz, the limit is ${limit}`] : [];
}

/** Everything in a manifest that asks the reader, or the store, for something. */
const PERMISSION_KEYS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'web_accessible_resources',
  'externally_connectable',
] as const;

/** An address of a script elsewhere; both stores refuse remote code. */
const REMOTE_SCRIPT = /https?:\/\/[^\s"'`<>\\]+\.m?js\b|<script[^>]+src=["']?https?:|import\(["'`]https?:/g;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
}

function checkTarget(target: (typeof TARGETS)[number], expected: Record<string, unknown>): string[] {
  const folder = path.join(ROOT, '.output', target);
  const problems: string[] = [];
  for (const [file, limit] of Object.entries(LIMITS)) {
    const { size } = statSync(path.join(folder, file));
    if (size > limit) problems.push(`${target}/${file} has ${size} bytes, the limit is ${limit}`);
  }
  for (const file of filesOf(folder)) {
    if (!/\.(js|html|css)$/.test(file)) continue;
    const found = readFileSync(path.join(folder, file), 'utf8').match(REMOTE_SCRIPT) ?? [];
    for (const address of new Set(found))
      problems.push(`${target}/${file} names a remote script: ${address}`);
  }
  const licences = readFileSync(path.join(folder, 'licences.txt'), 'utf8');
  for (const { name, version } of listShippedPackages(ROOT)) {
    if (!licences.includes(`\n${name} ${version} (`))
      problems.push(`${target}/licences.txt lacks ${name} ${version}`);
  }
  problems.push(...SCREEN_LIMITS.flatMap((limit) => weighScreen(target, limit)));
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
  );
  for (const key of PERMISSION_KEYS) {
    const asked = JSON.stringify(manifest[key] ?? []);
    const allowed = JSON.stringify(expected[key] ?? []);
    if (asked !== allowed) {
      problems.push(`${target} asks for ${key} ${asked}; scripts/expected-permissions.json says ${allowed}`);
    }
  }
  return problems;
}

/**
 * Looks at what was built for both browsers: sizes, remote code, permissions.
 *
 * @returns one sentence for each problem
 */
export function checkBuild(): string[] {
  const expected: Record<string, Record<string, unknown>> = JSON.parse(
    readFileSync(path.join(ROOT, 'scripts', 'expected-permissions.json'), 'utf8'),
  );
  return TARGETS.flatMap((target) => checkTarget(target, expected[target] ?? {}));
}
