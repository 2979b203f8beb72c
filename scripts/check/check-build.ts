import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import compatibility from '@mdn/browser-compat-data' with { type: 'json' };
import { listShippedPackages } from '../build/licences.ts';
import { ROOT } from '../run-command.ts';
import { type BuiltManifest, checkForEdge, type ManifestData } from './manifest-rules.ts';

const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;

/** Maximum size of the gate in bytes, because it runs on every page. */
const MAX_GATE_BYTES = 16_000;

/** Manifest keys that request permissions from the user or the store. */
const PERMISSION_KEYS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'web_accessible_resources',
  'externally_connectable',
] as const;

/** Scripts that run in web pages. */
export const PAGE_SCRIPT = /^(?:world|gate|assistant|site|override|picker|toast)\.js$/;

/** Page scripts must not use storage: they get stored data only from the background (`background/site-view.ts`). */
const STORAGE = /\bstorage\b/;

/** The address of a remote script; both stores reject remote code. */
const REMOTE_SCRIPT = /https?:\/\/[^\s"'`<>\\]+\.m?js\b|<script[^>]+src=["']?https?:|import\(["'`]https?:/g;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
}

function checkTarget(target: (typeof TARGETS)[number], expected: Record<string, unknown>): string[] {
  const folder = path.join(ROOT, '.output', target);
  const problems: string[] = [];
  const { size } = statSync(path.join(folder, 'gate.js'));
  if (size > MAX_GATE_BYTES)
    problems.push(`${target}/gate.js has ${size} bytes, the limit is ${MAX_GATE_BYTES}`);
  for (const file of filesOf(folder)) {
    if (!/\.(js|html|css)$/.test(file)) continue;
    const source = readFileSync(path.join(folder, file), 'utf8');
    if (PAGE_SCRIPT.test(file) && STORAGE.test(source)) problems.push(`${target}/${file} names storage`);
    const found = source.match(REMOTE_SCRIPT) ?? [];
    for (const address of new Set(found))
      problems.push(`${target}/${file} names a remote script: ${address}`);
  }
  const licences = readFileSync(path.join(folder, 'licences.txt'), 'utf8');
  for (const { name, version } of listShippedPackages(ROOT)) {
    if (!licences.includes(`\n${name} ${version} (`))
      problems.push(`${target}/licences.txt lacks ${name} ${version}`);
  }
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
  );
  for (const key of PERMISSION_KEYS) {
    const asked = JSON.stringify(manifest[key] ?? []);
    const allowed = JSON.stringify(expected[key] ?? []);
    if (asked !== allowed) {
      problems.push(
        `${target} asks for ${key} ${asked}; scripts/check/expected-permissions.json says ${allowed}`,
      );
    }
  }
  return problems;
}

/** Checks that the Chromium build is valid for Edge, which gets it unchanged. */
function checkEdge(): string[] {
  const folder = path.join(ROOT, '.output', 'chrome-mv3');
  const read = (...parts: string[]) => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'));
  const manifest = read('manifest.json') as BuiltManifest;
  const data = compatibility.webextensions.manifest as unknown as ManifestData;
  return readdirSync(path.join(folder, '_locales')).flatMap((code) =>
    checkForEdge(manifest, read('_locales', code, 'messages.json'), data).map(
      (problem) => `${code}: ${problem}`,
    ),
  );
}

/**
 * Checks the build: the gate's size, remote code, licences, permissions, and the rules of Edge's store.
 *
 * @returns one sentence for each problem
 */
export function checkBuild(): string[] {
  const expected: Record<string, Record<string, unknown>> = JSON.parse(
    readFileSync(path.join(ROOT, 'scripts', 'check', 'expected-permissions.json'), 'utf8'),
  );
  return [...TARGETS.flatMap((target) => checkTarget(target, expected[target] ?? {})), ...checkEdge()];
}
