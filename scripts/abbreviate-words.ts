/**
 * Writes the word lists of a language shorter, words that begin alike together (`rea/cted/soned`), in place:
 *
 *   npx node scripts/abbreviate-words.ts utils/quotes/languages/<language>.ts …
 *
 * Lists stay what they are as `words` of `lexicon.ts` reads them; add words anywhere in a list and run it again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ENDINGS, words } from '../utils/quotes/lexicon.ts';

const WIDTH = 150;
const SIGNS = new Map(Object.entries(ENDINGS).map(([sign, endings]) => [endings, sign]));
/** A word that may have endings: signs and slashes mean something else. */
const PLAIN = /^[^*+=%^/]+$/;

function entryOf(stem: string, endings: readonly string[]): string {
  const order = [...endings].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  // As `words` has the endings of its signs.
  for (const [list, sign] of SIGNS) {
    const signed = list.slice(1).split('/');
    const rest = order.filter((ending) => !signed.includes(ending));
    if (rest.length + signed.length !== order.length) continue;
    if (rest.length === 0) return stem + sign;
  }
  if (order.length === 1) return stem + order[0];
  // An empty ending in the last place would be lost at the end of a line.
  return `${stem}/${order.join('/')}`;
}

/** The shortest way to write sorted words that share their first `depth` letters. */
function shorten(list: readonly string[], depth: number): string[] {
  const [only = ''] = list;
  if (list.length <= 1) return list.length === 0 ? [] : [only];
  const together = [
    entryOf(
      only.slice(0, depth),
      list.map((word) => word.slice(depth)),
    ),
  ];
  const apart: string[] = [];
  const byNext = new Map<string, string[]>();
  for (const word of list) byNext.set(word.charAt(depth), [...(byNext.get(word.charAt(depth)) ?? []), word]);
  for (const [next, group] of byNext) apart.push(...(next === '' ? group : shorten(group, depth + 1)));
  const length = (entries: readonly string[]) => entries.reduce((sum, entry) => sum + entry.length + 1, 0);
  return depth > 0 && length(together) < length(apart) ? together : apart;
}

/** Text lines of at most `WIDTH` characters. */
function wrap(entries: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    if (line !== '' && line.length + entry.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line += (line === '' ? '' : ' ') + entry;
  }
  return [...lines, line].join('\n');
}

/** One list, abbreviated. */
function abbreviateWords(list: string): string {
  const all = [...new Set(words(list))].sort();
  const entries = [
    ...shorten(
      all.filter((word) => PLAIN.test(word)),
      0,
    ),
  ];
  const result = wrap(entries);
  const same = [...new Set(words(result))].sort().join(' ') === all.join(' ');
  if (!same || result.length >= list.trim().length) return list.trim();
  return result;
}

for (const file of process.argv.slice(2)) {
  const source = readFileSync(file, 'utf8');
  // Of phrases the first that fits is taken: their order counts.
  const shorter = source.replace(
    /(?<!sourcePhrases)([=:] )(?:`\n([^`$\\]*)`|'([^'\n\\]{40,})')/g,
    (_, mark: string, long: string | undefined, short: string | undefined) =>
      `${mark}\`\n${abbreviateWords(long ?? short ?? '')}\``,
  );
  writeFileSync(file, shorter);
  console.log(`${file}: ${source.length} → ${shorter.length} bytes`);
}
