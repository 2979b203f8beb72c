import { attributeOf, nameOf, readAttribute } from '../../page/element-access.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, cueBits, hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { leadsToAccount } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import { BOX_LENGTH, charactersIn, countFeature, isScaffold, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';
import type { Feature } from './weights.ts';

/*
 * Parts of the article or page that contain no words for rules to read: players, images, author and date, account links
 * and buttons of the header, forms of the story. A block that contains any of them is never hidden as a whole; only the
 * smallest box of pure begging is.
 */

const PLAYER = nameBits('player');
const BYLINE = nameBits('byline');

/** The article's body as a range of element numbers. */
interface Body {
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
  const inside: Body | null = body === null ? null : { from: body, to: survey.ends[body] ?? body };
  const parts: number[] = [];
  survey.elements.forEach((element, at) => {
    const tag = survey.tags[at] ?? 0;
    const names = evidence.names[at] ?? 0;
    if ((tag & (TAG.skip | TAG.scaffold)) !== 0) return;
    if ((tag & TAG.picture) !== 0) {
      if (isPlayer(element) || (inside !== null && isPictureOf(page, element, at, inside))) parts.push(at);
    } else if ((tag & TAG.frame) !== 0) {
      if (isPlayingFrame(element, names) && countBetween(evidence.fields, at, at + 1) === 0) parts.push(at);
    } else if (isNamedPlayer(tag, names) || isAuthorOrDate(page, at, tag, names)) parts.push(at);
  });
  for (const at of listHeaderControls(page, inside)) parts.push(at);
  if (inside !== null) for (const at of listStoryForms(page, inside)) parts.push(at);
  return parts;
}

/** Whether it is a player; a silent loop counts as an image. */
function isPlayer(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'audio') return true;
  return (
    name === 'video' &&
    (readAttribute(element, 'loop') === null || readAttribute(element, 'controls') !== null)
  );
}

const PLAYING = /\b(?:embed|player|video|watch|podcast|episode|live)\b/i;
const FULL_SCREEN = /fullscreen|picture-in-picture/i;
/** Minimum size of a visible frame; smaller ones are tracking frames. */
const MIN_FRAME = 50;

function isPlayingFrame(element: Element, names: number): boolean {
  if ((names & BEGGING_NAMES) !== 0) return false;
  const sizes = [attributeOf(element, 'width'), attributeOf(element, 'height')];
  if (sizes.some((size) => /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < MIN_FRAME)) return false;
  if (readAttribute(element, 'allowfullscreen') !== null) return true;
  if (FULL_SCREEN.test(attributeOf(element, 'allow'))) return true;
  return ['src', 'data-src'].some((name) => PLAYING.test(attributeOf(element, name).slice(0, 300)));
}

/** Whether it is the box of a player library, which may still be empty. */
function isNamedPlayer(tag: number, names: number): boolean {
  if ((tag & (TAG.inline | TAG.control | TAG.list | TAG.listItem)) !== 0) return false;
  return (names & PLAYER) !== 0 && (names & BEGGING_NAMES) === 0;
}

/** Minimum characters and words of an image description. */
const MIN_DESCRIPTION = 20;
const MIN_WORDS = 4;
/** In CSS px. */
const LARGE_PICTURE = 500;

/** Whether an image in the body belongs to the story: no logo, badge or cover, and no link to an offer. */
function isPictureOf(page: PageModel, element: Element, at: number, { from, to }: Body): boolean {
  if (at <= from || at >= to || nameOf(element) !== 'img') return false;
  const { tags } = page.survey;
  const isOther = (around: number): boolean =>
    ((tags[around] ?? 0) & TAG.link) !== 0 || ((page.evidence.names[around] ?? 0) & BEGGING_NAMES) !== 0;
  if (isWithin(page, at, isOther)) return false;
  const description = attributeOf(element, 'alt').trim().slice(0, 400);
  const cues = readCues(description);
  if ((cues & ATTACHED_CUES) !== 0) return false;
  if (description.length >= MIN_DESCRIPTION && description.split(/\s+/).length >= MIN_WORDS) return true;
  return Number.parseInt(attributeOf(element, 'width'), 10) >= LARGE_PICTURE;
}

/** Limit of levels searched above an image or link, because pages may nest elements deeply. */
const MAX_LEVELS = 24;

/** Whether a nearby ancestor, below the scaffolding, satisfies a condition. */
function isWithin({ survey }: PageModel, inner: number, suits: (at: number) => boolean): boolean {
  let at = inner;
  for (let level = 0; at >= 0 && level < MAX_LEVELS; level++) {
    if (suits(at)) return true;
    if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return false;
    at = survey.parents[at] ?? -1;
  }
  return false;
}

/** Maximum length of a byline, in characters; longer elements with such names contain more. */
const BYLINE_LENGTH = 200;

function isAuthorOrDate(page: PageModel, at: number, tag: number, names: number): boolean {
  if ((tag & TAG.time) !== 0) return true;
  const element = page.survey.elements[at];
  const isLink = element !== undefined && (tag & (TAG.link | TAG.button)) === TAG.link;
  if (isLink && /\bauthor\b/i.test(attributeOf(element, 'rel'))) return true;
  if ((names & BYLINE) === 0 || (names & BEGGING_NAMES) !== 0) return false;
  const length = charactersIn(page, at);
  return length > 0 && length <= BYLINE_LENGTH;
}

const MAX_BUTTON = 30;

/** Account links in the page's header, and buttons that open a box there with that box, whatever is offered in it. */
function listHeaderControls(page: PageModel, body: Body | null): number[] {
  const { survey, evidence } = page;
  const found: number[] = [];
  const boxOpenedBy = openedBoxFinder(page);
  const isHeader = (at: number): boolean => ((survey.tags[at] ?? 0) & TAG.header) !== 0;
  survey.units.forEach((unit, i) => {
    if (unit.length > MAX_BUTTON || unit.linked < unit.length * 0.8) return;
    if (body !== null && unit.at >= body.from && unit.at < body.to && body.from > 0) return;
    const element = survey.elements[unit.at];
    // Attributes are read only in the header, because pages have hundreds of links.
    if (element === undefined || !isWithin(page, unit.at, isHeader)) return;
    const isAccount = hasCue(evidence.cues[i] ?? 0, 'account', 'login');
    const leads = nameOf(element) === 'a' && leadsToAccount(attributeOf(element, 'href'));
    const opens = opensBox(element);
    if (isAccount || leads || opens) found.push(unit.at);
    const box = opens ? boxOpenedBy(unit.at) : -1;
    if (box >= 0) found.push(box);
  });
  return found;
}

/** Whether it is a button that opens a box (WAI-ARIA, "disclosure" and "menu button"). */
function opensBox(element: Element): boolean {
  if (nameOf(element) !== 'button' && attributeOf(element, 'role') !== 'button') return false;
  return ['aria-expanded', 'aria-haspopup'].some((name) => readAttribute(element, name) !== null);
}

/** Returns a function that finds the box a button opens: the one it names (`aria-controls`), else its next sibling, or -1. */
function openedBoxFinder(page: PageModel): (button: number) => number {
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
    return box < 0 || isScaffold(page, box) || charactersIn(page, box) > BOX_LENGTH ? -1 : box;
  };
}

/** Features of a list, a subscription or a gift. Signing up or registering alone may be for anything. */
const LIST_SIGNS: readonly Feature[] = [
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
const FORM_LEVELS = 4;
/** Maximum length of a text beside a field, in characters; a longer one without begging cues is the article's. */
const MAX_LINE = 80;
/** Minimum length of a text that states a form's purpose, in characters. */
const MIN_PURPOSE = 8;

/** Forms in the body without signs of a list, for instance to register for a hearing or sign a petition. */
function listStoryForms(page: PageModel, { from, to }: Body): number[] {
  const { survey } = page;
  const found: number[] = [];
  for (const field of page.evidence.features.get('emailField') ?? []) {
    if (field <= from || field >= to || from === 0) continue;
    let box = field;
    let form = -1;
    for (let level = 0; level < FORM_LEVELS; level++) {
      if (((survey.tags[box] ?? 0) & TAG.form) !== 0) form = box;
      const parent = survey.parents[box] ?? -1;
      if (parent <= from || isScaffold(page, parent) || charactersIn(page, parent) > BOX_LENGTH) break;
      if (holdsProse(page, parent)) break;
      box = parent;
    }
    const isStory = saysItsPurpose(page, box, form) && !holdsListSign(page, box);
    if (isStory && !isInNamedBox(page, box, from)) found.push(form < 0 ? box : form);
  }
  return found;
}

/** Whether a form is in a box named for a list, with running text between the two. */
function isInNamedBox(page: PageModel, inner: number, from: number): boolean {
  const { parents } = page.survey;
  for (let at = parents[inner] ?? -1, level = 0; level < FORM_LEVELS; at = parents[at] ?? -1, level++) {
    if (at <= from || isScaffold(page, at) || charactersIn(page, at) > BOX_LENGTH) return false;
    if (((page.evidence.names[at] ?? 0) & BEGGING_NAMES) !== 0) return true;
  }
  return false;
}

const unitsIn = ({ survey, evidence }: PageModel, at: number) => {
  const from = survey.textsBefore[at] ?? 0;
  const units = survey.units.slice(from, survey.textsBefore[survey.ends[at] ?? at] ?? from);
  return units.map((unit, i) => ({ unit, cues: evidence.cues[from + i] ?? 0 }));
};

function holdsProse(page: PageModel, at: number): boolean {
  return unitsIn(page, at).some(({ unit, cues }) => unit.length >= MAX_LINE && cues === 0);
}

const FOR_ANYTHING = cueBits('ask', 'signUp');
/** A form's target address with a word in it. */
const NAMED_TARGET = /^(?:https?:\/\/[^/?#]+)?\/?[a-z][\w/-]{3,}/i;

/** Whether the words around a field are known, or its form has a target with a word in it. */
function saysItsPurpose(page: PageModel, box: number, form: number): boolean {
  const words = unitsIn(page, box).filter(({ unit }) => unit.linked < unit.length * 0.8);
  if (words.every(({ unit }) => unit.length < MIN_PURPOSE)) return false;
  const element = page.survey.elements[form];
  if (element !== undefined && NAMED_TARGET.test(attributeOf(element, 'action').slice(0, 300))) return true;
  return unitsIn(page, box).some(({ cues }) => (cues & FOR_ANYTHING) !== 0);
}

function holdsListSign(page: PageModel, at: number): boolean {
  if (countFeature(page, 'signUpTarget', at) > 0) return true;
  return LIST_SIGNS.some((sign) => countFeature(page, sign, at) > 0);
}
