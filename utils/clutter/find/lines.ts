import { hasSentenceEnd } from '../../text/has-sentence-end.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, hasCue } from '../phrases/phrase-book.ts';
import { nameBits } from './name-cues.ts';
import { countCharacters, type PageModel } from './page-counts.ts';
import { prefixSums, type Survey, sumOverUnits, type Unit } from './survey.ts';

/* Classifies single lines by their words, links and position. */

const RELATED_NAME = nameBits('related');

const MAX_NOTE_LENGTH = 140;
/** Maximum length of a label, in characters: "Story continues below advertisement" in the most verbose language. */
const MAX_LABEL_LENGTH = 60;

/** Whether a line leads away from the article ("Read more: …") or labels something else. */
export function isAsideLine(unit: Unit, cues: number): boolean {
  if (cues === 0) return false;
  if (hasCue(cues, 'pageNote') && unit.length <= MAX_NOTE_LENGTH) return true;
  if (hasCue(cues, 'adLabel') && unit.length <= MAX_LABEL_LENGTH && !hasSentenceEnd(unit.text)) return true;
  if (!hasCue(cues, 'related', 'share', 'comments', 'adLabel', 'follow')) return false;
  return unit.length <= 30 || (unit.length <= 200 && unit.linked >= unit.length * 0.5);
}

/** Whether a line is a link whose names mark it as one to another article. */
export function isRelatedLink({ evidence }: PageModel, unit: Unit): boolean {
  return (
    unit.linked >= unit.length * 0.9 &&
    unit.length <= 200 &&
    ((evidence.names[unit.at] ?? 0) & RELATED_NAME) !== 0
  );
}

/** Whether a line is a link with promotional cues to where this site sells subscriptions. */
export function isOfferLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (unit.linked < unit.length * 0.9 || unit.length > 200) return false;
  const cues = evidence.cues[i] ?? 0;
  if ((cues & ATTACHED_CUES) === 0) return false;
  // Deeper addresses can be issues of the newsletter, whose headlines make no request.
  const offers = hasCue(cues, 'ask', 'subscribe', 'donate') ? evidence.offers : evidence.directOffers;
  return countBetween(offers, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
}

/** Whether a line is a button without other text ("More") that opens a part of the page itself. */
export function isExpandButton(page: PageModel, unit: Unit, at: number): boolean {
  if (countCharacters(page, at) > unit.length) return false;
  const links = countBetween(page.evidence.links, at, page.survey.ends[at] ?? at);
  return links === 0 && unit.linked === unit.length;
}

/** Whether a text is a sentence with one of these links. */
export function isLinkedSentence({ ends }: Survey, links: readonly number[], unit: Unit): boolean {
  if (unit.linked < unit.length * 0.8 || countBetween(links, unit.at, ends[unit.at] ?? unit.at) === 0)
    return false;
  return hasSentenceEnd(unit.text);
}

/** Minimum length of a teaser's headline (characters), and minimum share of linked text. Section names are shorter. */
const MIN_HEADLINE_LENGTH = 15;
const MIN_LINKED_SHARE = 0.8;
/** Minimum number of teasers in a list. */
const MIN_TEASERS = 2;
/** Maximum length of a teaser with its summary, in characters; articles have more text between separate links. */
const MAX_TEASER_LENGTH = 450;
/** Maximum length of a list's heading, in characters. */
const MAX_HEADING_LENGTH = 60;

const ARTICLE_NAME = nameBits('article');

/**
 * Finds lists of teasers (headlines of other articles with summaries), which don't belong to this article. They are
 * identified by their names or their first line.
 *
 * @returns a function that checks an element by its number
 */
export function findTeaserLists(page: PageModel): (at: number) => boolean {
  const { survey, evidence, characters } = page;
  const { units, unitsBefore, ends } = survey;
  const headlines = prefixSums(
    units.map(({ length, linked }) =>
      length >= MIN_HEADLINE_LENGTH && linked >= length * MIN_LINKED_SHARE ? 1 : 0,
    ),
  );
  const hasRelatedHeading = (at: number): boolean => {
    const first = unitsBefore[at] ?? 0;
    const unit = units[first];
    return (
      unit !== undefined && unit.length <= MAX_HEADING_LENGTH && hasCue(evidence.cues[first] ?? 0, 'related')
    );
  };
  return (at) => {
    const count = sumOverUnits(survey, headlines, at);
    if (count < MIN_TEASERS || sumOverUnits(survey, characters, at) > count * MAX_TEASER_LENGTH) return false;
    const names = evidence.names[at] ?? 0;
    if ((names & ARTICLE_NAME) !== 0 || (ends[at] ?? 0) <= at + 1) return false;
    return (names & RELATED_NAME) !== 0 || hasRelatedHeading(at);
  };
}
