/** Finds similar tags. */
import { isNearly } from '../search/find-terms.ts';
import type { TagCount } from '../view-types.ts';
import { tagKey } from './tags.ts';

/** Removes the ending of an English plural and word separators. */
function plain(tag: string): string {
  return tagKey(tag)
    .replace(/[\s_#-]+/g, '')
    .replace(/(?:es|s)$/, '');
}

/** Pairs of tags that are probably the same, the rarer one first: different characters, a plural, or a typo. */
export function suggestMerges(tags: readonly TagCount[], limit = 5): [rarer: TagCount, commoner: TagCount][] {
  const pairs: [TagCount, TagCount][] = [];
  // All pairs are compared, so the number is limited. Nobody maintains more tags than this by hand.
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
