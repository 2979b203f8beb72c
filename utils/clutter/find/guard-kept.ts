import { charactersIn, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';

/** A kept element with more text is a container of the article, in which there may be boxes. */
const KEPT_LENGTH = 3000;

/**
 * Guards what extraction kept, with all that is in it; of a container, only the text that stands in it directly.
 *
 * @param isGuarded by element, 1 for what is guarded anyhow; is left as it is
 */
export function withKept(page: PageModel, kept: readonly Element[], isGuarded: Uint8Array): Uint8Array {
  if (kept.length === 0) return isGuarded;
  const guarded = isGuarded.slice();
  const keep = new Set(kept);
  const { elements, ends, tags } = page.survey;
  elements.forEach((element, at) => {
    if (!keep.has(element)) return;
    const isContainer = ((tags[at] ?? 0) & TAG.scaffold) !== 0 || charactersIn(page, at) > KEPT_LENGTH;
    const isLine = ((tags[at] ?? 0) & (TAG.paragraph | TAG.heading)) !== 0;
    guarded.fill(1, at, isContainer && !isLine ? at + 1 : ends[at]);
  });
  return guarded;
}
