import { appendFileSync, writeFileSync } from 'node:fs';
import { getDomain } from 'tldts';
import { readPageSet, type SavedPage } from '../../tests/bench/page-set.ts';
import type { ClearedText } from './clutter-in-page.ts';
import { askPages } from './open-pages.ts';

/*
 * Clears the saved pages of a folder by a finder that has learnt nothing from the site at hand: phrases and words of
 * names that are met on that site alone, among all pages given, are left out.
 *
 *   npx node tools/clutter/clutter-figures.ts <folder> <out.jsonl> [--all-kinds] [--unseen <folder> …]
 */

const args = process.argv.slice(2);
const unseenAt = args.indexOf('--unseen');
const others = unseenAt < 0 ? [] : args.splice(unseenAt).slice(1);
const allKinds = args.includes('--all-kinds');
const [folder, out] = args.filter((arg) => !arg.startsWith('--'));
if (folder === undefined || out === undefined)
  throw new Error('usage: <folder> <out.jsonl> [--all-kinds] [--unseen <folder> …]');

const siteOf = ({ url }: SavedPage): string => getDomain(url) ?? url;

/** By site: the words that are met on no other. */
async function findLoneWords(pages: readonly SavedPage[]): Promise<Map<string, string[]>> {
  const met = await askPages<string[]>(pages, () => 'Lab.listWords()');
  const sites = new Map<string, Set<string>>();
  for (const saved of pages)
    for (const word of met.get(saved.id) ?? [])
      sites.set(word, (sites.get(word) ?? new Set()).add(siteOf(saved)));
  const lone = new Map<string, string[]>();
  for (const [word, on] of sites) {
    const [site] = on;
    if (on.size === 1 && site !== undefined) lone.set(site, [...(lone.get(site) ?? []), word]);
  }
  return lone;
}

const pages = readPageSet(folder);
const isUnseen = unseenAt >= 0;
const lone = isUnseen
  ? await findLoneWords([
      ...new Map([folder, ...others].flatMap(readPageSet).map((page) => [page.url, page])).values(),
    ])
  : new Map<string, string[]>();
const cleared = await askPages<ClearedText>(
  pages,
  (saved) =>
    `Lab.clearOnce(${JSON.stringify(saved.url)}, ${JSON.stringify(lone.get(siteOf(saved)) ?? [])}, ${allKinds})`,
);
writeFileSync(out, '');
for (const { id } of pages) {
  const answer = cleared.get(id);
  if (answer !== null && answer !== undefined) appendFileSync(out, `${JSON.stringify({ id, ...answer })}\n`);
}
