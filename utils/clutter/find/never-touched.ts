import { attributeOf } from '../../page/element-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { readCues, unquote } from '../phrases/read-cues.ts';
import type { Article } from './article-elements.ts';
import { nameBits } from './name-cues.ts';
import {
  BOX_LENGTH,
  charactersIn,
  countFeature,
  countThings,
  isScaffold,
  type PageModel,
  takesAddress,
} from './page-counts.ts';
import { passableFinder } from './passable-box.ts';
import { prefixSums, sumTexts, sumWithin } from './survey.ts';
import { TAG } from './tags.ts';
import { isNavigationText } from './ways-about.ts';
import type { Taboo } from './weights.ts';

/*
 * The only place that separates clutter from what Offprint never touches.
 *
 * A box that asks for an address, a subscription or a gift in or over a page with its complete text is clutter.
 * Whatever withholds text or admits users is not: payment and registration walls, logins, consent dialogs, and
 * everything users write in (comments, letters to the editor, searches). Neither these blocks nor blocks that contain
 * them are touched. A pop-up over the whole article that can be dismissed to read on is no wall, whatever it says
 * (`passable-box.ts`).
 * Buttons for navigation stay, too: the menu, the search, the link to the account.
 */

const HARD_NAMES = nameBits('wall', 'consent');
const ZONE_NAMES = nameBits('wall', 'login', 'consent', 'comments');
/** Maximum text of a zone identified by its name; longer ones are the page's scaffolding. */
const NAMED_ZONE_LENGTH = 2500;
/** Number of levels above a sentence about a wall or cookies that belong to it. */
const BOX_LEVELS = 4;
/** Minimum length of such a sentence: a short link to the cookie policy or the login is no dialog. */
const SENTENCE_LENGTH = 40;

/** What must not be touched, as prefix sums over elements. */
export interface OffLimits {
  /** For built-in rules. */
  all: Float64Array;
  /** For all rules: walls and consent dialogs. */
  walls: Float64Array;
}

/** Finds the blocks that must not be touched. */
export function* offLimitsInSteps(page: PageModel, article: Article): Steps<OffLimits> {
  const { survey, evidence } = page;
  const all = new Uint8Array(survey.elements.length);
  const walls = new Uint8Array(survey.elements.length);
  // A form with several fields is handled once.
  const found = new Map<number, boolean>();
  const putOffLimits = (at: number, isWall = false): void => {
    const known = found.get(at);
    if (known === true || known === isWall) return;
    found.set(at, isWall);
    all.fill(1, at, survey.ends[at] ?? at + 1);
    if (isWall) walls.fill(1, at, survey.ends[at] ?? at + 1);
  };
  /** Includes fields that follow the words of a wall without a box of their own, so that the wall stays complete. */
  const putWallOffLimits = (box: number, isWall = false): void => {
    putOffLimits(box, isWall);
    for (const at of findFieldsAfter(page, box)) putOffLimits(at, isWall);
  };
  const findPopup = popupFinder(page);
  const isPassable = passableFinder(page, article);
  const holdsArticle = (at: number) => sumWithin(survey, article.guarded, at) > 0;

  evidence.names.forEach((bits, at) => {
    if ((bits & ZONE_NAMES) === 0 || ((survey.tags[at] ?? 0) & (TAG.scaffold | TAG.inline)) !== 0) return;
    if (charactersIn(page, at) === 0 || holdsArticle(at) || !isZone(page, at, bits)) return;
    // The cookie checkbox in a comment form has both names, but is no consent dialog.
    putOffLimits(at, isZone(page, at, bits & HARD_NAMES));
  });
  for (const at of article.parts) putOffLimits(at);
  yield;
  for (const link of evidence.features.get('podcast') ?? []) {
    const player = findPlayer(page, link);
    if (player !== null) putOffLimits(player);
  }
  yield;
  let fields = 0;
  for (const taboo of ['password', 'longField', 'searchField'] as const satisfies readonly Taboo[]) {
    for (const at of evidence.features.get(taboo) ?? []) {
      if (++fields % REST_EVERY === 0) yield;
      const popup = taboo === 'password' ? findPopup(at) : -1;
      putOffLimits(popup >= 0 && !holdsArticle(popup) ? popup : findForm(page, at));
    }
  }
  const tips = evidence.features.get('memberTip') ?? [];
  const isInTip = (at: number): boolean => tips.some((tip) => at >= tip && at < (survey.ends[tip] ?? tip));
  let i = -1;
  for (const unit of survey.units) {
    if (++i % REST_EVERY === 0) yield;
    const cues = evidence.cues[i] ?? 0;
    if (cues === 0) continue;
    if (isInTip(unit.at)) continue;
    if (isNavigationText(page, unit, i)) putOffLimits(unit.at);
    if (!hasCue(cues, 'wall', 'login', 'consent', 'adBlocker') || unit.linked > unit.length * 0.8) continue;
    if (holdsArticle(unit.at)) {
      // A wall's words may have been read as part of the text: elements beside them in a separate box belong to the wall.
      // Quoted words of a wall are a report.
      const holdsText = (at: number): boolean => at <= article.body && article.body < (survey.ends[at] ?? 0);
      if (hasCue(cues, 'wall') && hasCue(readCues(unquote(unit.text)), 'wall'))
        putWallOffLimits(findBox(page, unit.at, BOX_LEVELS, holdsText));
      continue;
    }
    if (hasCue(cues, 'wall')) {
      const popup = findPopup(unit.at);
      if (popup >= 0 && !holdsArticle(popup) && isPassable(popup)) continue;
      putWallOffLimits(findBox(page, unit.at, BOX_LEVELS, holdsArticle), true);
    } else if (hasCue(cues, 'adBlocker')) {
      const popup = findPopup(unit.at);
      if (popup >= 0 && !holdsArticle(popup)) putOffLimits(popup, true);
    } else if (unit.length >= SENTENCE_LENGTH && !hasCue(cues, 'ask')) {
      const box = findBox(page, unit.at, 2, holdsArticle);
      // The terms in a sign-up form belong to the form.
      const around = findBox(page, unit.at, BOX_LEVELS, holdsArticle);
      const isNote = hasCue(cues, 'newsletter', 'signUp', 'formNote') && takesAddress(page, around);
      if (!isNote) putOffLimits(box, hasCue(cues, 'consent'));
    }
  }
  yield;
  return { all: prefixSums(all), walls: prefixSums(walls) };
}

/** Number of siblings after a wall's words that are searched for its fields. */
const WALL_SIBLINGS = 6;
/** Maximum length of a wall's line without a field, in characters; a longer one is a report. */
const WALL_LINE = 90;
const WALL_REST = 500;

/** Siblings after a wall's words up to its field and button; empty if no field follows. */
function findFieldsAfter(page: PageModel, box: number): number[] {
  const { survey } = page;
  if (countThings(page, box) > 0 || charactersIn(page, box) > WALL_LINE) return [];
  const parent = survey.parents[box] ?? -1;
  const end = survey.ends[parent] ?? 0;
  const passed: number[] = [];
  let fields = 0;
  for (
    let at = survey.ends[box] ?? end;
    at < end && passed.length < WALL_SIBLINGS;
    at = survey.ends[at] ?? end
  ) {
    if (countFeature(page, 'nameNewsletter', at) > 0 || charactersIn(page, at) > WALL_REST) break;
    const isField = countFeature(page, 'textField', at) + countFeature(page, 'password', at) > 0;
    const isButton = countBetween(page.evidence.ways, at, survey.ends[at] ?? at) > 0;
    if (fields > 0 && !isField && !isButton) break;
    passed.push(at);
    if (isField || isButton) fields = passed.length;
  }
  return passed.slice(0, fields);
}

/** Maximum length of a podcast box with its player, name and links to follow it, in characters. */
const PLAYER_LENGTH = 300;
const PLAYER_LEVELS = 3;

/** The box in which a podcast is played and followed; null if it asks for an address. */
function findPlayer(page: PageModel, link: number): number | null {
  let box = link;
  for (let level = 0; level < PLAYER_LEVELS; level++) {
    const parent = page.survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent) || charactersIn(page, parent) > PLAYER_LENGTH) break;
    if (countFeature(page, 'emailField', parent) + countFeature(page, 'newsletter', parent) > 0)
      return level === 0 ? null : box;
    box = parent;
  }
  return box;
}

/** Whether a block is what its name says; such names also appear on links and on other forms. */
function isZone(page: PageModel, at: number, bits: number): boolean {
  if ((bits & nameBits('comments')) !== 0) return true;
  if (charactersIn(page, at) > NAMED_ZONE_LENGTH) return false;
  if ((bits & nameBits('wall')) !== 0) return true;
  const fields = countThings(page, at);
  if ((bits & nameBits('login')) !== 0 && fields > 0) return true;
  if ((bits & nameBits('consent')) === 0) return false;
  if (countFeature(page, 'newsletter', at) + countFeature(page, 'emailField', at) > 0) return false;
  return !isBoxToTick(page, at);
}

/** Whether it is a consent checkbox of a sign-up form, which belongs to the form. */
function isBoxToTick(page: PageModel, at: number): boolean {
  const { survey } = page;
  for (let up = survey.parents[at] ?? -1; up >= 0; up = survey.parents[up] ?? -1) {
    if (((survey.tags[up] ?? 0) & TAG.form) !== 0) return countFeature(page, 'emailField', up) > 0;
  }
  return false;
}

/** The form of a field, or else the nearest box with another field. */
function findForm(page: PageModel, field: number): number {
  const { survey } = page;
  for (let at = field; at >= 0; at = survey.parents[at] ?? -1) {
    if (((survey.tags[at] ?? 0) & TAG.form) !== 0) return at;
  }
  let box = field;
  const grow = (): void => {
    const larger = findBox(page, box, 1, () => false);
    // A begging box is a different one, however near it is.
    if (countPleas(page, larger) === countPleas(page, box)) box = larger;
  };
  for (let level = 0; level < BOX_LEVELS && countThings(page, box) < 2; level++) grow();
  grow();
  return box;
}

function countPleas(page: PageModel, at: number): number {
  return sumTexts(page.survey, page.begging, at);
}

const roleAt = ({ elements }: PageModel['survey'], at: number): string => {
  const element = elements[at];
  return element === undefined ? '' : attributeOf(element, 'role');
};

/** Returns a function that finds the outermost pop-up around a text, or -1; each element is checked once. */
function popupFinder(page: PageModel): (inner: number) => number {
  const { survey, evidence } = page;
  const overlay = nameBits('overlay');
  const known = new Map<number, number>();
  return (inner) => {
    const path: number[] = [];
    let at = inner;
    for (
      ;
      at >= 0 && !isScaffold(page, at) && !known.has(at) && charactersIn(page, at) <= NAMED_ZONE_LENGTH;
      at = survey.parents[at] ?? -1
    )
      path.push(at);
    let popup = known.get(at) ?? -1;
    for (const passed of path.toReversed()) {
      const isPopup = ((evidence.names[passed] ?? 0) & overlay) !== 0 || roleAt(survey, passed) === 'dialog';
      if (popup < 0 && isPopup) popup = passed;
      known.set(passed, popup);
    }
    return popup;
  };
}

/** The block around an element, some levels up, while it is no larger than a box. */
function findBox(
  page: PageModel,
  inner: number,
  levels: number,
  holdsArticle: (at: number) => boolean,
): number {
  const { survey } = page;
  let box = inner;
  for (let level = 0; level < levels; level++) {
    const parent = survey.parents[box] ?? -1;
    if (parent < 0 || isScaffold(page, parent)) break;
    if (charactersIn(page, parent) > BOX_LENGTH || holdsArticle(parent)) break;
    box = parent;
  }
  return box;
}
