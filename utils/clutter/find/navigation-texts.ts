import { hasSentenceEnd } from '../../text/has-sentence-end.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, cueBits, hasCue, PROMO_CUES } from '../phrases/phrase-book.ts';
import { PROMO_NAMES } from './evidence.ts';
import { nameBits } from './name-cues.ts';
import {
  asksForEmail,
  countCharacters,
  countFeature,
  isScaffold,
  MAX_BOX_LENGTH,
  type PageModel,
} from './page-counts.ts';
import type { Unit } from './survey.ts';
import { TAG } from './tags.ts';

/* Recognises links, buttons and lines for navigation: the site's menu, its search, the account. */

/** Maximum length of a link or button for navigation, in characters. */
const MAX_BUTTON_LENGTH = 30;
/** Minimum lengths of a plea, and of other promotional texts, in characters; shorter ones are buttons. */
const MIN_PLEA_LENGTH = 25;
const MIN_OFFER_LENGTH = 40;
/** Number of ancestors of a navigation text that are searched for a plea. */
const MAX_PLEA_LEVELS = 4;
/** Maximum length of unlinked text in a line of links, such as a place or date, in characters. */
const MAX_UNLINKED_LENGTH = 40;
/** Maximum average length of section names, in characters. */
const MAX_NAME_LENGTH = 20;

/** Whether a line consists of several short links, such as "Sign in. Newsletters". */
function isMenuLine({ survey, evidence }: PageModel, unit: Unit, i: number): boolean {
  if (((evidence.cues[i] ?? 0) & ATTACHED_CUES) === 0 || evidence.isRequest[i] === true) return false;
  if (unit.length - unit.linked > MAX_UNLINKED_LENGTH || hasSentenceEnd(unit.text)) return false;
  const links = countBetween(evidence.links, unit.at, survey.ends[unit.at] ?? unit.at);
  return links >= 2 && unit.linked <= links * MAX_NAME_LENGTH;
}

/** Cues that also occur in account links such as "Sign in to your account here". */
const ACCOUNT_CUES = cueBits('ask', 'signUp', 'formNote');

/**
 * Whether a text is for navigation and not part of a plea.
 *
 * @param i position in `survey.units`
 */
export function isNavigationText(page: PageModel, unit: Unit, i: number): boolean {
  const cues = page.evidence.cues[i] ?? 0;
  const isButton =
    hasCue(cues, 'menu', 'account') && unit.length <= MAX_BUTTON_LENGTH && unit.linked >= unit.length * 0.8;
  if (!isButton && !isMenuLine(page, unit, i)) return false;
  if (isButton && hasCue(cues, 'menu')) return true;
  let box = unit.at;
  for (let level = 0; level < MAX_PLEA_LEVELS; level++) {
    const parent = page.survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent) || countCharacters(page, parent) > MAX_BOX_LENGTH) break;
    box = parent;
  }
  return !containsPlea(page, box);
}

function containsPlea(page: PageModel, box: number): boolean {
  const { survey, evidence } = page;
  if (asksForEmail(page, box)) return true;
  const end = survey.unitsBefore[survey.ends[box] ?? box] ?? 0;
  for (let i = survey.unitsBefore[box] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined) continue;
    if ((cues & ATTACHED_CUES & ~ACCOUNT_CUES) === 0) continue;
    const minLength = (cues & PROMO_CUES) === 0 ? MIN_OFFER_LENGTH : MIN_PLEA_LENGTH;
    if (unit.length - unit.linked >= minLength) return true;
  }
  return false;
}

/** Maximum length of a symbol on a close button, in characters. */
const MAX_SYMBOL_LENGTH = 2;
const PROMO_BOX_NAMES = PROMO_NAMES | nameBits('overlay');

const PROMO_TARGETS = ['linkNewsletter', 'linkSubscribe', 'linkDonate', 'linkApp'] as const;

/** Whether a text is a short link or button that is not promotional. */
function isNavigationLink(page: PageModel, unit: Unit, cues: number): boolean {
  if (unit.length > MAX_BUTTON_LENGTH || unit.length <= MAX_SYMBOL_LENGTH) return false;
  if (hasCue(cues, 'menu', 'account')) return true;
  if ((cues & ATTACHED_CUES) !== 0 || unit.linked < unit.length * 0.8) return false;
  return PROMO_TARGETS.every((target) => countFeature(page, target, unit.at) === 0);
}

/** Whether a text is a sentence or a plea, and not just the name of a link. */
function isSentenceOrPlea(unit: Unit, cues: number): boolean {
  if (unit.length - unit.linked < MIN_PLEA_LENGTH) return false;
  return (cues & ATTACHED_CUES) !== 0 || hasSentenceEnd(unit.text);
}

/**
 * Whether a block is a strip of links and buttons, some of which are for navigation: to the search, the account, a section.
 * It has no sentence and no email field. It must stay, even if one of its links is promotional. Overlays and boxes with
 * promotional names are no strips; they have such links as ways out.
 */
export function isNavigationStrip(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (asksForEmail(page, at) || countFeature(page, 'memberTip', at) > 0) return false;
  const end = survey.unitsBefore[survey.ends[at] ?? at] ?? 0;
  let navigationLinks = 0;
  for (let i = survey.unitsBefore[at] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    const cues = evidence.cues[i] ?? 0;
    if (unit === undefined) continue;
    if (isSentenceOrPlea(unit, cues)) return false;
    if (isNavigationLink(page, unit, cues)) navigationLinks += 1;
  }
  return navigationLinks > 0 && !isInPromoBox(page, at);
}

function isInPromoBox({ survey, evidence }: PageModel, inner: number): boolean {
  for (
    let at = inner;
    at >= 0 && ((survey.tags[at] ?? 0) & TAG.scaffold) === 0;
    at = survey.parents[at] ?? -1
  )
    if (((evidence.names[at] ?? 0) & PROMO_BOX_NAMES) !== 0) return true;
  return false;
}
