import { attributeOf, nameOf, readAttribute } from '../../page/element-access.ts';
import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween, lowerBound } from '../../text/positions.ts';
import { isFirstPerson } from '../phrases/read-cues.ts';
import {
  isChannel,
  isFinalOffer,
  isOwnOffer,
  isPodcast,
  isSignUpTarget,
  isStory,
  mayBeTarget,
  readTarget,
} from './link-targets.ts';
import type { Survey, Unit } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, Taboo } from './weights.ts';

/** Targets of links, forms and fields, by element numbers. */
export interface Ways {
  /** Buttons, and links to payment and sign-up pages. */
  certain: number[];
  /** Links to anything except stories. */
  possible: number[];
  /** All links. */
  all: number[];
  /** Links to where this site sells subscriptions, and those that end there. */
  offers: number[];
  finals: number[];
  /** Email fields, sign-up forms and such frames. */
  fields: number[];
  /** Host of the page. */
  host: string;
}

export function startWays(host: string): Ways {
  return { certain: [], possible: [], all: [], offers: [], finals: [], fields: [], host };
}

const LINK = TAG.inline | TAG.link;

/** Classifies a link, field, form or frame by its target and content. */
export function readAddress(
  element: Element,
  tag: number,
  at: number,
  ways: Ways,
  add: (feature: Feature | Taboo, at: number) => void,
): void {
  if (tag === LINK) {
    const address = attributeOf(element, 'href');
    // Most links lead to stories and need no further checks.
    const isTold = isStory(address);
    const leads = !isTold && mayBeTarget(address);
    const target = leads ? readTarget(address) : null;
    ways.all.push(at);
    if (target !== null && isOwnOffer(address, ways.host)) {
      ways.offers.push(at);
      if (isFinalOffer(address)) ways.finals.push(at);
    }
    if (target !== null) add(target, at);
    else if (isPodcast(address)) add('podcast', at);
    if (target !== null) ways.certain.push(at);
    else if (!isTold) ways.possible.push(at);
  } else if ((tag & TAG.control) !== 0) {
    const role = readField(element);
    if (isTyped(element)) add('textField', at);
    if (isSubmit(element)) ways.certain.push(at);
    if (role === 'emailField') ways.fields.push(at);
    if (role !== null) add(role, at);
  } else if ((tag & (TAG.form | TAG.frame)) !== 0) {
    const address = attributeOf(element, (tag & TAG.form) !== 0 ? 'action' : 'src');
    if (isPodcast(address)) add('podcast', at);
    if (!isSignUpTarget(address)) return;
    add('signUpTarget', at);
    ways.fields.push(at);
  }
}

/** Minimum text beside links, in characters, and maximum number of links. */
const MIN_TEXT_LENGTH = 40;
const MAX_CHANNELS = 10;

const INNER_END = /[.!?…。！？]["'”’»)\]]*\s/;

/**
 * Whether a text is one sentence whose links all lead to where the site sells subscriptions or, if it says "our", to its
 * other channels. A text about an author followed by contact links consists of several sentences.
 */
export function isChannelSentence(
  { elements, ends }: Survey,
  links: readonly number[],
  offers: readonly number[],
  unit: Unit,
): boolean {
  const said = unit.length - unit.linked;
  if (unit.linked === 0 || said < MIN_TEXT_LENGTH || said < unit.linked) return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(offers, unit.at, end) === 0) return false;
  const inside = links.slice(lowerBound(links, unit.at), lowerBound(links, end));
  if (inside.length < 2 || inside.length > MAX_CHANNELS) return false;
  if (!hasSentence(unit.text) || INNER_END.test(unit.text)) return false;
  const others = inside.filter((at) => !offers.includes(at));
  if (others.length === 0) return true;
  return isFirstPerson(unit.text) && others.every((at) => isChannel(attributeAt(elements[at])));
}

function attributeAt(element: Element | undefined): string {
  return element === undefined ? '' : attributeOf(element, 'href');
}

const EMAIL_NAME = /e-?mail|correo|courriel|пошт|^mail$/i;
const SEARCH_NAME = /search|query|^q$|^s$|such|recherche|busca|cerca|szukaj|пошук/i;

/** Names of fields for the address of a person to whom a page is sent. */
const OTHERS_NAME = /target|recipient|friend|sender|source|destinat|amig[oa]|freund|empfaenger|znajom/i;

/** Positioned far outside the scrollable area. */
const OFF_SCREEN = /(?:^|[;\s])(?:left|right|top|bottom)\s*:\s*-\d{4,}px/i;

/** Whether a field is a trap for robots: invisible and unreachable for users. */
function isTrap(field: Element): boolean {
  const isUnreachable = readAttribute(field, 'tabindex') === '-1';
  const isUnfilled = readAttribute(field, 'autocomplete') === 'off';
  if (isUnreachable && (isUnfilled || readAttribute(field, 'aria-hidden') === 'true')) return true;
  return OFF_SCREEN.test(attributeOf(field, 'style'));
}

const TYPED = new Set(['text', 'email', 'tel', 'number', 'url', 'date']);

const SUBMITS = new Set(['submit', 'image', 'button']);

/** Whether a field is a button. */
export function isSubmit(field: Element): boolean {
  return nameOf(field) === 'input' && SUBMITS.has(attributeOf(field, 'type').toLowerCase());
}

/** Whether users type a line of text into a field. */
export function isTyped(field: Element): boolean {
  if (nameOf(field) !== 'input' || isTrap(field)) return false;
  return TYPED.has((readAttribute(field, 'type') ?? 'text').toLowerCase());
}

/** Classifies a field. */
export function readField(field: Element): Feature | Taboo | null {
  const name = nameOf(field);
  if (isTrap(field)) return null;
  // CAPTCHAs have a hidden text area.
  if (name === 'textarea')
    return /captcha/i.test(attributeOf(field, 'id') + readAttribute(field, 'name')) ? null : 'longField';
  if (name !== 'input') return null;
  const type = (readAttribute(field, 'type') ?? 'text').toLowerCase();
  if (type === 'password') return 'password';
  if (type === 'search') return 'searchField';
  const isOthers = OTHERS_NAME.test(`${attributeOf(field, 'id')} ${attributeOf(field, 'name')}`);
  if (type === 'email') return isOthers ? null : 'emailField';
  if (type !== 'text' || isOthers) return null;
  const words = ['name', 'id', 'placeholder', 'aria-label', 'autocomplete'].map((a) => attributeOf(field, a));
  if (words.some((word) => EMAIL_NAME.test(word))) return 'emailField';
  return words.some((word) => SEARCH_NAME.test(word)) ? 'searchField' : null;
}
