import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { createUpwardTest } from './upward-test.ts';

/** Number of blocks per step that are compared with the titles. */
const LINES_PER_STEP = 100;
/** Maximum lengths of headings and of other lines, relative to the longest title. */
const MAX_HEADING_FACTOR = 3;
const MAX_LINE_FACTOR = 1.5;

/** The heading level of a box or its parent; null if neither is a heading. */
export function headingLevelOf(box: Box): number | null {
  for (const at of [box, box.outer]) if (at !== null && HEADING_TAGS.has(at.tag)) return Number(at.tag[1]);
  return null;
}

/** Penalties for hidden headlines, and for those in breadcrumbs. They still rank above lines that match no title. */
const HIDDEN_PENALTY = 6;
const BREADCRUMB_PENALTY = 4.5;

/** Maximum number of blocks in breadcrumbs, including separators. */
const MAX_BREADCRUMB_BLOCKS = 16;
const BREADCRUMB_NAME = /breadcrumb/i;

/** Whether a box contains breadcrumbs, which can end with the headline, for search engines. */
const isBreadcrumb = ({ element, tag, first, end }: Box): boolean =>
  end - first <= MAX_BREADCRUMB_BLOCKS &&
  (tag === 'nav' ||
    BREADCRUMB_NAME.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`));

/** Whether a line has enough words in common with a title. Editors shorten and rephrase titles. */
function hasCommonWords(folded: string, titles: readonly ReadonlySet<string>[]): boolean {
  const words = folded.split(' ').filter((word) => word.length > 3);
  return titles.some((titleWords) => {
    return words.filter((word) => titleWords.has(word)).length >= Math.max(2, words.length * 0.3);
  });
}

/**
 * Finds the block with the headline of the article.
 *
 * @param titles normalised candidates for the title
 * @param siteName normalised; excluded, because many mastheads are headings
 */
export function* findHeadline(model: BlockModel, titles: string[], siteName: string): Steps<Block | null> {
  let best: Block | null = null;
  let bestPoints = 0;
  const maxTitleLength = titles.reduce((length, title) => Math.max(length, title.length), 40);
  let comparedCount = 0;
  const titleWords = titles.map((title) => new Set(title.split(' ')));
  const isInHiddenBox = createUpwardTest(null, (box) => (box.isHidden ? true : null));
  const isInBreadcrumbs = createUpwardTest(null, (box) => (isBreadcrumb(box) ? true : null));
  for (const block of model.blocks) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (block.text.length > maxTitleLength * MAX_HEADING_FACTOR) continue;
    // Other lines count as level 7, so that a line that equals the title is found if there is no matching heading.
    const level = headingLevelOf(block.box) ?? 7;
    if (level === 7 && (block.linkChars > 0 || block.text.length > maxTitleLength * MAX_LINE_FACTOR))
      continue;
    if (++comparedCount % LINES_PER_STEP === 0) yield;
    const folded = foldText(block.text);
    if (folded.length < 4 || (folded === siteName && titles[0] !== folded)) continue;
    let points = 0;
    for (const title of titles) {
      if (title === folded) points = Math.max(points, 10);
      else if (level > 1) continue;
      else if (title.includes(folded) && folded.length > title.length * 0.4) points = Math.max(points, 8);
      else if (folded.includes(title) && title.length > folded.length * 0.4) points = Math.max(points, 7);
    }
    if (points === 0 && (level !== 1 || (titles.length > 0 && !hasCommonWords(folded, titleWords)))) continue;
    // An `h1` that contains most of a title gets a bonus, because a later heading can match the title better than the headline.
    const containsMostOfTitle =
      level === 1 && titles.some((title) => title.includes(folded) && folded.length > title.length * 0.6);
    points += (7 - level) * 0.5 + (containsMostOfTitle ? 2 : 0);
    if (isInHiddenBox(block.box)) points -= HIDDEN_PENALTY;
    else if (isInBreadcrumbs(block.box)) points -= BREADCRUMB_PENALTY;
    if (points > bestPoints + 0.4) [best, bestPoints] = [block, points];
  }
  return best;
}
