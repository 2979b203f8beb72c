/**
 * The bench: `npm run --silent bench -- pages|quotes|speed <folder> <out>` and `-- library <articles> <out>`,
 * `-- large-page <nodes> <out>`, `-- busy-page <seconds> <out>`, `-- popup <opens> <out>`, `-- kills <times> <out>`, `-- torn-logs <times> <out>`,
 * `-- sync <articles> <out>`, `-- sync-kills <times> <out>`. `--browser firefox` runs `pages`, `kills`
 * and `sync-kills` there; `--page` says what makes
 * a page of `large-page` large; `--all-kinds` lets `pages` hide what is off from the start, too; `--keep` leaves
 * the browser's profile in a folder, where the next run of `library` finds its articles.
 */
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../scripts/build/build-if-stale.ts';

const USAGE = `usage: npm run --silent bench -- pages <folder> <out.jsonl> [--browser chromium|firefox] [--all-kinds]
       npm run --silent bench -- quotes <folder> <out.jsonl>
       npm run --silent bench -- speed <folder> <out.json>
       npm run --silent bench -- large-page <nodes> <out.json> [--page article|cells|links]
       npm run --silent bench -- busy-page <seconds> <out.json>
       npm run --silent bench -- library <articles> <out.json> [--keep <folder>]
       npm run --silent bench -- popup <opens> <out.json>
       npm run --silent bench -- kills <times> <out.json> [--browser chromium|firefox]
       npm run --silent bench -- torn-logs <times> <out.json>
       npm run --silent bench -- sync <articles> <out.json>
       npm run --silent bench -- sync-kills <times> <out.json> [--browser chromium|firefox]`;

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
  const [what, from, out] = positionals;
  const page = (['article', 'cells', 'links'] as const).find((one) => one === values.page);
  const kind = values.browser;
  const isWhole = from !== undefined && out !== undefined && page !== undefined;
  if (!isWhole || (kind !== 'chromium' && kind !== 'firefox')) {
    console.error(USAGE);
    return 2;
  }
  switch (what) {
    case 'pages':
      await buildIfStale(kind);
      await (await import('./pages.ts')).benchPages(from, out, kind, values['all-kinds']);
      return 0;
    case 'quotes':
      (await import('./quotes.ts')).benchQuotes(from, out);
      return 0;
    case 'speed':
      await (await import('./speed.ts')).benchSpeed(from, out);
      return 0;
    case 'large-page':
      await buildIfStale('chromium');
      await (await import('./large-page.ts')).benchLargePage(Number(from), out, page);
      return 0;
    case 'busy-page':
      await buildIfStale('chromium');
      await (await import('./busy-page.ts')).benchBusyPage(Number(from), out);
      return 0;
    case 'library':
      await buildIfStale('chromium');
      await (await import('./library.ts')).benchLibrary(Number(from), out, values.keep);
      return 0;
    case 'popup':
      await buildIfStale('chromium');
      await (await import('./popup.ts')).benchPopup(Number(from), out);
      return 0;
    case 'kills':
      await buildIfStale(kind);
      return (await import('./library-kills.ts')).benchKills(kind, Number(from), out);
    case 'sync':
      await buildIfStale('chromium');
      await (await import('./sync.ts')).benchSync(Number(from), out);
      return 0;
    case 'sync-kills':
      await buildIfStale(kind);
      return (await import('./sync-kills.ts')).benchSyncKills(kind, Number(from), out);
    case 'torn-logs':
      await buildIfStale('chromium');
      await (await import('./torn-logs.ts')).benchTornLogs(Number(from), out);
      return 0;
    default:
      console.error(USAGE);
      return 2;
  }
}

process.exitCode = await run();
