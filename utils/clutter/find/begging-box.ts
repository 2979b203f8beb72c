/** Boxes within an article that ask something of the reader, whatever words they ask it in. */
import { countDense } from '../../text/count-words.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, BEGGING_CUES } from '../phrases/begging-cues.ts';
import { type PageModel, takesAddress } from './page-counts.ts';
import { isLonelyField, isPitch, weighBlock } from './page-model.ts';
import { sumTexts } from './survey.ts';
import { TAG } from './tags.ts';
import { THRESHOLD } from './weights.ts';

/** A list in the text may well be about prices and trials; it begs only where it takes an address. */
export function isBeggingBox(page: PageModel, at: number, tag: number, length: number): boolean {
  const appeals = page.evidence.features.get('appeal');
  if (appeals !== undefined && countBetween(appeals, at, page.survey.ends[at] ?? at) > 0)
    return appeals.includes(at);
  if ((tag & (TAG.list | TAG.listItem)) !== 0 && !takesAddress(page, at)) return false;
  if (isMostlyBegging(page, at, length)) return takesAddress(page, at) || holdsRequest(page, at);
  return isSmallOffer(page, at);
}

/**
 * What stands beside a button in words that nobody knows, in characters, those of dense scripts twice: more may be a
 * paragraph of the article, or its free beginning.
 */
const UNKNOWN_WORDS = 60;
/** Beside a field that takes an address: a heading, a sentence, a note. Each is as short as that. */
const UNKNOWN_AT_FIELD = 120;

/** The characters in words that nobody knows and in no link; as many as could be where one text of them is too long. */
function unknownWords({ survey, evidence }: PageModel, at: number): number {
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  let sum = 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end && sum <= UNKNOWN_AT_FIELD; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined || (cues & BEGGING_CUES) !== 0) continue;
    const length = unit.length - unit.linked + countDense(unit.text);
    // A long text may have a word in it that begs where it is short: "free", "a week".
    if (length > UNKNOWN_WORDS) return Infinity;
    if ((cues & ATTACHED_CUES) === 0) sum += length;
  }
  return sum;
}

/** A few words in any wording, with a field that takes an address or the way to where the site sells itself. */
function isSmallOffer(page: PageModel, at: number): boolean {
  const isField = isLonelyField(page, at);
  if (!isField && !isPitch(page, at)) return false;
  if (unknownWords(page, at) > (isField ? UNKNOWN_AT_FIELD : UNKNOWN_WORDS)) return false;
  return weighBlock(page, at).score >= THRESHOLD;
}

/** Whether some line in a block asks; a block without one tells of subscriptions. */
function holdsRequest({ survey, evidence }: PageModel, at: number): boolean {
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end; i++) if (evidence.asks[i] === true) return true;
  return false;
}

function isMostlyBegging(page: PageModel, at: number, length: number): boolean {
  if (sumTexts(page.survey, page.foreign, at) > length / 2) return false;
  return weighBlock(page, at).score >= THRESHOLD;
}
