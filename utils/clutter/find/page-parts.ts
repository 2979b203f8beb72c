import { attributeOf, getAttribute, localNameOf } from '../../page/element-access.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, cueBits, hasCue } from '../phrases/phrase-book.ts';
import { PROMO_NAMES } from './evidence.ts';
import { leadsToAccount } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import { countCharacters, countFeature, isScaffold, MAX_BOX_LENGTH, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';
import type { Feature } from './weights.ts';

/*
 * Parts of the article or page that can't be recognised by their words: players, images, author and date, account links and
 * buttons in the header, forms of the story. A block that contains any of them is never hidden as a whole; a purely
 * promotional box inside it can be.
 */

const PLAYER_NAME = nameBits('player');
const BYLINE_NAME = nameBits('byline');

/** The article's body as a range of element numbers. */
interface BodyRange {
  from: number;
  to: number;
}

/**
 * Lists the parts that hidden blocks must not contain, as element numbers.
 *
 * @param body the element with the running text; null if unknown
 */
export function listParts(page: PageModel, body: number | null): number[] {
  const { survey, evidence } = page;
  const bodyRange: BodyRange | null = body === null ? null : { from: body, to: survey.ends[body] ?? body };
  const parts: number[] = [];
  survey.elements.forEach((element, at) => {
    const tag = survey.tags[at] ?? 0;
    const names = evidence.names[at] ?? 0;
    if ((tag & (TAG.skip | TAG.scaffold)) !== 0) return;
    if ((tag & TAG.picture) !== 0) {
      if (isPlayer(element) || (bodyRange !== null && isStoryPicture(page, element, at, bodyRange)))
        parts.push(at);
    } else if ((tag & TAG.frame) !== 0) {
      if (isPlayerFrame(element, names) && countBetween(evidence.fields, at, at + 1) === 0) parts.push(at);
    } else if (isNamedPlayer(tag, names) || isAuthorOrDate(page, at, tag, names)) parts.push(at);
  });
  for (const at of listHeaderControls(page, bodyRange)) parts.push(at);
  if (bodyRange !== null) for (const at of listStoryForms(page, bodyRange)) parts.push(at);
  return parts;
}

/** Whether an element is a player. A looping video without controls counts as an image. */
function isPlayer(element: Element): boolean {
  const name = localNameOf(element);
  if (name === 'audio') return true;
  return (
    name === 'video' && (getAttribute(element, 'loop') === null || getAttribute(element, 'controls') !== null)
  );
}

const PLAYER_URL = /\b(?:embed|player|video|watch|podcast|episode|live)\b/i;
const FULL_SCREEN = /fullscreen|picture-in-picture/i;
/** Minimum width and height of a visible frame, in CSS px; smaller ones are used for tracking. */
const MIN_FRAME_SIZE = 50;

function isPlayerFrame(element: Element, names: number): boolean {
  if ((names & PROMO_NAMES) !== 0) return false;
  const sizes = [attributeOf(element, 'width'), attributeOf(element, 'height')];
  if (sizes.some((size) => /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < MIN_FRAME_SIZE))
    return false;
  if (getAttribute(element, 'allowfullscreen') !== null) return true;
  if (FULL_SCREEN.test(attributeOf(element, 'allow'))) return true;
  return ['src', 'data-src'].some((name) => PLAYER_URL.test(attributeOf(element, name).slice(0, 300)));
}

/** Whether an element is the box of a player library, which can still be empty. */
function isNamedPlayer(tag: number, names: number): boolean {
  if ((tag & (TAG.inline | TAG.control | TAG.list | TAG.listItem)) !== 0) return false;
  return (names & PLAYER_NAME) !== 0 && (names & PROMO_NAMES) === 0;
}

/** Minimum length of an image description, in characters and in words. */
const MIN_DESCRIPTION_LENGTH = 20;
const MIN_DESCRIPTION_WORDS = 4;
/** Minimum width of an image without a description, in CSS px. */
const MIN_PICTURE_WIDTH = 500;

/** Whether an image in the body belongs to the story, and is not a logo, badge, cover or link. */
function isStoryPicture(page: PageModel, element: Element, at: number, { from, to }: BodyRange): boolean {
  if (at <= from || at >= to || localNameOf(element) !== 'img') return false;
  const { tags } = page.survey;
  const isLinkOrPromo = (ancestor: number): boolean =>
    ((tags[ancestor] ?? 0) & TAG.link) !== 0 || ((page.evidence.names[ancestor] ?? 0) & PROMO_NAMES) !== 0;
  if (isWithin(page, at, isLinkOrPromo)) return false;
  const description = attributeOf(element, 'alt').trim().slice(0, 400);
  const cues = page.phrases.readCues(description);
  if ((cues & ATTACHED_CUES) !== 0) return false;
  if (
    description.length >= MIN_DESCRIPTION_LENGTH &&
    description.split(/\s+/).length >= MIN_DESCRIPTION_WORDS
  )
    return true;
  return Number.parseInt(attributeOf(element, 'width'), 10) >= MIN_PICTURE_WIDTH;
}

/** Maximum number of ancestors of an image or link that are examined, because pages can nest elements deeply. */
const MAX_LEVELS = 24;

/** Whether an element or one of its nearest ancestors, up to the scaffolding, satisfies a condition. */
function isWithin({ survey }: PageModel, inner: number, matches: (at: number) => boolean): boolean {
  let at = inner;
  for (let level = 0; at >= 0 && level < MAX_LEVELS; level++) {
    if (matches(at)) return true;
    if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return false;
    at = survey.parents[at] ?? -1;
  }
  return false;
}

/** Maximum length of a byline, in characters; longer elements with byline names contain other text, too. */
const MAX_BYLINE_LENGTH = 200;

function isAuthorOrDate(page: PageModel, at: number, tag: number, names: number): boolean {
  if ((tag & TAG.time) !== 0) return true;
  const element = page.survey.elements[at];
  const isLink = element !== undefined && (tag & (TAG.link | TAG.button)) === TAG.link;
  if (isLink && /\bauthor\b/i.test(attributeOf(element, 'rel'))) return true;
  if ((names & BYLINE_NAME) === 0 || (names & PROMO_NAMES) !== 0) return false;
  const length = countCharacters(page, at);
  return length > 0 && length <= MAX_BYLINE_LENGTH;
}

const MAX_BUTTON_LENGTH = 30;

/** Lists account links in the page's header, and buttons that open a box, together with that box, whatever is in it. */
function listHeaderControls(page: PageModel, body: BodyRange | null): number[] {
  const { survey, evidence } = page;
  const found: number[] = [];
  const findOpenedBox = createOpenedBoxFinder(page);
  const isHeader = (at: number): boolean => ((survey.tags[at] ?? 0) & TAG.header) !== 0;
  survey.units.forEach((unit, i) => {
    if (unit.length > MAX_BUTTON_LENGTH || unit.linked < unit.length * 0.8) return;
    if (body !== null && unit.at >= body.from && unit.at < body.to && body.from > 0) return;
    const element = survey.elements[unit.at];
    // Attributes are read only in the header, because pages have hundreds of links.
    if (element === undefined || !isWithin(page, unit.at, isHeader)) return;
    const isAccount = hasCue(evidence.cues[i] ?? 0, 'account', 'login');
    const isAccountLink = localNameOf(element) === 'a' && leadsToAccount(attributeOf(element, 'href'));
    const isDisclosure = isDisclosureButton(element);
    if (isAccount || isAccountLink || isDisclosure) found.push(unit.at);
    const box = isDisclosure ? findOpenedBox(unit.at) : -1;
    if (box >= 0) found.push(box);
  });
  return found;
}

/** Whether an element is a button that opens a box (WAI-ARIA, "disclosure" and "menu button"). */
function isDisclosureButton(element: Element): boolean {
  if (localNameOf(element) !== 'button' && attributeOf(element, 'role') !== 'button') return false;
  return ['aria-expanded', 'aria-haspopup'].some((name) => getAttribute(element, name) !== null);
}

/** Returns a function that finds the box a button opens: that in `aria-controls`, or else the next sibling, or -1. */
function createOpenedBoxFinder(page: PageModel): (button: number) => number {
  const { elements, parents, ends } = page.survey;
  let byId: Map<string, number> | null = null;
  return (button) => {
    const element = elements[button];
    const id = element === undefined ? '' : attributeOf(element, 'aria-controls');
    const next = ends[button] ?? -1;
    let box = parents[next] === parents[button] ? next : -1;
    if (id !== '') {
      byId ??= new Map(elements.map((other, at) => [attributeOf(other, 'id'), at]));
      box = byId.get(id) ?? box;
    }
    return box < 0 || isScaffold(page, box) || countCharacters(page, box) > MAX_BOX_LENGTH ? -1 : box;
  };
}

/** Features of mailing lists, subscriptions and donations. "Sign up" or "register" alone can be for anything. */
const PROMO_FEATURES: readonly Feature[] = [
  'newsletter',
  'inbox',
  'subscribe',
  'offer',
  'donate',
  'gift',
  'app',
  'push',
  'nameNewsletter',
  'nameSubscribe',
  'nameDonate',
  'nameApp',
  'namePush',
  'nameTag',
  'linkNewsletter',
  'linkSubscribe',
  'linkDonate',
];
const MAX_FORM_LEVELS = 4;
/** Maximum length of a text beside a field, in characters; a longer one without cues belongs to the article. */
const MAX_LINE_LENGTH = 80;
/** Minimum length of a text that states a form's purpose, in characters. */
const MIN_PURPOSE_LENGTH = 8;

/** Lists forms in the body that are not for a mailing list, for instance to register for a hearing or sign a petition. */
function listStoryForms(page: PageModel, { from, to }: BodyRange): number[] {
  const { survey } = page;
  const found: number[] = [];
  for (const field of page.evidence.features.get('emailField') ?? []) {
    if (field <= from || field >= to || from === 0) continue;
    let box = field;
    let form = -1;
    for (let level = 0; level < MAX_FORM_LEVELS; level++) {
      if (((survey.tags[box] ?? 0) & TAG.form) !== 0) form = box;
      const parent = survey.parents[box] ?? -1;
      if (parent <= from || isScaffold(page, parent) || countCharacters(page, parent) > MAX_BOX_LENGTH) break;
      if (containsProse(page, parent)) break;
      box = parent;
    }
    const isStoryForm = statesPurpose(page, box, form) && !containsPromoFeature(page, box);
    if (isStoryForm && !isInPromoNamedBox(page, box, from)) found.push(form < 0 ? box : form);
  }
  return found;
}

/** Whether a form is in a box with a promotional name, even if there is running text in between. */
function isInPromoNamedBox(page: PageModel, inner: number, from: number): boolean {
  const { parents } = page.survey;
  for (let at = parents[inner] ?? -1, level = 0; level < MAX_FORM_LEVELS; at = parents[at] ?? -1, level++) {
    if (at <= from || isScaffold(page, at) || countCharacters(page, at) > MAX_BOX_LENGTH) return false;
    if (((page.evidence.names[at] ?? 0) & PROMO_NAMES) !== 0) return true;
  }
  return false;
}

const unitsIn = ({ survey, evidence }: PageModel, at: number) => {
  const from = survey.unitsBefore[at] ?? 0;
  const units = survey.units.slice(from, survey.unitsBefore[survey.ends[at] ?? at] ?? from);
  return units.map((unit, i) => ({ unit, cues: evidence.cues[from + i] ?? 0 }));
};

function containsProse(page: PageModel, at: number): boolean {
  return unitsIn(page, at).some(({ unit, cues }) => unit.length >= MAX_LINE_LENGTH && cues === 0);
}

const SIGN_UP_CUES = cueBits('ask', 'signUp');
/** Matches the URL of a form with a word in its path. */
const URL_WITH_WORD = /^(?:https?:\/\/[^/?#]+)?\/?[a-z][\w/-]{3,}/i;

/** Whether the words around a field ask to sign up, or the URL of its form contains a word. */
function statesPurpose(page: PageModel, box: number, form: number): boolean {
  const unlinkedUnits = unitsIn(page, box).filter(({ unit }) => unit.linked < unit.length * 0.8);
  if (unlinkedUnits.every(({ unit }) => unit.length < MIN_PURPOSE_LENGTH)) return false;
  const element = page.survey.elements[form];
  if (element !== undefined && URL_WITH_WORD.test(attributeOf(element, 'action').slice(0, 300))) return true;
  return unitsIn(page, box).some(({ cues }) => (cues & SIGN_UP_CUES) !== 0);
}

function containsPromoFeature(page: PageModel, at: number): boolean {
  if (countFeature(page, 'signUpTarget', at) > 0) return true;
  return PROMO_FEATURES.some((feature) => countFeature(page, feature, at) > 0);
}
