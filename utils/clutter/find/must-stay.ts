import { bodyOf, parentElementOf } from '../../page/dom-access.ts';
import type { Pacing, Steps } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import { guardInSteps } from './article-guard.ts';
import { offLimitsInSteps } from './never-touched.ts';
import { modelInSteps } from './page-model.ts';
import { sumWithin } from './survey.ts';
import { TAG } from './tags.ts';

/** The elements of a page that the user's own rules must not hide. A snapshot. */
export interface MustStay {
  /** Whether the element is, or contains, part of the article. */
  holdsArticle(element: Element): boolean;
  /** Whether the element is, or contains, a wall or consent dialog, which Offprint never touches. */
  holdsWall(element: Element): boolean;
  /** Walls and consent dialogs, visible or not. */
  walls(): Element[];
}

/**
 * Determines what must stay with the guard that built-in rules use, within one task for pages of usual size, otherwise in
 * slices.
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
  /** The block that contains an element; inline elements belong to their line. */
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
      // Inline elements of the article's lines are not guarded themselves.
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
