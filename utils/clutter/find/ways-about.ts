import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, BEGGING_CUES, cueBits, hasCue } from '../phrases/phrase-book.ts';
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

/* Buttons and lines for navigation: the site's menu, its search, the link to the account. */

/** Maximum length of a section name on a link. */
const BUTTON_LENGTH = 30;
/** Minimum length of a plea, and of words that only accompany a plea; shorter ones are buttons. */
const PLEA_LENGTH = 25;
const OFFER_LENGTH = 40;
const PLEA_LEVELS = 4;
/** Maximum of other text in a line of links, such as a place or date. */
const MENU_WORDS = 40;
/** Maximum average length of section names, in characters. */
const NAME_LENGTH = 20;

/** Whether a line consists of several links with short names: "Sign in. Newsletters". */
function isMenuLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (((evidence.cues[i] ?? 0) & ATTACHED_CUES) === 0 || evidence.asks[i] === true) return false;
  if (unit.length - unit.linked > MENU_WORDS || hasSentence(unit.text)) return false;
  const links = countBetween(evidence.links, unit.at, survey.ends[unit.at] ?? unit.at);
  return links >= 2 && unit.linked <= links * NAME_LENGTH;
}

/** Cues that also occur in account links such as "Sign in to your account here". */
const ACCOUNT_CUES = cueBits('ask', 'signUp', 'formNote');

/**
 * Whether a text is for navigation.
 *
 * @param i its position in `survey.units`
 */
export function isNavigationText(page: PageModel, unit: Unit, i: number): boolean {
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

/** Maximum length of a sign on a close button, in characters. */
const SIGN_LENGTH = 2;
const BEGGING_BOX = BEGGING_NAMES | nameBits('overlay');

const TARGETS = ['linkNewsletter', 'linkSubscribe', 'linkDonate', 'linkApp'] as const;

/** Whether a text is a short link or button without a request, or for navigation. */
function isOtherLink(page: PageModel, unit: Unit, cues: number): boolean {
  if (unit.length > BUTTON_LENGTH || unit.length <= SIGN_LENGTH) return false;
  if (hasCue(cues, 'menu', 'account')) return true;
  if ((cues & ATTACHED_CUES) !== 0 || unit.linked < unit.length * 0.8) return false;
  return TARGETS.every((target) => countFeature(page, target, unit.at) === 0);
}

/** Whether a text says something instead of naming a target. */
function isSaid(unit: Unit, cues: number): boolean {
  if (unit.length - unit.linked < PLEA_LENGTH) return false;
  return (cues & ATTACHED_CUES) !== 0 || hasSentence(unit.text);
}

/**
 * Whether a block is a strip of links and buttons, some of which lead elsewhere: to the search, the account, a section. It
 * has no sentence and no email field, so a begging link in it is one of its links, and the others must stay. Boxes named for
 * what they beg and overlays have such links as ways out.
 */
export function isNavigationStrip(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (takesAddress(page, at) || countFeature(page, 'memberTip', at) > 0) return false;
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  let others = 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined) continue;
    if (isSaid(unit, cues)) return false;
    if (isOtherLink(page, unit, cues)) others += 1;
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
