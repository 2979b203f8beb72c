/** Tags that look like one. */
import { isNearly } from '../search/find-terms.ts';
import type { TagCount } from '../view-types.ts';
import { tagKey } from './tags.ts';

/** Ending of an English plural, and what separates words where somebody types tags without blanks. */
function plain(tag: string): string {
  return tagKey(tag)
    .replace(/[\s_#-]+/g, '')
    .replace(/(?:es|s)$/, '');
}

/** Pairs of tags that are probably one, the rarer first: spelled with other characters, as a plural, or with a typo. */
export function suggestMerges(tags: readonly TagCount[], limit = 5): [rarer: TagCount, commoner: TagCount][] {
  const pairs: [TagCount, TagCount][] = [];
  // Every pair is looked at: more tags than this nobody keeps by hand.
  const some = tags.slice(0, 600);
  for (const [i, a] of some.entries()) {
    for (const b of some.slice(i + 1)) {
      const [x, y] = [plain(a.tag), plain(b.tag)];
      if (x.length < 3 || (x !== y && !(x.length >= 6 && isNearly(x, y)))) continue;
      pairs.push(a.count <= b.count ? [a, b] : [b, a]);
    }
  }
  return pairs.sort((a, b) => b[1].count - a[1].count).slice(0, limit);
}
