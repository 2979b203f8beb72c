import { countBetween } from '../../text/positions.ts';
import type { Evidence } from './evidence.ts';
import { type Survey, sumTexts } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, Taboo } from './weights.ts';

/** A page as the rules see it. The sums run over texts, for `sumTexts`. */
export interface PageModel {
  survey: Survey;
  evidence: Evidence;
  characters: Float64Array;
  /** Characters of texts that have nothing of begging in them. */
  foreign: Float64Array;
  /** Those of them that are links. */
  foreignLinked: Float64Array;
  /** Characters of text in links and buttons. */
  linked: Float64Array;
  /** Texts that beg. */
  begging: Float64Array;
  /** Buttons to do what is begged for. */
  calls: Float64Array;
  /** Texts, no links, that are about it. */
  pleas: Float64Array;
  /** Texts, no links, that are longer than a label. */
  words: Float64Array;
  /** Sentences that are a link to where this site sells itself, or to something below that. */
  invites: Float64Array;
  /** Links and buttons that stand alone and lead to where this site sells itself. */
  doors: Float64Array;
  /** The evidence that there is, with its weights. */
  weighed: readonly { feature: Feature; weight: number; places: readonly number[] }[];
}

/** How many pictures, players, frames and fields are in a subtree. */
export function countThings(page: PageModel, at: number): number {
  return countBetween(page.evidence.things, at, page.survey.ends[at] ?? at);
}

/** How often a piece of evidence stands in the subtree of an element. */
export function countFeature(page: PageModel, feature: Feature | Taboo, at: number): number {
  return countBetween(page.evidence.features.get(feature), at, page.survey.ends[at] ?? at);
}

/** Characters of text in a subtree. */
export function charactersIn(page: PageModel, at: number): number {
  return sumTexts(page.survey, page.characters, at);
}

/** What is no larger is a box rather than a region of the page; in characters. */
export const BOX_LENGTH = 700;

/** The body, or what holds the article: the page's own, and no box, whatever it is named. */
export function isScaffold({ survey }: PageModel, at: number): boolean {
  return ((survey.tags[at] ?? 0) & TAG.scaffold) !== 0;
}

/** Whether a block takes an address for a list. */
export function takesAddress(page: PageModel, at: number): boolean {
  return countFeature(page, 'emailField', at) + countFeature(page, 'signUpTarget', at) > 0;
}
