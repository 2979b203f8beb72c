import { attributeOf, getAttribute, localNameOf } from '../../page/element-access.ts';
import { hasSentenceEnd } from '../../text/has-sentence-end.ts';
import { countBetween, lowerBound } from '../../text/positions.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import {
  classifyTarget,
  isChannel,
  isDirectOffer,
  isOwnOffer,
  isPodcast,
  isSignUpTarget,
  isStoryUrl,
  mayBeTarget,
} from './link-targets.ts';
import type { Survey, Unit } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, ProtectedFeature } from './weights.ts';

/** Targets of links, forms and fields, by element numbers. */
export interface ActionTargets {
  /** Buttons, and links to payment and sign-up pages. */
  certain: number[];
  /** Links to anything except stories. */
  possible: number[];
  /** All links. */
  links: number[];
  /** Links to where this site sells subscriptions. */
  offers: number[];
  /** Those of `offers` whose URL is the offer itself, not a page below it. */
  directOffers: number[];
  /** Email fields, and forms and frames for signing up. */
  fields: number[];
  /** Host of the page. */
  host: string;
}

export function createActionTargets(host: string): ActionTargets {
  return { certain: [], possible: [], links: [], offers: [], directOffers: [], fields: [], host };
}

const LINK_TAG = TAG.inline | TAG.link;

/**
 * Classifies a link, field, form or frame by its URL and attributes.
 *
 * @param at number of the element
 * @param targets is extended
 * @param add is called with each feature found
 */
export function classifyElement(
  element: Element,
  tag: number,
  at: number,
  targets: ActionTargets,
  add: (feature: Feature | ProtectedFeature, at: number) => void,
): void {
  if (tag === LINK_TAG) {
    const url = attributeOf(element, 'href');
    // Most links lead to stories and need no further checks.
    const isStory = isStoryUrl(url);
    const canBeTarget = !isStory && mayBeTarget(url);
    const target = canBeTarget ? classifyTarget(url) : null;
    targets.links.push(at);
    if (target !== null && isOwnOffer(url, targets.host)) {
      targets.offers.push(at);
      if (isDirectOffer(url)) targets.directOffers.push(at);
    }
    if (target !== null) add(target, at);
    else if (isPodcast(url)) add('podcast', at);
    if (target !== null) targets.certain.push(at);
    else if (!isStory) targets.possible.push(at);
  } else if ((tag & TAG.control) !== 0) {
    const role = classifyField(element);
    if (isLineField(element)) add('textField', at);
    if (isInputButton(element)) targets.certain.push(at);
    if (role === 'emailField') targets.fields.push(at);
    if (role !== null) add(role, at);
  } else if ((tag & (TAG.form | TAG.frame)) !== 0) {
    const url = attributeOf(element, (tag & TAG.form) !== 0 ? 'action' : 'src');
    if (isPodcast(url)) add('podcast', at);
    if (!isSignUpTarget(url)) return;
    add('signUpTarget', at);
    targets.fields.push(at);
  }
}

/** Minimum length of the text beside links (characters), and maximum number of links. */
const MIN_TEXT_LENGTH = 40;
const MAX_CHANNEL_LINKS = 10;

const SENTENCE_END_INSIDE = /[.!?…。！？]["'”’»)\]]*\s/;

/**
 * Whether a text is a single sentence whose links all lead to where the site sells subscriptions or, if it says "our", to its
 * other channels. Several sentences can be a text about an author followed by contact links.
 */
export function isChannelSentence(
  { elements, ends }: Survey,
  links: readonly number[],
  offers: readonly number[],
  unit: Unit,
  phrases: CueReader,
): boolean {
  const unlinkedLength = unit.length - unit.linked;
  if (unit.linked === 0 || unlinkedLength < MIN_TEXT_LENGTH || unlinkedLength < unit.linked) return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(offers, unit.at, end) === 0) return false;
  const ownLinks = links.slice(lowerBound(links, unit.at), lowerBound(links, end));
  if (ownLinks.length < 2 || ownLinks.length > MAX_CHANNEL_LINKS) return false;
  if (!hasSentenceEnd(unit.text) || SENTENCE_END_INSIDE.test(unit.text)) return false;
  const channelLinks = ownLinks.filter((at) => !offers.includes(at));
  if (channelLinks.length === 0) return true;
  return phrases.isFirstPerson(unit.text) && channelLinks.every((at) => isChannel(hrefOf(elements[at])));
}

function hrefOf(element: Element | undefined): string {
  return element === undefined ? '' : attributeOf(element, 'href');
}

const EMAIL_NAME = /e-?mail|correo|courriel|пошт|^mail$/i;
const SEARCH_NAME = /search|query|^q$|^s$|such|recherche|busca|cerca|szukaj|пошук/i;

/** Names of fields for someone else's email address, to whom the page is sent. */
const RECIPIENT_NAME = /target|recipient|friend|sender|source|destinat|amig[oa]|freund|empfaenger|znajom/i;

/** Matches inline styles that place an element far outside the scrollable area. */
const OFF_SCREEN = /(?:^|[;\s])(?:left|right|top|bottom)\s*:\s*-\d{4,}px/i;

/** Whether a field is a honeypot, invisible and unreachable for users. */
function isHoneypot(field: Element): boolean {
  const isUnreachable = getAttribute(field, 'tabindex') === '-1';
  const hasNoAutocomplete = getAttribute(field, 'autocomplete') === 'off';
  if (isUnreachable && (hasNoAutocomplete || getAttribute(field, 'aria-hidden') === 'true')) return true;
  return OFF_SCREEN.test(attributeOf(field, 'style'));
}

const LINE_TYPES = new Set(['text', 'email', 'tel', 'number', 'url', 'date']);

const BUTTON_TYPES = new Set(['submit', 'image', 'button']);

/** Whether an `input` is a button. */
export function isInputButton(field: Element): boolean {
  return localNameOf(field) === 'input' && BUTTON_TYPES.has(attributeOf(field, 'type').toLowerCase());
}

/** Whether a field is for a single line of text. */
export function isLineField(field: Element): boolean {
  if (localNameOf(field) !== 'input' || isHoneypot(field)) return false;
  return LINE_TYPES.has((getAttribute(field, 'type') ?? 'text').toLowerCase());
}

/** Classifies a field as one for an email address, a long text, a password or a search; null for others. */
export function classifyField(field: Element): Feature | ProtectedFeature | null {
  const name = localNameOf(field);
  if (isHoneypot(field)) return null;
  // CAPTCHAs have a hidden text area.
  if (name === 'textarea')
    return /captcha/i.test(attributeOf(field, 'id') + getAttribute(field, 'name')) ? null : 'longField';
  if (name !== 'input') return null;
  const type = (getAttribute(field, 'type') ?? 'text').toLowerCase();
  if (type === 'password') return 'password';
  if (type === 'search') return 'searchField';
  const isRecipient = RECIPIENT_NAME.test(`${attributeOf(field, 'id')} ${attributeOf(field, 'name')}`);
  if (type === 'email') return isRecipient ? null : 'emailField';
  if (type !== 'text' || isRecipient) return null;
  const words = ['name', 'id', 'placeholder', 'aria-label', 'autocomplete'].map((a) => attributeOf(field, a));
  if (words.some((word) => EMAIL_NAME.test(word))) return 'emailField';
  return words.some((word) => SEARCH_NAME.test(word)) ? 'searchField' : null;
}
