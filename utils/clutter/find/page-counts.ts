import { isDialog } from '../../page/is-dialog.ts';
import { countBetween } from '../../text/positions.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import type { Evidence } from './evidence.ts';
import { nameBits } from './name-cues.ts';
import { type Survey, sumOverUnits } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, ProtectedFeature } from './weights.ts';

/** The model of a page. The sums are prefix sums over texts, for `sumTexts`. */
export interface PageModel {
  /** Reads the cues of the page's language. */
  phrases: CueReader;
  survey: Survey;
  evidence: Evidence;
  /** Characters of all texts. */
  characters: Float64Array;
  /** Characters of texts without promotional or attached cues. */
  foreign: Float64Array;
  /** Linked characters of these texts. */
  linkedForeign: Float64Array;
  /** Characters of text in links and buttons. */
  linked: Float64Array;
  /** Number of texts with promotional cues. */
  promoTexts: Float64Array;
  /** Number of calls to action (links and buttons). */
  callsToAction: Float64Array;
  /** Number of mostly unlinked texts with such cues. */
  pleas: Float64Array;
  /** Number of texts longer than a label: mostly unlinked ones, and sentences linked to offers. */
  longTexts: Float64Array;
  /** Number of separate links and buttons to where this site sells subscriptions. */
  offerLinks: Float64Array;
  /** The features found, with their weights. */
  weightedFeatures: readonly { feature: Feature; weight: number; positions: readonly number[] }[];
}

/** Number of images, players, frames and fields in a subtree. */
export function countMediaAndFields(page: PageModel, at: number): number {
  return countBetween(page.evidence.mediaAndFields, at, page.survey.ends[at] ?? at);
}

/** Number of occurrences of a feature in a subtree. */
export function countFeature(page: PageModel, feature: Feature | ProtectedFeature, at: number): number {
  return countBetween(page.evidence.features.get(feature), at, page.survey.ends[at] ?? at);
}

/** Characters of text in a subtree. */
export function countCharacters(page: PageModel, at: number): number {
  return sumOverUnits(page.survey, page.characters, at);
}

/** Maximum length of a box, in characters; larger blocks are regions of the page. */
export const MAX_BOX_LENGTH = 700;

/** Whether an element is part of the page's scaffolding (`body`, `main`, `article`), and so no box, whatever its name. */
export function isScaffold({ survey }: PageModel, at: number): boolean {
  return ((survey.tags[at] ?? 0) & TAG.scaffold) !== 0;
}

const OVERLAY_NAME = nameBits('overlay');

/** Whether an element is a dialog or has the name of an overlay. On scaffolding, such a name describes the page. */
export function isPopup(page: PageModel, at: number): boolean {
  const element = page.survey.elements[at];
  if (element !== undefined && isDialog(element)) return true;
  return ((page.evidence.names[at] ?? 0) & OVERLAY_NAME) !== 0 && !isScaffold(page, at);
}

/** Whether a block contains an email field for a mailing list. */
export function asksForEmail(page: PageModel, at: number): boolean {
  return countFeature(page, 'emailField', at) + countFeature(page, 'signUpTarget', at) > 0;
}
