import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { unquote } from '../phrases/read-cues.ts';
import type { Article } from './article-elements.ts';
import { nameBits } from './name-cues.ts';
import { isNavigationText } from './navigation-texts.ts';
import {
  asksForEmail,
  countCharacters,
  countFeature,
  countMediaAndFields,
  isPopup,
  isScaffold,
  MAX_BOX_LENGTH,
  type PageModel,
} from './page-counts.ts';
import { createPassableCheck } from './passable-box.ts';
import { prefixSums, sumOverElements, sumOverUnits } from './survey.ts';
import { TAG } from './tags.ts';
import type { ProtectedFeature } from './weights.ts';

/*
 * The only module that separates clutter from what Offprint never touches.
 *
 * A box that asks for an email address, a subscription or a donation is clutter if the page has its complete text. These are
 * not clutter, and blocks that contain them are not touched either:
 * - whatever withholds text or admits users: payment and registration walls, logins, consent dialogs
 * - whatever users write in: comments, letters to the editor, searches
 * - navigation: the menu, the search, the link to the account
 *
 * A pop-up over the whole article that can be dismissed to read on is no wall, whatever it says (`passable-box.ts`).
 */

const WALL_NAMES = nameBits('wall', 'consent');
const ZONE_NAMES = nameBits('wall', 'login', 'consent', 'comments');
/** Maximum length of a zone identified by its name, in characters; longer ones are the page's scaffolding. */
const MAX_ZONE_LENGTH = 2500;
/** Number of levels above a sentence about a wall or cookies that can belong to the same box. */
const MAX_BOX_LEVELS = 4;
/** Minimum length of such a sentence, in characters: a short link to the cookie policy or the login is no dialog. */
const MIN_SENTENCE_LENGTH = 40;

/** Elements that must not be touched, as prefix sums over elements. */
export interface OffLimits {
  /** Those that built-in rules must not touch. */
  all: Float64Array;
  /** Those that no rule must touch: walls and consent dialogs. */
  walls: Float64Array;
}

/** Finds the blocks that must not be touched. */
export function* offLimitsInSteps(page: PageModel, article: Article): Steps<OffLimits> {
  const { survey, evidence } = page;
  const offLimits = new Uint8Array(survey.elements.length);
  const walls = new Uint8Array(survey.elements.length);
  // A cache, so that a form with several fields is handled once
  const isWallByElement = new Map<number, boolean>();
  const putOffLimits = (at: number, isWall = false): void => {
    const cached = isWallByElement.get(at);
    if (cached === true || cached === isWall) return;
    isWallByElement.set(at, isWall);
    offLimits.fill(1, at, survey.ends[at] ?? at + 1);
    if (isWall) walls.fill(1, at, survey.ends[at] ?? at + 1);
  };
  /** Includes fields that follow the words of a wall outside of their box, so that the wall stays complete. */
  const putWallOffLimits = (box: number, isWall = false): void => {
    putOffLimits(box, isWall);
    for (const at of findFieldsAfter(page, box)) putOffLimits(at, isWall);
  };
  const findPopup = createPopupFinder(page);
  const isPassable = createPassableCheck(page, article);
  const containsArticle = (at: number) => sumOverElements(survey, article.guardedSums, at) > 0;

  evidence.names.forEach((bits, at) => {
    if ((bits & ZONE_NAMES) === 0 || ((survey.tags[at] ?? 0) & (TAG.scaffold | TAG.inline)) !== 0) return;
    if (countCharacters(page, at) === 0 || containsArticle(at) || !isNamedZone(page, at, bits)) return;
    // The cookie checkbox in a comment form has both names, but is no consent dialog.
    putOffLimits(at, isNamedZone(page, at, bits & WALL_NAMES));
  });
  for (const at of article.parts) putOffLimits(at);
  yield;
  for (const link of evidence.features.get('podcast') ?? []) {
    const player = findPlayer(page, link);
    if (player !== null) putOffLimits(player);
  }
  yield;
  let lastField = 0;
  for (const feature of [
    'password',
    'longField',
    'searchField',
  ] as const satisfies readonly ProtectedFeature[]) {
    for (const at of evidence.features.get(feature) ?? []) {
      if (++lastField % ITEMS_PER_STEP === 0) yield;
      const popup = feature === 'password' ? findPopup(at) : -1;
      putOffLimits(popup >= 0 && !containsArticle(popup) ? popup : findForm(page, at));
    }
  }
  const tips = evidence.features.get('memberTip') ?? [];
  const isInMemberTip = (at: number): boolean =>
    tips.some((tip) => at >= tip && at < (survey.ends[tip] ?? tip));
  let i = -1;
  for (const unit of survey.units) {
    if (++i % ITEMS_PER_STEP === 0) yield;
    const cues = evidence.cues[i] ?? 0;
    if (cues === 0) continue;
    if (isInMemberTip(unit.at)) continue;
    if (isNavigationText(page, unit, i)) putOffLimits(unit.at);
    if (!hasCue(cues, 'wall', 'login', 'consent', 'adBlocker') || unit.linked > unit.length * 0.8) continue;
    if (containsArticle(unit.at)) {
      // A wall's words can be mistaken for text of the article. Then the other elements of its box belong to the wall, too.
      // Quoted words of a wall are a report.
      const containsBody = (at: number): boolean =>
        at <= article.body && article.body < (survey.ends[at] ?? 0);
      if (hasCue(cues, 'wall') && hasCue(page.phrases.readCues(unquote(unit.text)), 'wall'))
        putWallOffLimits(findBox(page, unit.at, MAX_BOX_LEVELS, containsBody));
      continue;
    }
    if (hasCue(cues, 'wall')) {
      const popup = findPopup(unit.at);
      if (popup >= 0 && !containsArticle(popup) && isPassable(popup)) continue;
      putWallOffLimits(findBox(page, unit.at, MAX_BOX_LEVELS, containsArticle), true);
    } else if (hasCue(cues, 'adBlocker')) {
      const popup = findPopup(unit.at);
      if (popup >= 0 && !containsArticle(popup)) putOffLimits(popup, true);
    } else if (unit.length >= MIN_SENTENCE_LENGTH && !hasCue(cues, 'ask')) {
      const box = findBox(page, unit.at, 2, containsArticle);
      // The terms in a sign-up form belong to the form.
      const around = findBox(page, unit.at, MAX_BOX_LEVELS, containsArticle);
      const isNote = hasCue(cues, 'newsletter', 'signUp', 'formNote') && asksForEmail(page, around);
      if (!isNote) putOffLimits(box, hasCue(cues, 'consent'));
    }
  }
  yield;
  return { all: prefixSums(offLimits), walls: prefixSums(walls) };
}

/** Number of siblings after a wall's words that are searched for its fields. */
const MAX_WALL_SIBLINGS = 6;
/** Maximum length of a wall's words if its fields are outside of their box, in characters; longer ones are a report. */
const MAX_WALL_LINE_LENGTH = 90;
/** Maximum length of a following sibling that can belong to the wall, in characters. */
const MAX_WALL_SIBLING_LENGTH = 500;

/** Returns the siblings after a wall's words up to its last field or button; empty if none follows. */
function findFieldsAfter(page: PageModel, box: number): number[] {
  const { survey } = page;
  if (countMediaAndFields(page, box) > 0 || countCharacters(page, box) > MAX_WALL_LINE_LENGTH) return [];
  const parent = survey.parents[box] ?? -1;
  const end = survey.ends[parent] ?? 0;
  const siblings: number[] = [];
  let lastField = 0;
  for (
    let at = survey.ends[box] ?? end;
    at < end && siblings.length < MAX_WALL_SIBLINGS;
    at = survey.ends[at] ?? end
  ) {
    if (countFeature(page, 'nameNewsletter', at) > 0 || countCharacters(page, at) > MAX_WALL_SIBLING_LENGTH)
      break;
    const isField = countFeature(page, 'textField', at) + countFeature(page, 'password', at) > 0;
    const isButton = countBetween(page.evidence.actions, at, survey.ends[at] ?? at) > 0;
    if (lastField > 0 && !isField && !isButton) break;
    siblings.push(at);
    if (isField || isButton) lastField = siblings.length;
  }
  return siblings.slice(0, lastField);
}

/** Maximum length of a podcast box with its player, name and links to follow it, in characters. */
const MAX_PLAYER_LENGTH = 300;
const MAX_PLAYER_LEVELS = 3;

/** The box in which a podcast is played and followed; null if it asks for an address. */
function findPlayer(page: PageModel, link: number): number | null {
  let box = link;
  for (let level = 0; level < MAX_PLAYER_LEVELS; level++) {
    const parent = page.survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent) || countCharacters(page, parent) > MAX_PLAYER_LENGTH) break;
    if (countFeature(page, 'emailField', parent) + countFeature(page, 'newsletter', parent) > 0)
      return level === 0 ? null : box;
    box = parent;
  }
  return box;
}

/** Whether a block is what its name says; such names also appear on links and on other forms. */
function isNamedZone(page: PageModel, at: number, bits: number): boolean {
  if ((bits & nameBits('comments')) !== 0) return true;
  if (countCharacters(page, at) > MAX_ZONE_LENGTH) return false;
  if ((bits & nameBits('wall')) !== 0) return true;
  const fields = countMediaAndFields(page, at);
  if ((bits & nameBits('login')) !== 0 && fields > 0) return true;
  if ((bits & nameBits('consent')) === 0) return false;
  if (countFeature(page, 'newsletter', at) + countFeature(page, 'emailField', at) > 0) return false;
  return !isConsentCheckbox(page, at);
}

/** Whether an element is the consent checkbox of a sign-up form, and so belongs to the form. */
function isConsentCheckbox(page: PageModel, at: number): boolean {
  const { survey } = page;
  for (let ancestor = survey.parents[at] ?? -1; ancestor >= 0; ancestor = survey.parents[ancestor] ?? -1) {
    if (((survey.tags[ancestor] ?? 0) & TAG.form) !== 0)
      return countFeature(page, 'emailField', ancestor) > 0;
  }
  return false;
}

/** The form of a field, or else the nearest box that contains another field. */
function findForm(page: PageModel, field: number): number {
  const { survey } = page;
  for (let at = field; at >= 0; at = survey.parents[at] ?? -1) {
    if (((survey.tags[at] ?? 0) & TAG.form) !== 0) return at;
  }
  let box = field;
  const grow = (): void => {
    const larger = findBox(page, box, 1, () => false);
    // Promotional text belongs to a different box, however near it is.
    if (countPromoTexts(page, larger) === countPromoTexts(page, box)) box = larger;
  };
  for (let level = 0; level < MAX_BOX_LEVELS && countMediaAndFields(page, box) < 2; level++) grow();
  grow();
  return box;
}

function countPromoTexts(page: PageModel, at: number): number {
  return sumOverUnits(page.survey, page.promoTexts, at);
}

/** Returns a function that finds the outermost pop-up around an element, or -1. Each element is checked once. */
function createPopupFinder(page: PageModel): (inner: number) => number {
  const { survey } = page;
  const cache = new Map<number, number>();
  return (inner) => {
    const path: number[] = [];
    let at = inner;
    for (
      ;
      at >= 0 && !isScaffold(page, at) && !cache.has(at) && countCharacters(page, at) <= MAX_ZONE_LENGTH;
      at = survey.parents[at] ?? -1
    )
      path.push(at);
    let popup = cache.get(at) ?? -1;
    for (const visited of path.toReversed()) {
      if (popup < 0 && isPopup(page, visited)) popup = visited;
      cache.set(visited, popup);
    }
    return popup;
  };
}

/** Climbs at most `levels` from an element, while the block is no larger than a box and doesn't contain the article. */
function findBox(
  page: PageModel,
  inner: number,
  levels: number,
  containsArticle: (at: number) => boolean,
): number {
  const { survey } = page;
  let box = inner;
  for (let level = 0; level < levels; level++) {
    const parent = survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent)) break;
    if (countCharacters(page, parent) > MAX_BOX_LENGTH || containsArticle(parent)) break;
    box = parent;
  }
  return box;
}
