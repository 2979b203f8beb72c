import { attributeOf, nameOf, readAttribute } from '../../page/element-access.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES } from '../phrases/begging-cues.ts';
import { cueBits, hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { leadsToAccount } from './links/link-targets.ts';
import { nameBits } from './name-cues.ts';
import { BOX_LENGTH, charactersIn, countFeature, isScaffold, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';
import type { Feature } from './weights.ts';

/*
 * What belongs to the article or to the page, and says nothing that a rule about words could read: players, pictures,
 * author and date, the way into the account, forms of the story. No block that holds any of it is hidden as a whole,
 * whatever begs beside it: the smallest box is hidden that is nothing but begging.
 */

const PLAYER = nameBits('player');
const BYLINE = nameBits('byline');

/** The article's body, as positions of elements. */
interface Body {
  from: number;
  to: number;
}

/**
 * Lists what no hidden block may hold, by the numbers of elements.
 *
 * @param body the element with the running text; null where that is not known
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
    } else if (isNamedPlayer(tag, names) || isAuthorOrDate(page, element, at, names)) parts.push(at);
  });
  for (const at of listHeaderAccounts(page, inside)) parts.push(at);
  if (inside !== null) for (const at of listStoryForms(page, inside)) parts.push(at);
  return parts;
}

/** A silent loop is a picture that moves. */
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
/** Smaller frames count visits. */
const MIN_FRAME = 50;

function isPlayingFrame(element: Element, names: number): boolean {
  if ((names & BEGGING_NAMES) !== 0) return false;
  const sizes = [attributeOf(element, 'width'), attributeOf(element, 'height')];
  if (sizes.some((size) => /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < MIN_FRAME)) return false;
  if (readAttribute(element, 'allowfullscreen') !== null) return true;
  if (FULL_SCREEN.test(attributeOf(element, 'allow'))) return true;
  return ['src', 'data-src'].some((name) => PLAYING.test(attributeOf(element, name).slice(0, 300)));
}

/** The box that a library puts its player into, which may be empty yet. */
function isNamedPlayer(tag: number, names: number): boolean {
  if ((tag & (TAG.inline | TAG.control | TAG.list | TAG.listItem)) !== 0) return false;
  return (names & PLAYER) !== 0 && (names & BEGGING_NAMES) === 0;
}

/** A description of a picture says what is on it, in so many words and characters. */
const MIN_DESCRIPTION = 20;
const MIN_WORDS = 4;
/** In CSS px. */
const LARGE_PICTURE = 500;

/** Whether a picture in the article's body shows something of the story: no logo, badge or cover, and no way to an offer. */
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

/** Levels that are looked up from a picture or a link: a page may nest its elements without end. */
const MAX_LEVELS = 24;

/** Whether one of the nearest elements around another suits, up to the page's scaffolding. */
function isWithin({ survey }: PageModel, inner: number, suits: (at: number) => boolean): boolean {
  let at = inner;
  for (let level = 0; at >= 0 && level < MAX_LEVELS; level++) {
    if (suits(at)) return true;
    if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return false;
    at = survey.parents[at] ?? -1;
  }
  return false;
}

/** Longer texts with such a name stand around much else; in characters. */
const BYLINE_LENGTH = 200;

function isAuthorOrDate(page: PageModel, element: Element, at: number, names: number): boolean {
  const length = charactersIn(page, at);
  const name = nameOf(element);
  if (name === 'time') return true;
  if (name === 'a' && /\bauthor\b/i.test(attributeOf(element, 'rel'))) return true;
  if ((names & BYLINE) === 0 || (names & BEGGING_NAMES) !== 0) return false;
  return length > 0 && length <= BYLINE_LENGTH;
}

const MAX_BUTTON = 30;

/** The way into the account in the page's header, whatever is offered beside it. */
function listHeaderAccounts(page: PageModel, body: Body | null): number[] {
  const { survey, evidence } = page;
  const found: number[] = [];
  const isHeader = (at: number): boolean => {
    const around = survey.elements[at];
    return around !== undefined && nameOf(around) === 'header';
  };
  survey.units.forEach((unit, i) => {
    if (unit.length > MAX_BUTTON || unit.linked < unit.length * 0.8) return;
    if (body !== null && unit.at >= body.from && unit.at < body.to && body.from > 0) return;
    const element = survey.elements[unit.at];
    if (element === undefined) return;
    const isAccount = hasCue(evidence.cues[i] ?? 0, 'account', 'login');
    const leads = nameOf(element) === 'a' && leadsToAccount(attributeOf(element, 'href'));
    if ((isAccount || leads) && isWithin(page, unit.at, isHeader)) found.push(unit.at);
  });
  return found;
}

/** What tells of a list, a subscription or a gift. That one signs up or registers may be for anything. */
const LIST_SIGNS: readonly Feature[] = [
  'newsletter',
  'inbox',
  'subscribe',
  'offer',
  'donate',
  'gift',
  'app',
  'push',
  'topic',
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
/** A longer text beside a field, of which nothing begs, is the article's; in characters. */
const MAX_LINE = 80;
/** What a form is for is said in more than a button's word; in characters. */
const MIN_PURPOSE = 8;

/** Forms in the article's body around which nothing tells of a list: to register for a hearing, to sign a petition. */
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

/** Whether a form stands in a box whose author names it for a list, with running text between the two. */
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
/** Where a form sends what it takes, if that has a name. */
const NAMED_TARGET = /^(?:https?:\/\/[^/?#]+)?\/?[a-z][\w/-]{3,}/i;

/** Whether the words around a field are ones that we know, or its form is sent to a place with a name. */
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
