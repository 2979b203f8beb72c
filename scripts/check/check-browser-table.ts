import { readFileSync } from 'node:fs';
import path from 'node:path';
import compatibility from '@mdn/browser-compat-data' with { type: 'json' };
import { ROOT } from '../run-command.ts';
import { browsersLacking, listApis } from './api-support.ts';
import { type BuiltManifest, type ManifestData, missingInManifest } from './manifest-rules.ts';
import { readSources } from './read-sources.ts';

const TABLE = path.join('docs', 'browsers.md');
/** The oldest version of Safari in the table. */
const MIN_SAFARI_VERSION = 26;
/** APIs detected on Chromium's own global object that are missing in the data, or listed only as permission. */
const CHROMIUM_ONLY = ['dom.openOrClosedShadowRoot', 'offscreen', 'sidePanel'];

/** APIs, manifest keys and permissions that Offprint uses and Safari lacks, sorted. */
export function missingInSafari(manifest: BuiltManifest): string[] {
  const used = new Set(
    readSources().flatMap(({ path: file, text }) => (/\.tsx?$/.test(file) ? listApis(text) : [])),
  );
  const apis = [...used].filter(
    (api) =>
      browsersLacking(api, compatibility.webextensions.api as never, { safari: MIN_SAFARI_VERSION }).length >
      0,
  );
  const data = compatibility.webextensions.manifest as unknown as ManifestData;
  return [
    ...apis,
    ...CHROMIUM_ONLY,
    ...missingInManifest(manifest, 'safari', MIN_SAFARI_VERSION, data).keys,
  ].toSorted();
}

/** Names in the first column of the table about Safari. */
function namesIn(text: string): string[] {
  const [, table = ''] = /^## Safari$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text) ?? [];
  return [...table.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, name = '']) => name).toSorted();
}

/**
 * Compares the table of APIs that Safari lacks with the sources.
 *
 * @returns one sentence for each problem
 */
export function checkBrowserTable(): string[] {
  const manifest = JSON.parse(
    readFileSync(path.join(ROOT, '.output', 'chrome-mv3', 'manifest.json'), 'utf8'),
  ) as BuiltManifest;
  const told = namesIn(readFileSync(path.join(ROOT, TABLE), 'utf8'));
  const lacked = missingInSafari(manifest);
  return [
    ...lacked
      .filter((name) => !told.includes(name))
      .map((name) => `${TABLE} does not say that Safari lacks ${name}`),
    ...told
      .filter((name) => !lacked.includes(name))
      .map((name) => `${TABLE}: Safari has ${name}, or nothing uses it`),
  ];
}
