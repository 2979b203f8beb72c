import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, BEGGING_CUES } from '../phrases/begging-cues.ts';
import { cueBits, hasCue } from '../phrases/phrase-book.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { nameBits } from './name-cues.ts';
import {
  BOX_LENGTH,
  charactersIn,
  countFeature,
  isScaffold,
  type PageModel,
  takesAddress,
} from './page-counts.ts';
import type { Unit } from './survey.ts';
import { TAG } from './tags.ts';

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

/** What closes a box has a sign for it; in characters. */
const SIGN_LENGTH = 2;
const BEGGING_BOX = BEGGING_NAMES | nameBits('overlay');

const TARGETS = ['linkNewsletter', 'linkSubscribe', 'linkDonate', 'linkApp'] as const;

/** Whether a text is a short link or button that asks for nothing, or one by which a user gets about. */
function isOtherWay(page: PageModel, unit: Unit, cues: number): boolean {
  if (unit.length > BUTTON_LENGTH || unit.length <= SIGN_LENGTH) return false;
  if (hasCue(cues, 'menu', 'account')) return true;
  if ((cues & ATTACHED_CUES) !== 0 || unit.linked < unit.length * 0.8) return false;
  return TARGETS.every((target) => countFeature(page, target, unit.at) === 0);
}

/** Whether a text tells or asks something, rather than naming where it leads. */
function isSaid(unit: Unit, cues: number): boolean {
  if (unit.length - unit.linked < PLEA_LENGTH) return false;
  return (cues & ATTACHED_CUES) !== 0 || hasSentence(unit.text);
}

/**
 * Whether a block is a strip of links and buttons of which some lead elsewhere: the search, the account, a part of the
 * site. It says nothing and takes no address, so what begs in it is one of its links, and the others must stay. A box
 * that is named for what it begs, or laid over the page, has such links as ways out of it.
 */
export function isStripOfWays(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (takesAddress(page, at) || countFeature(page, 'appeal', at) > 0) return false;
  if (countFeature(page, 'memberTip', at) > 0) return false;
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  let others = 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined) continue;
    if (isSaid(unit, cues)) return false;
    if (isOtherWay(page, unit, cues)) others += 1;
  }
  return others > 0 && !isInBeggingBox(page, at);
}

function isInBeggingBox({ survey, evidence }: PageModel, inner: number): boolean {
  for (
    let at = inner;
    at >= 0 && ((survey.tags[at] ?? 0) & TAG.scaffold) === 0;
    at = survey.parents[at] ?? -1
  )
    if (((evidence.names[at] ?? 0) & BEGGING_BOX) !== 0) return true;
  return false;
}
