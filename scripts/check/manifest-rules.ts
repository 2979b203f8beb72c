/** Checks a manifest against the rules of a browser's store, with the data of MDN's tables. */

interface Supported {
  __compat?: { support: Record<string, Version | Version[] | undefined> };
}
interface Version {
  version_added: string | boolean | null;
}
/** `webextensions.manifest` of the data. */
export type ManifestData = Record<string, unknown> & { permissions: Record<string, unknown> };

/** Keys that are missing in the data. Chromium's own: developer.chrome.com/docs/extensions/reference/manifest. */
const UNLISTED_KEYS = ['minimum_chrome_version'];
/** Permissions that are missing in the data; Edge has them (learn.microsoft.com, "Supported APIs for extensions"). */
const UNLISTED_PERMISSIONS = ['offscreen'];

/** Keys that Edge's store rejects (learn.microsoft.com, "Port a Chrome extension"). */
const REJECTED_BY_EDGE = ['update_url', 'key', 'browser_specific_settings'];

function isIn(browser: string, version: number, entry: unknown): boolean {
  const support = (entry as Supported | undefined)?.__compat?.support[browser];
  const added = [support].flat()[0]?.version_added;
  return typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= version;
}

export interface BuiltManifest extends Record<string, unknown> {
  permissions?: string[];
}

/**
 * Lists the keys and permissions of a manifest that a browser lacks.
 *
 * @param version the minimum supported version
 */
export function missingInManifest(
  manifest: BuiltManifest,
  browser: string,
  version: number,
  data: ManifestData,
): { keys: string[]; permissions: string[] } {
  const keys = Object.keys(manifest).filter(
    (key) => !UNLISTED_KEYS.includes(key) && !isIn(browser, version, data[key]),
  );
  const permissions = (manifest.permissions ?? []).filter(
    (name) => !UNLISTED_PERMISSIONS.includes(name) && !isIn(browser, version, data.permissions[name]),
  );
  return { keys, permissions };
}

/**
 * Checks the Chromium build against the rules of Edge's store, which gets the same package.
 *
 * @param messages the messages of the build in one language, by key
 * @returns one sentence for each problem
 */
export function checkForEdge(
  manifest: BuiltManifest,
  messages: Readonly<Record<string, { message: string } | undefined>>,
  data: ManifestData,
): string[] {
  const { keys, permissions } = missingInManifest(
    manifest,
    'edge',
    Number(manifest.minimum_chrome_version),
    data,
  );
  const inWords = (text: unknown): string =>
    String(text ?? '').replace(/__MSG_(\w+)__/g, (_, key: string) => messages[key]?.message ?? '');
  return [
    ...REJECTED_BY_EDGE.filter((key) => Object.hasOwn(manifest, key)).map((key) => `Edge refuses ${key}`),
    ...keys.filter((key) => !REJECTED_BY_EDGE.includes(key)).map((key) => `Edge does not know ${key}`),
    ...permissions.map((name) => `Edge does not know the permission ${name}`),
    ...['name', 'description']
      .filter((key) => /\bchrome\b/i.test(inWords(manifest[key])))
      .map((key) => `Edge takes no ${key} that speaks of Chrome`),
  ];
}
