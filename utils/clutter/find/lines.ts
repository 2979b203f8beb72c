/** What single lines are, by their words, their links and how they stand. */

import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES } from '../phrases/begging-cues.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { nameBits } from './name-cues.ts';
import { charactersIn, type PageModel } from './page-counts.ts';
import type { Survey, Unit } from './survey.ts';

const RELATED = nameBits('related');

const NOTE_LENGTH = 140;
/** "Story continues below advertisement" in the longest of the languages. */
const LABEL_LENGTH = 60;

/** A line that leads away from the article ("Read more: …") or labels something that is not its text. */
export function isAsideLine(unit: Unit, cues: number): boolean {
  if (cues === 0) return false;
  if (hasCue(cues, 'pageNote') && unit.length <= NOTE_LENGTH) return true;
  if (hasCue(cues, 'adLabel') && unit.length <= LABEL_LENGTH && !hasSentence(unit.text)) return true;
  if (!hasCue(cues, 'related', 'share', 'comments', 'adLabel', 'follow')) return false;
  return unit.length <= 30 || (unit.length <= 200 && unit.linked >= unit.length * 0.5);
}

/** A line that is all link and named as one that leads to another article. */
export function isNamedLink({ evidence }: PageModel, unit: Unit): boolean {
  return (
    unit.linked >= unit.length * 0.9 && unit.length <= 200 && ((evidence.names[unit.at] ?? 0) & RELATED) !== 0
  );
}

/** A line that is all link, about what is begged for, and leads to where this site sells itself. */
export function isOfferLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (unit.linked < unit.length * 0.9 || unit.length > 200) return false;
  const cues = evidence.cues[i] ?? 0;
  if ((cues & ATTACHED_CUES) === 0) return false;
  // Below such a place may be an issue of the newsletter, whose headline asks for nothing.
  const places = hasCue(cues, 'ask', 'subscribe', 'donate') ? evidence.offers : evidence.finals;
  return countBetween(places, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
}

/** A button with nothing beside it ("More") opens something of the page's own. */
export function isOpener(page: PageModel, unit: Unit, at: number): boolean {
  if (charactersIn(page, at) > unit.length) return false;
  const links = countBetween(page.evidence.links, at, page.survey.ends[at] ?? at);
  return links === 0 && unit.linked === unit.length;
}

/** A sentence as a link to one of some places. */
export function isLinkedSentence({ ends }: Survey, places: readonly number[], unit: Unit): boolean {
  if (unit.linked < unit.length * 0.8 || countBetween(places, unit.at, ends[unit.at] ?? unit.at) === 0)
    return false;
  return hasSentence(unit.text);
}
