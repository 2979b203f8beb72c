import { bodyOf, parentElementOf } from '../../page/dom-access.ts';
import type { Pacing, Steps } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import { allCues } from '../phrases/all-cues.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { type Article, articleInSteps, type PartPosition } from './article-elements.ts';
import { offLimitsInSteps } from './off-limits.ts';
import type { PageModel } from './page-counts.ts';
import { pageModelInSteps } from './page-model.ts';
import { sumOverElements } from './survey.ts';
import { TAG } from './tags.ts';

/*
 * Decides whether an element may be hidden, for built-in rules, kinds that are off by default, the user's own rules and the
 * picker.
 */

/**
 * Why an element must stay:
 * - `wall`: a wall or consent dialog, which nothing ever hides
 * - `article`: the article or the page's scaffolding; the user's rules can hide a passage that they quote
 * - `part`: a part or tool of the page (a player, byline, form, account link), which only built-in rules leave alone
 */
export type Protection = 'wall' | 'article' | 'part';

/** The article of a surveyed page, and the elements that must not be hidden. */
export interface PageGuard extends Article {
  /** The strictest protection of an element or its descendants; null if it may be hidden. */
  protectionOf(at: number): Protection | null;
  /** The outermost elements of walls and consent dialogs, visible or not. */
  walls(): number[];
}

/**
 * Determines the protected elements of a surveyed page.
 *
 * @param extracted the elements that extraction found
 * @param position of a subtree that is examined separately; null for a page
 * @param leftOut blocks that extraction left out, which can be inside extracted elements
 */
export function* guardInSteps(
  page: PageModel,
  extracted: readonly Element[],
  position: PartPosition | null = null,
  leftOut: readonly number[] = [],
): Steps<PageGuard> {
  const { survey } = page;
  const article = yield* articleInSteps(page, extracted, position, leftOut);
  yield;
  const { all, walls } = yield* offLimitsInSteps(page, article);
  return {
    ...article,
    protectionOf(at) {
      if (sumOverElements(survey, walls, at) > 0) return 'wall';
      if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return 'article';
      if (sumOverElements(survey, article.guardedSums, at) > 0) return 'article';
      return sumOverElements(survey, all, at) > 0 ? 'part' : null;
    },
    walls() {
      const isWall = (at: number): boolean => (walls[at + 1] ?? 0) > (walls[at] ?? 0);
      return [...survey.parents.keys()].filter((at) => isWall(at) && !isWall(survey.parents[at] ?? -1));
    },
  };
}

/**
 * A snapshot of the protected elements of a live page. Part of the tab state (`tab-state.ts`), so its methods can't be
 * renamed.
 */
export interface PageProtection {
  /** The strictest protection of an element or its descendants; null if it may be hidden. */
  stays(element: Element): Protection | null;
  /** Walls and consent dialogs, visible or not. */
  walls(): Element[];
}

/**
 * Determines the protected elements of a live page, in slices if it is large.
 *
 * @param extracted the elements that extraction found
 * @param phrases by default those of all languages
 */
export function findPageProtection(
  document_: Document,
  extracted: readonly Element[],
  pacing?: Pacing,
  phrases = allCues(),
): Promise<PageProtection> {
  const startReading = () => pageProtectionInSteps(document_, extracted, phrases);
  return readLive(document_, startReading, (found) => found, pacing);
}

export function* pageProtectionInSteps(
  document_: Document,
  extracted: readonly Element[],
  phrases: CueReader,
): Steps<PageProtection> {
  const body = bodyOf(document_);
  if (body === null) return { stays: () => 'article', walls: () => [] };
  const page = yield* pageModelInSteps(body, phrases);
  const { elements, tags } = page.survey;
  const guard = yield* guardInSteps(page, extracted);
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
      const protection = guard.protectionOf(at);
      if (protection === 'wall' || protection === 'article' || ((tags[at] ?? 0) & TAG.inline) === 0)
        return protection;
      // Inline elements in the article's lines are not guarded themselves, so their block decides.
      const blockProtection = guard.protectionOf(blockOf(element));
      return blockProtection === 'wall' || blockProtection === 'article' ? 'article' : protection;
    },
    walls: () => guard.walls().flatMap((at) => elements[at] ?? []),
  };
}
