import path from 'node:path';
import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { compileAtOnce } from './scripts/build/compile-at-once.ts';
import { defaultCommands } from './scripts/build/default-shortcuts.ts';
import { FEW_CHUNKS } from './scripts/build/few-chunks.ts';
import { listShippedPackages, writeLicenceFile } from './scripts/build/licences.ts';
import { writeLocales } from './scripts/build/locales.ts';
import { PACKED_SOURCES } from './scripts/build/packed-sources.ts';
import { listPdfReader, withoutPdfLoads } from './scripts/build/pdf-reader.ts';
import { plainKeysOnly } from './scripts/build/plain-keys-only.ts';
import { writeTaggers } from './scripts/build/taggers.ts';
import { writeWords } from './scripts/build/words.ts';

/** Firefox needs a fixed id; Chromium derives its own. */
const GECKO_ID = 'offprint@offprint.example';

/**
 * Pages the gate may look at; the background registers it for those that the user lets it look at. Users may
 * narrow this in the browser too, to chosen sites or to "on click"; everything then works through `activeTab`.
 */
const WEB_PAGES = ['http://*/*', 'https://*/*'];

function isNamed(plugin: unknown, name: string): boolean {
  return typeof plugin === 'object' && plugin !== null && 'name' in plugin && plugin.name === name;
}

/** Chrome, Edge and those that take their packages. */
const isChromium = (browser: string): boolean => browser !== 'firefox' && browser !== 'safari';

/** The build for the end-to-end tests: see `utils/look/test-build.ts`. */
const IS_TEST_BUILD = process.env.OFFPRINT_TEST_BUILD === '1';

const SHIPPED = listShippedPackages(import.meta.dirname);

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'safari'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${IS_TEST_BUILD ? '-test' : ''}`,
  zip: { includeSources: [...PACKED_SOURCES] },
  hooks: {
    // Firefox has no offscreen pages. Were it said in the page itself, WXT would leave the page out of the sources
    // package, too, which is made along with Firefox's: a package for Chromium built from that would lack it.
    'entrypoints:resolved': ({ config }, entrypoints) => {
      const offscreen = entrypoints.findIndex(({ name }) => name === 'offscreen');
      if (config.browser === 'firefox' && offscreen >= 0) entrypoints.splice(offscreen, 1);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // `imports: false` leaves WXT's own at work: a variable called `storage` brings its storage into the file.
      config.plugins = config.plugins?.flat().filter((plugin) => !isNamed(plugin, 'unimport')) ?? [];
      config.plugins.push(withoutPdfLoads());
      if (entrypoints.some(({ name }) => name === 'quote-engine')) config.plugins.push(compileAtOnce());
      if (entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'))) {
        Object.assign(config, mergeConfig(config, FEW_CHUNKS));
      }
    },
    'build:publicAssets': (wxt, files) => {
      files.push({ relativeDest: 'licences.txt', contents: writeLicenceFile(SHIPPED) });
      files.push(...writeLocales(path.join(import.meta.dirname, 'locales')));
      files.push(...writeWords());
      files.push(...listPdfReader(import.meta.dirname));
      const weights = path.join(import.meta.dirname, 'utils/quotes/tagging/weights');
      files.push(...writeTaggers(weights, path.join(wxt.config.wxtDir, 'taggers')));
    },
  },
  vite: () => ({
    define: {
      __LICENCES__: JSON.stringify(SHIPPED.map(({ text: _, ...named }) => named)),
      __TEST_BUILD__: JSON.stringify(IS_TEST_BUILD),
    },
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), plainKeysOnly()],
    build: {
      target: ['chrome120', 'firefox140'],
      modulePreload: { polyfill: false },
      // The text of a script stays in memory for each tab: two bytes a character, unless all of them are of ASCII.
      rolldownOptions: { output: { charset: 'ascii' } },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '120',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      // Blocks requests of our own, redirected ones too, to addresses that are not public. No other is touched.
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(isChromium(browser) ? ['offscreen', 'sidePanel'] : []),
    ],
    host_permissions: WEB_PAGES,
    // `connect-src` is for the background alone: what it fetches is told in docs/network.md. Each page forbids itself
    // all connections in its own <meta>, but those that read files of the extension's own.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' http: https:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'",
    },
    commands: defaultCommands(browser),
    ...(browser === 'firefox'
      ? {
          // Not behind the puzzle piece: the button says what is saved. Chromium lets nobody but the user decide.
          action: { default_area: 'navbar' },
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {}),
  }),
});
