/** Checks which browsers support an extension API, with the data of MDN's tables. */

/** The data about one browser: the first version that supports it, or false. */
interface Support {
  version_added: string | boolean | null;
}
interface Api {
  __compat?: { support: Record<string, Support | Support[] | undefined> };
  [member: string]: unknown;
}

/** The browsers for which the extension is built, each with the minimum version in the manifest. */
export type OldestVersions = Readonly<
  Partial<Record<'chrome' | 'edge' | 'firefox' | 'firefox_android' | 'safari', number>>
>;

/** `browser.tabs.query`, on one line or several; and `const { tabs } = browser`. */
const USE = /\bbrowser\s*\.\s*([a-zA-Z0-9]+(?:\s*\.\s*[a-zA-Z]+)*)/g;
const TAKEN = /\{([^{}]*)\}\s*=\s*browser\s*;/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const IMPORT = /^import .*$/gm;

/** Names in the data that differ from the polyfill's. */
const NAMES_IN_DATA: Readonly<Record<string, string>> = { contextMenus: 'menus' };

/** The APIs that a source uses: `tabs.query`, without `browser`. */
export function listApis(source: string): string[] {
  const code = source.replace(COMMENT, '').replace(IMPORT, '');
  const used = Array.from(code.matchAll(USE), ([, path = '']) => path.replace(/\s/g, ''));
  const taken = Array.from(code.matchAll(TAKEN), ([, names = '']) =>
    names.split(',').map((name) => name.split(':')[0]?.trim() ?? ''),
  );
  return [...new Set([...used, ...taken.flat()])].filter(Boolean);
}

/**
 * Lists the browsers that lack an API in their minimum version.
 *
 * @param api `tabs.query`; names after the last one in the data are ignored
 * @param data `webextensions.api` of the data
 * @returns names of browsers; `['unknown']` if the API is not in the data
 */
export function browsersLacking(api: string, data: Api, oldest: OldestVersions): string[] {
  let at: Api = data;
  let known: Api | null = null;
  for (const name of api.split('.')) {
    const next = (at[name] ?? at[NAMES_IN_DATA[name] ?? '']) as Api | undefined;
    if (next === undefined) break;
    at = next;
    known = next;
  }
  if (known === null) return ['unknown'];
  const support = known.__compat?.support;
  if (support === undefined) return [];
  return Object.entries(oldest)
    .filter(([browser, version]) => {
      const added = [support[browser]].flat()[0]?.version_added;
      return typeof added !== 'string' || Number.parseFloat(added.replace('≤', '')) > version;
    })
    .map(([browser]) => browser);
}
