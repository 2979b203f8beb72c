import { appendFileSync, writeFileSync } from 'node:fs';
import { readPageSet } from '../../tests/bench/page-set.ts';
import type { ClearedText } from './clutter-in-page.ts';
import { findSiteSpecificWords, siteOf } from './lone-words.ts';
import { askPages } from './open-pages.ts';

/**
 * Clears the saved pages of a folder without anything learnt from the respective site: phrases and words of names that
 * occur only on that site, among all given pages, are omitted. Usage: npx node tools/clutter/clutter-figures.ts
 * <folder> <out.jsonl> [--all-kinds] [--words <file>] [--unseen <folder> …]
 */

const args = process.argv.slice(2);
const unseenAt = args.indexOf('--unseen');
const others = unseenAt < 0 ? [] : args.splice(unseenAt).slice(1);
const wordsAt = args.indexOf('--words');
const wordsFile = wordsAt < 0 ? undefined : args.splice(wordsAt, 2)[1];
const allKinds = args.includes('--all-kinds');
const [folder, out] = args.filter((arg) => !arg.startsWith('--'));
if (folder === undefined || out === undefined)
  throw new Error('usage: <folder> <out.jsonl> [--all-kinds] [--words <file>] [--unseen <folder> …]');

const pages = readPageSet(folder);
const isUnseen = unseenAt >= 0;
const lone = isUnseen
  ? await findSiteSpecificWords([folder, ...others], wordsFile)
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
