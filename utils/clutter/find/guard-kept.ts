import { charactersIn, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';

/** A kept element with more text is a container of the article, in which there may be boxes. */
const KEPT_LENGTH = 3000;

/** Guards what extraction kept, with all that is in it; of a container, only the text that stands in it directly. */
export function guardKept(page: PageModel, kept: readonly Element[], isGuarded: Float64Array): void {
  if (kept.length === 0) return;
  const keep = new Set(kept);
  const { elements, ends, tags } = page.survey;
  elements.forEach((element, at) => {
    if (!keep.has(element)) return;
    const isContainer = ((tags[at] ?? 0) & TAG.scaffold) !== 0 || charactersIn(page, at) > KEPT_LENGTH;
    const isLine = ((tags[at] ?? 0) & (TAG.paragraph | TAG.heading)) !== 0;
    isGuarded.fill(1, at, isContainer && !isLine ? at + 1 : ends[at]);
  });
}
