import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { cueBits, hasCue } from '../phrases/phrase-book.ts';
import { ATTACHED_CUES, BEGGING_CUES } from './begging-cues.ts';
import { BOX_LENGTH, charactersIn, isScaffold, type PageModel, takesAddress } from './page-counts.ts';
import type { Unit } from './survey.ts';

/*
 * The buttons and lines by which a user gets about the site: its menu, its search, the way into their account.
 */

/** A longer text on a link is more than the name of a part of the site. */
const BUTTON_LENGTH = 30;
/** A plea of fewer words is a button itself; what only belongs to a plea must be longer. */
const PLEA_LENGTH = 25;
const OFFER_LENGTH = 40;
const PLEA_LEVELS = 4;
/** A line of links says hardly anything beside them: where the paper is, or what day it is. */
const MENU_WORDS = 40;
/** The names of parts of a site are short; in characters, on average. */
const NAME_LENGTH = 20;

/** A line of several links with short names, and no sentence: "Sign in. Newsletters". */
function isMenuLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (((evidence.cues[i] ?? 0) & ATTACHED_CUES) === 0 || evidence.asks[i] === true) return false;
  if (unit.length - unit.linked > MENU_WORDS || hasSentence(unit.text)) return false;
  const links = countBetween(evidence.links, unit.at, survey.ends[unit.at] ?? unit.at);
  return links >= 2 && unit.linked <= links * NAME_LENGTH;
}

/** "Sign in to your account here" asks as well, for what the user has already. */
const ACCOUNT_CUES = cueBits('ask', 'signUp', 'formNote');

/**
 * Whether a text is how a user gets about.
 *
 * @param i its position in `survey.units`
 */
export function isWayAbout(page: PageModel, unit: Unit, i: number): boolean {
  const cues = page.evidence.cues[i] ?? 0;
  const isButton =
    hasCue(cues, 'menu', 'account') && unit.length <= BUTTON_LENGTH && unit.linked >= unit.length * 0.8;
  if (!isButton && !isMenuLine(page, unit, i)) return false;
  if (isButton && hasCue(cues, 'menu')) return true;
  let box = unit.at;
  for (let level = 0; level < PLEA_LEVELS; level++) {
    const parent = page.survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent) || charactersIn(page, parent) > BOX_LENGTH) break;
    box = parent;
  }
  return !holdsPlea(page, box);
}

function holdsPlea(page: PageModel, box: number): boolean {
  const { survey, evidence } = page;
  if (takesAddress(page, box)) return true;
  const end = survey.textsBefore[survey.ends[box] ?? box] ?? 0;
  for (let i = survey.textsBefore[box] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined) continue;
    if ((cues & ATTACHED_CUES & ~ACCOUNT_CUES) === 0) continue;
    const least = (cues & BEGGING_CUES) === 0 ? OFFER_LENGTH : PLEA_LENGTH;
    if (unit.length - unit.linked >= least) return true;
  }
  return false;
}
