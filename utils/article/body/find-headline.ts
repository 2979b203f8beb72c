import { attributeOf } from '../../page/element-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { askUpwards } from './ask-upwards.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

/** Lines that are compared with the title from one step to the next. */
const LINES_PER_STEP = 100;
/** How long a heading that may be the headline is, and a line that may be, as multiples of the longest title. */
const LONGEST_HEADING = 3;
const LONGEST_LINE = 1.5;

/** The heading level of a box, or of a heading right around it. */
export function levelOf(box: Box): number | null {
  for (const at of [box, box.outer]) if (at !== null && HEADING_TAGS.has(at.tag)) return Number(at.tag[1]);
  return null;
}

/**
 * What a headline weighs less than the one over the text: where nobody sees it, and where it ends the way to the page,
 * which is still better than a line that is no heading.
 */
const HIDDEN_AWAY = 6;
const IN_TRAIL = 4.5;

/** Steps of the longest way to a page, with what stands between them. */
const MOST_STEPS = 16;
const BREADCRUMB = /breadcrumb/i;

/** Search engines get a headline of their own at the end of the breadcrumbs. */
const isBreadcrumb = ({ element, tag, first, end }: Box): boolean =>
  end - first <= MOST_STEPS &&
  (tag === 'nav' ||
    BREADCRUMB.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`));

/** Editors shorten and reword; some words stay. */
function sharesWords(folded: string, titles: readonly ReadonlySet<string>[]): boolean {
  const words = folded.split(' ').filter((word) => word.length > 3);
  return titles.some((known) => {
    return words.filter((word) => known.has(word)).length >= Math.max(2, words.length * 0.3);
  });
}

/**
 * Finds the headline of the article among the blocks.
 *
 * @param titles folded candidates for the headline
 * @param siteName folded; many front mastheads are an h1 of their own
 */
export function* findHeadline(model: BlockModel, titles: string[], siteName: string): Steps<Block | null> {
  let best: Block | null = null;
  let bestPoints = 0;
  const longest = titles.reduce((length, title) => Math.max(length, title.length), 40);
  let folds = 0;
  const titleWords = titles.map((title) => new Set(title.split(' ')));
  const isHiddenAway = askUpwards(null, (box) => (box.hidden ? true : null));
  const isTrail = askUpwards(null, (box) => (isBreadcrumb(box) ? true : null));
  for (const block of model.blocks) {
    if (block.index % REST_EVERY === 0) yield;
    if (block.text.length > longest * LONGEST_HEADING) continue;
    // Where no heading shows the title, any line that is just the title does.
    const level = levelOf(block.box) ?? 7;
    if (level === 7 && (block.linkChars > 0 || block.text.length > longest * LONGEST_LINE)) continue;
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
    // A section may repeat the title in full where the headline is shorter; the site's name is shorter still.
    const isMain =
      level === 1 && titles.some((title) => title.includes(folded) && folded.length > title.length * 0.6);
    points += (7 - level) * 0.5 + (isMain ? 2 : 0);
    if (isHiddenAway(block.box)) points -= HIDDEN_AWAY;
    else if (isTrail(block.box)) points -= IN_TRAIL;
    if (points > bestPoints + 0.4) [best, bestPoints] = [block, points];
  }
  return best;
}
