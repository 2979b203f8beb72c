import { charactersIn, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';

/** A kept element with more text is a container of the article, in which there may be boxes. */
const KEPT_LENGTH = 3000;

/**
 * Guards what extraction kept, with all that is in it; of a container, only the text that stands in it directly.
 *
 * @param isGuarded by element, 1 for what is guarded anyhow; is left as it is
 * @param leftOut blocks that extraction was told to leave out: one within a kept element is none of what was kept
 */
export function withKept(
  page: PageModel,
  kept: readonly Element[],
  isGuarded: Uint8Array,
  leftOut: readonly number[],
): Uint8Array {
  if (kept.length === 0) return isGuarded;
  const guarded = isGuarded.slice();
  const keep = new Set(kept);
  const { elements, ends, tags } = page.survey;
  elements.forEach((element, at) => {
    if (!keep.has(element)) return;
    const isContainer = ((tags[at] ?? 0) & TAG.scaffold) !== 0 || charactersIn(page, at) > KEPT_LENGTH;
    const isLine = ((tags[at] ?? 0) & (TAG.paragraph | TAG.heading)) !== 0;
    const end = isContainer && !isLine ? at + 1 : (ends[at] ?? at + 1);
    guarded.fill(1, at, end);
    for (const block of leftOut) {
      if (block <= at || block >= end) continue;
      const blockEnd = ends[block] ?? block + 1;
      guarded.set(isGuarded.subarray(block, blockEnd), block);
    }
  });
  return guarded;
}
