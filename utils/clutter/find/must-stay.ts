import { bodyOf, parentElementOf } from '../../page/dom-access.ts';
import type { Pacing, Steps } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import { guardInSteps } from './article-guard.ts';
import { offLimitsInSteps } from './never-touched.ts';
import { modelInSteps } from './page-model.ts';
import { sumWithin } from './survey.ts';
import { TAG } from './tags.ts';

/** What of a page the user's own rules may not hide, as it is at this moment. */
export interface MustStay {
  /** The element is part of the article, or holds some of it. */
  holdsArticle(element: Element): boolean;
  /** The element is, or holds, a wall or a question of consent, which Offprint never touches. */
  holdsWall(element: Element): boolean;
  /** The walls and the questions of consent, whether they show or not. */
  walls(): Element[];
}

/**
 * Looks at a page with the same guard that the rules of the engine have to pass: in this turn where the page is of
 * usual size, and in slices where it is large.
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
  if (body === null) return { holdsArticle: () => true, holdsWall: () => false, walls: () => [] };
  const page = yield* modelInSteps(body);
  const { survey } = page;
  const guard = yield* guardInSteps(page, kept);
  const { hard } = yield* offLimitsInSteps(page, guard);
  const numbers = new Map(survey.elements.map((element, at) => [element, at]));
  /** The block an element belongs to: words in a line are the line's. */
  const blockOf = (element: Element): number => {
    for (let at: Element | null = element; at !== null; at = parentElementOf(at)) {
      const number = numbers.get(at);
      if (number !== undefined && ((survey.tags[number] ?? 0) & TAG.inline) === 0) return number;
    }
    return 0;
  };
  const own = (element: Element): number => numbers.get(element) ?? blockOf(element);
  const holds = (sums: Float64Array, element: Element): boolean => sumWithin(survey, sums, own(element)) > 0;
  return {
    holdsArticle(element) {
      const at = own(element);
      if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0 || holds(guard.guarded, element)) return true;
      // Words within a line of the article are not guarded on their own.
      const isInline = ((survey.tags[at] ?? 0) & TAG.inline) !== 0;
      return isInline && sumWithin(survey, guard.guarded, blockOf(element)) > 0;
    },
    holdsWall: (element) => holds(hard, element),
    walls() {
      const isHard = (at: number): boolean => (hard[at + 1] ?? 0) > (hard[at] ?? 0);
      return survey.elements.filter((_, at) => isHard(at) && !isHard(survey.parents[at] ?? -1));
    },
  };
}
