import { hasCue } from '../phrases/phrase-book.ts';
import { nameBits } from './name-cues.ts';
import type { PageModel } from './page-counts.ts';
import { runningSums, sumTexts } from './survey.ts';

/** A headline of a teaser is all link, and longer than the name of a part of the site; in characters. */
const HEADLINE = 15;
const LINKED = 0.8;
/** Fewer are no list. */
const FEWEST = 2;
/** A teaser with its summary, in characters; an article has far more text between links that stand alone. */
const TEASER = 450;
/** A longer line is no heading of a list. */
const HEADING = 60;

const RELATED = nameBits('related');
const ARTICLE = nameBits('article');

/**
 * Tells lists of teasers: headlines of other articles, each with a summary of running text that is none of this
 * article's. They are named so by their author or say so in their first line.
 *
 * @returns asks of one element, by its number
 */
export function findTeaserLists(page: PageModel): (at: number) => boolean {
  const { survey, evidence, characters } = page;
  const { units, textsBefore, ends } = survey;
  const headlines = runningSums(
    units.map(({ length, linked }) => (length >= HEADLINE && linked >= length * LINKED ? 1 : 0)),
  );
  const saysSo = (at: number): boolean => {
    const first = textsBefore[at] ?? 0;
    const unit = units[first];
    return unit !== undefined && unit.length <= HEADING && hasCue(evidence.cues[first] ?? 0, 'related');
  };
  return (at) => {
    const count = sumTexts(survey, headlines, at);
    if (count < FEWEST || sumTexts(survey, characters, at) > count * TEASER) return false;
    const names = evidence.names[at] ?? 0;
    if ((names & ARTICLE) !== 0 || (ends[at] ?? 0) <= at + 1) return false;
    return (names & RELATED) !== 0 || saysSo(at);
  };
}
