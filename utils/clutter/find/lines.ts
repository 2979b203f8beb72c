import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, hasCue } from '../phrases/phrase-book.ts';
import { nameBits } from './name-cues.ts';
import { charactersIn, type PageModel } from './page-counts.ts';
import { prefixSums, type Survey, sumTexts, type Unit } from './survey.ts';

/** Classifies single lines by their words, links and position. */

const RELATED = nameBits('related');

const NOTE_LENGTH = 140;
/** Length of "Story continues below advertisement" in the most verbose language. */
const LABEL_LENGTH = 60;

/** Whether a line leads away from the article ("Read more: …") or labels something else. */
export function isAsideLine(unit: Unit, cues: number): boolean {
  if (cues === 0) return false;
  if (hasCue(cues, 'pageNote') && unit.length <= NOTE_LENGTH) return true;
  if (hasCue(cues, 'adLabel') && unit.length <= LABEL_LENGTH && !hasSentence(unit.text)) return true;
  if (!hasCue(cues, 'related', 'share', 'comments', 'adLabel', 'follow')) return false;
  return unit.length <= 30 || (unit.length <= 200 && unit.linked >= unit.length * 0.5);
}

/** Whether a line is a link whose names mark it as one to another article. */
export function isNamedLink({ evidence }: PageModel, unit: Unit): boolean {
  return (
    unit.linked >= unit.length * 0.9 && unit.length <= 200 && ((evidence.names[unit.at] ?? 0) & RELATED) !== 0
  );
}

/** Whether a line is a link with begging cues to where this site sells subscriptions. */
export function isOfferLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (unit.linked < unit.length * 0.9 || unit.length > 200) return false;
  const cues = evidence.cues[i] ?? 0;
  if ((cues & ATTACHED_CUES) === 0) return false;
  // Deeper addresses may be issues of the newsletter, whose headlines make no request.
  const places = hasCue(cues, 'ask', 'subscribe', 'donate') ? evidence.offers : evidence.finals;
  return countBetween(places, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
}

/** Whether a lone button ("More") opens a part of the page itself. */
export function isOpenButton(page: PageModel, unit: Unit, at: number): boolean {
  if (charactersIn(page, at) > unit.length) return false;
  const links = countBetween(page.evidence.links, at, page.survey.ends[at] ?? at);
  return links === 0 && unit.linked === unit.length;
}

/** Whether a text is a sentence linked to one of these places. */
export function isLinkedSentence({ ends }: Survey, places: readonly number[], unit: Unit): boolean {
  if (unit.linked < unit.length * 0.8 || countBetween(places, unit.at, ends[unit.at] ?? unit.at) === 0)
    return false;
  return hasSentence(unit.text);
}

/** Minimum length of a teaser's headline, in characters, and share of it in links; section names are shorter. */
const MIN_HEADLINE_LENGTH = 15;
const MIN_LINKED_SHARE = 0.8;
/** Minimum number of teasers in a list. */
const MIN_TEASERS = 2;
/** Maximum length of a teaser with its summary, in characters; articles have more text between separate links. */
const MAX_TEASER_LENGTH = 450;
/** Maximum length of a list's heading. */
const MAX_HEADING_LENGTH = 60;

const ARTICLE = nameBits('article');

/**
 * Finds lists of teasers: headlines of other articles with summaries, which are not text of this article. Identified by
 * their names or first line.
 *
 * @returns a function that checks an element by its number
 */
export function findTeaserLists(page: PageModel): (at: number) => boolean {
  const { survey, evidence, characters } = page;
  const { units, textsBefore, ends } = survey;
  const headlines = prefixSums(
    units.map(({ length, linked }) =>
      length >= MIN_HEADLINE_LENGTH && linked >= length * MIN_LINKED_SHARE ? 1 : 0,
    ),
  );
  const saysSo = (at: number): boolean => {
    const first = textsBefore[at] ?? 0;
    const unit = units[first];
    return (
      unit !== undefined && unit.length <= MAX_HEADING_LENGTH && hasCue(evidence.cues[first] ?? 0, 'related')
    );
  };
  return (at) => {
    const count = sumTexts(survey, headlines, at);
    if (count < MIN_TEASERS || sumTexts(survey, characters, at) > count * MAX_TEASER_LENGTH) return false;
    const names = evidence.names[at] ?? 0;
    if ((names & ARTICLE) !== 0 || (ends[at] ?? 0) <= at + 1) return false;
    return (names & RELATED) !== 0 || saysSo(at);
  };
}
