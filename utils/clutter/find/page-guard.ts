import { bodyOf, parentElementOf } from '../../page/dom-access.ts';
import type { Pacing, Steps } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import { type Article, articleInSteps, type PartPlace } from './article-elements.ts';
import { offLimitsInSteps } from './never-touched.ts';
import type { PageModel } from './page-counts.ts';
import { modelInSteps } from './page-model.ts';
import { sumWithin } from './survey.ts';
import { TAG } from './tags.ts';

/*
 * The one answer to whether something may be hidden: for built-in rules, kinds that are off by default, the user's own
 * rules and the picker.
 */

/**
 * What must stay: a wall or consent dialog, which nothing ever hides; the article and the page's scaffolding, of which the
 * user's rules may hide a passage that they quote; or a part or tool of the page (a player, byline, form, account link),
 * which only built-in rules leave alone.
 */
export type Stays = 'wall' | 'article' | 'part';

/** The article of a surveyed page, and what must not be hidden. */
export interface PageGuard extends Article {
  /** What an element is or contains that must stay, the strictest first; null if it may be hidden. */
  stays(at: number): Stays | null;
  /** The outermost elements of walls and consent dialogs, visible or not. */
  walls(): number[];
}

/**
 * @param kept the article's elements, as extraction sees them
 * @param place the position of a part that is examined alone; null for a page
 * @param leftOut blocks that extraction left out, which may be inside kept elements
 */
export function* guardInSteps(
  page: PageModel,
  kept: readonly Element[],
  place: PartPlace | null = null,
  leftOut: readonly number[] = [],
): Steps<PageGuard> {
  const { survey } = page;
  const article = yield* articleInSteps(page, kept, place, leftOut);
  yield;
  const { all, walls } = yield* offLimitsInSteps(page, article);
  return {
    ...article,
    stays(at) {
      if (sumWithin(survey, walls, at) > 0) return 'wall';
      if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return 'article';
      if (sumWithin(survey, article.guarded, at) > 0) return 'article';
      return sumWithin(survey, all, at) > 0 ? 'part' : null;
    },
    walls() {
      const isWall = (at: number): boolean => (walls[at + 1] ?? 0) > (walls[at] ?? 0);
      return [...survey.parents.keys()].filter((at) => isWall(at) && !isWall(survey.parents[at] ?? -1));
    },
  };
}

/** What must stay on a live page, by elements. A snapshot. */
export interface MustStay {
  /** What an element is or contains that must stay, the strictest first; null if it may be hidden. */
  stays(element: Element): Stays | null;
  /** Walls and consent dialogs, visible or not. */
  walls(): Element[];
}

/**
 * Determines what must stay, within one task for pages of usual size, otherwise in slices.
 *
 * @param kept the article's elements, as extraction sees them
 */
export function findMustStay(
  document_: Document,
  kept: readonly Element[],
  pacing?: Pacing,
): Promise<MustStay> {
  const read = () => mustStayInSteps(document_, kept);
  return readLive(document_, read, (found) => found, pacing);
}

export function* mustStayInSteps(document_: Document, kept: readonly Element[]): Steps<MustStay> {
  const body = bodyOf(document_);
  if (body === null) return { stays: () => 'article', walls: () => [] };
  const page = yield* modelInSteps(body);
  const { elements, tags } = page.survey;
  const guard = yield* guardInSteps(page, kept);
  const numbers = new Map(elements.map((element, at) => [element, at]));
  /** The number of the block that contains an element; inline elements belong to their line. */
  const blockOf = (element: Element): number => {
    for (let at: Element | null = element; at !== null; at = parentElementOf(at)) {
      const number = numbers.get(at);
      if (number !== undefined && ((tags[number] ?? 0) & TAG.inline) === 0) return number;
    }
    return 0;
  };
  return {
    stays(element) {
      const at = numbers.get(element) ?? blockOf(element);
      const stays = guard.stays(at);
      if (stays === 'wall' || stays === 'article' || ((tags[at] ?? 0) & TAG.inline) === 0) return stays;
      // Inline elements of the article's lines are not guarded themselves.
      const around = guard.stays(blockOf(element));
      return around === 'wall' || around === 'article' ? 'article' : stays;
    },
    walls: () => guard.walls().flatMap((at) => elements[at] ?? []),
  };
}
