import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { getDomain } from 'tldts';
import { requireBrowsers } from '../../scripts/find-browser.ts';
import { bundleForPage } from '../../tests/bench/bundle-for-page.ts';

/** A labelled page for the fit. */
export interface LabelledPage {
  id: string;
  /** The registrable domain. */
  site: string;
  /** The collection: the folder, and the letters before the first `-` of its id. */
  set: string;
  article: boolean;
  /** The judge's evidence in it, by name. */
  evidence: Record<string, number>;
}

interface Entry {
  id: string;
  url: string;
  file: string;
  article?: boolean;
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The pages of a folder; see the README in this folder. */
function readEntries(folder: string): Required<Entry>[] {
  const from = (name: string) => join(folder, name);
  const labels = existsSync(from('labels.json')) ? readJson<unknown>(from('labels.json')) : null;
  const isLabelled = Array.isArray(labels);
  const entries = isLabelled ? (labels as Entry[]) : readJson<Entry[]>(from('manifest.json'));
  const truth =
    isLabelled || !existsSync(from('truth.json'))
      ? {}
      : readJson<Record<string, { article?: boolean }>>(from('truth.json'));
  return entries.map((entry) => ({ ...entry, article: entry.article ?? truth[entry.id]?.article ?? true }));
}

/**
 * Reads saved pages in Chromium, like the judge.
 *
 * @param folders pages with the address of one in an earlier folder are skipped
 * @param leftOut ids of pages to exclude because their label is wrong
 */
export async function readLabelledPages(
  folders: readonly string[],
  leftOut: ReadonlySet<string>,
): Promise<LabelledPage[]> {
  const script = await bundleForPage(new URL('./judge-in-page.ts', import.meta.url), 'Judge');
  const browser = await puppeteer.launch({
    executablePath: requireBrowsers(['chromium']).chromium,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const tab = await browser.newPage();
    await tab.evaluate(`${script};globalThis.Judge = Judge`);
    const seen = new Set<string>();
    const pages: LabelledPage[] = [];
    for (const folder of folders) {
      for (const { id, url, file, article } of readEntries(folder)) {
        const address = url.replace(/#.*|\/$/g, '');
        if (seen.has(address) || leftOut.has(id)) continue;
        seen.add(address);
        const html = readFileSync(join(folder, file), 'utf8');
        const call = `Judge.readEvidence(${JSON.stringify(html)}, ${JSON.stringify(url)})`;
        const evidence = (await tab.evaluate(call)) as Record<string, number>;
        const site = getDomain(url, { allowPrivateDomains: true }) ?? url;
        pages.push({ id, site, set: `${basename(folder)}/${id.split('-')[0]}`, article, evidence });
      }
    }
    return pages;
  } finally {
    await browser.close();
  }
}
