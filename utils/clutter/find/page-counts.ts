import { countBetween } from '../../text/positions.ts';
import type { Evidence } from './evidence.ts';
import { type Survey, sumTexts } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, Taboo } from './weights.ts';

/** The model of a page. The sums are prefix sums over texts, for `sumTexts`. */
export interface PageModel {
  survey: Survey;
  evidence: Evidence;
  characters: Float64Array;
  /** Characters of texts without begging cues. */
  foreign: Float64Array;
  /** Characters of such texts in links. */
  foreignLinked: Float64Array;
  /** Characters of text in links and buttons. */
  linked: Float64Array;
  /** Texts with begging cues. */
  begging: Float64Array;
  /** Buttons for what a text begs for. */
  calls: Float64Array;
  /** Unlinked texts about it. */
  pleas: Float64Array;
  /** Unlinked texts longer than a label. */
  words: Float64Array;
  /** Separate links and buttons to where this site sells subscriptions. */
  doors: Float64Array;
  /** The evidence with weights. */
  weighed: readonly { feature: Feature; weight: number; places: readonly number[] }[];
}

/** Number of images, players, frames and fields in a subtree. */
export function countThings(page: PageModel, at: number): number {
  return countBetween(page.evidence.things, at, page.survey.ends[at] ?? at);
}

/** Number of occurrences of a feature in a subtree. */
export function countFeature(page: PageModel, feature: Feature | Taboo, at: number): number {
  return countBetween(page.evidence.features.get(feature), at, page.survey.ends[at] ?? at);
}

/** Characters of text in a subtree. */
export function charactersIn(page: PageModel, at: number): number {
  return sumTexts(page.survey, page.characters, at);
}

/** Maximum length of a box, in characters; larger blocks are regions of the page. */
export const BOX_LENGTH = 700;

/** Whether an element is the body or contains the article, and so is no box, whatever its name. */
export function isScaffold({ survey }: PageModel, at: number): boolean {
  return ((survey.tags[at] ?? 0) & TAG.scaffold) !== 0;
}

/** Whether a block contains an email field for a mailing list. */
export function takesAddress(page: PageModel, at: number): boolean {
  return countFeature(page, 'emailField', at) + countFeature(page, 'signUpTarget', at) > 0;
}
