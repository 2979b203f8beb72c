/** The bench, from the command line; CONTRIBUTING.md says what each one measures. */
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../scripts/build/build-if-stale.ts';
import type { BrowserKind } from '../../scripts/find-browser.ts';

const USAGE = `usage: npm run --silent bench -- pages <folder> <out.jsonl> [--browser chromium|firefox] [--all-kinds]
       npm run --silent bench -- quotes <folder> <out.jsonl>
       npm run --silent bench -- stories <folder> <out.jsonl>
       npm run --silent bench -- stories <articles> <out.json>
       npm run --silent bench -- speed <folder> <out.json>
       npm run --silent bench -- large-page <nodes> <out.json> [--page article|cells|links]
       npm run --silent bench -- busy-page <seconds> <out.json>
       npm run --silent bench -- library <articles> <out.json> [--keep <folder>]
       npm run --silent bench -- popup <opens> <out.json>
       npm run --silent bench -- kills <times> <out.json> [--browser chromium|firefox]
       npm run --silent bench -- torn-logs <times> <out.json>
       npm run --silent bench -- sync <articles> <out.json>
       npm run --silent bench -- sync-kills <times> <out.json> [--browser chromium|firefox]`;

interface Options {
  browser: BrowserKind;
  /** Hides the kinds of clutter, too, that are off from the start. */
  allKinds: boolean;
  /** What makes a page large. */
  page: 'article' | 'cells' | 'links';
  /** A folder for the browser's profile, where the next run finds its articles. */
  keep: string | undefined;
}

type Bench = (from: string, out: string, options: Options) => Promise<unknown>;

/** Benches of the built extension; a number that one returns is the status of the command. */
const BUILT: Record<string, Bench> = {
  pages: async (folder, out, { browser, allKinds }) =>
    (await import('./pages.ts')).benchPages(folder, out, browser, allKinds),
  'large-page': async (nodes, out, { page }) =>
    (await import('./large-page.ts')).benchLargePage(Number(nodes), out, page),
  'busy-page': async (seconds, out) => (await import('./busy-page.ts')).benchBusyPage(Number(seconds), out),
  library: async (articles, out, { keep }) =>
    (await import('./library.ts')).benchLibrary(Number(articles), out, keep),
  popup: async (opens, out) => (await import('./popup.ts')).benchPopup(Number(opens), out),
  kills: async (times, out, { browser }) =>
    (await import('./library-kills.ts')).benchKills(browser, Number(times), out),
  'torn-logs': async (times, out) => (await import('./torn-logs.ts')).benchTornLogs(Number(times), out),
  sync: async (articles, out) => (await import('./sync.ts')).benchSync(Number(articles), out),
  'sync-kills': async (times, out, { browser }) =>
    (await import('./sync-kills.ts')).benchSyncKills(browser, Number(times), out),
};
const UNBUILT: Record<string, Bench> = {
  quotes: async (folder, out) => (await import('./quotes.ts')).benchQuotes(folder, out),
  stories: async (from, out) => {
    const { benchGrouping, benchStories } = await import('./stories.ts');
    return /^\d+$/.test(from) ? benchGrouping(Number(from), out) : benchStories(from, out);
  },
  speed: async (folder, out) => (await import('./speed.ts')).benchSpeed(folder, out),
};

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      'all-kinds': { type: 'boolean', default: false },
      keep: { type: 'string' },
      page: { type: 'string', default: 'article' },
    },
  });
  const [name = '', from, out] = positionals;
  const page = (['article', 'cells', 'links'] as const).find((one) => one === values.page);
  const browser = (['chromium', 'firefox'] as const).find((one) => one === values.browser);
  const bench = BUILT[name] ?? UNBUILT[name];
  if (!bench || from === undefined || out === undefined || page === undefined || browser === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (name in BUILT) await buildIfStale(browser);
  const options = { browser, allKinds: values['all-kinds'], page, keep: values.keep };
  const status = await bench(from, out, options);
  return typeof status === 'number' ? status : 0;
}

process.exitCode = await run();
