import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { createUpwardTest } from './ask-upwards.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

/** Lines per step that are compared with the title. */
const LINES_PER_STEP = 100;
/** Maximum lengths of headings and other lines, as multiples of the longest title. */
const MAX_HEADING_FACTOR = 3;
const MAX_LINE_FACTOR = 1.5;

/** The heading level of a box, or of a heading directly around it. */
export function levelOf(box: Box): number | null {
  for (const at of [box, box.outer]) if (at !== null && HEADING_TAGS.has(at.tag)) return Number(at.tag[1]);
  return null;
}

/** Penalties of hidden headlines, and of those at the end of breadcrumbs, which are still better than other lines. */
const HIDDEN_PENALTY = 6;
const BREADCRUMB_PENALTY = 4.5;

/** Maximum number of children of breadcrumbs, including separators. */
const MAX_STEPS = 16;
const BREADCRUMB = /breadcrumb/i;

/** Breadcrumbs may end with a headline for search engines. */
const isBreadcrumb = ({ element, tag, first, end }: Box): boolean =>
  end - first <= MAX_STEPS &&
  (tag === 'nav' ||
    BREADCRUMB.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`));

/** Whether some words are shared: editors shorten and rephrase titles. */
function sharesWords(folded: string, titles: readonly ReadonlySet<string>[]): boolean {
  const words = folded.split(' ').filter((word) => word.length > 3);
  return titles.some((known) => {
    return words.filter((word) => known.has(word)).length >= Math.max(2, words.length * 0.3);
  });
}

/**
 * Finds the headline of the article among the blocks.
 *
 * @param titles folded candidates
 * @param siteName folded; many mastheads are headings
 */
export function* findHeadline(model: BlockModel, titles: string[], siteName: string): Steps<Block | null> {
  let best: Block | null = null;
  let bestPoints = 0;
  const longest = titles.reduce((length, title) => Math.max(length, title.length), 40);
  let folds = 0;
  const titleWords = titles.map((title) => new Set(title.split(' ')));
  const isHiddenAway = createUpwardTest(null, (box) => (box.hidden ? true : null));
  const isTrail = createUpwardTest(null, (box) => (isBreadcrumb(box) ? true : null));
  for (const block of model.blocks) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (block.text.length > longest * MAX_HEADING_FACTOR) continue;
    // Without a matching heading, any line that equals the title is the headline.
    const level = levelOf(block.box) ?? 7;
    if (level === 7 && (block.linkChars > 0 || block.text.length > longest * MAX_LINE_FACTOR)) continue;
    if (++folds % LINES_PER_STEP === 0) yield;
    const folded = foldText(block.text);
    if (folded.length < 4 || (folded === siteName && titles[0] !== folded)) continue;
    let points = 0;
    for (const title of titles) {
      if (title === folded) points = Math.max(points, 10);
      else if (level > 1) continue;
      else if (title.includes(folded) && folded.length > title.length * 0.4) points = Math.max(points, 8);
      else if (folded.includes(title) && title.length > folded.length * 0.4) points = Math.max(points, 7);
    }
    if (points === 0 && (level !== 1 || (titles.length > 0 && !sharesWords(folded, titleWords)))) continue;
    // A later heading may contain the full title if the headline is shorter; the site's name is shorter still.
    const isMain =
      level === 1 && titles.some((title) => title.includes(folded) && folded.length > title.length * 0.6);
    points += (7 - level) * 0.5 + (isMain ? 2 : 0);
    if (isHiddenAway(block.box)) points -= HIDDEN_PENALTY;
    else if (isTrail(block.box)) points -= BREADCRUMB_PENALTY;
    if (points > bestPoints + 0.4) [best, bestPoints] = [block, points];
  }
  return best;
}
