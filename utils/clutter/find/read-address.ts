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
  /** Payment services with their names. */
  services: { at: number; service: string }[];
  /** Email fields, sign-up forms and such frames. */
  fields: number[];
  /** Host of the page. */
  host: string;
}

export function startWays(host: string): Ways {
  return { certain: [], possible: [], all: [], offers: [], finals: [], services: [], fields: [], host };
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
    if (leads) addService(address, at, ways);
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
    addService(address, at, ways);
    if (isPodcast(address)) add('podcast', at);
    if (!isSignUpTarget(address)) return;
    add('signUpTarget', at);
    ways.fields.push(at);
  }
}

function addService(address: string, at: number, { services }: Ways): void {
  const service = readService(address);
  if (service !== null) services.push({ at, service });
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

/** Services that accept donations for sites. Crowdfunding for others is excluded, because news report on it. */
const SERVICES: readonly [name: string, pattern: RegExp][] = [
  ['paypal', /^(.+\.)?paypal\.(com|me)$/],
  ['stripe', /^(buy|donate|checkout)\.stripe\.com$/],
  ['patreon', /^(.+\.)?patreon\.com$/],
  ['ko-fi', /^(.+\.)?ko-fi\.com$/],
  ['coffee', /^(.+\.)?buymeacoffee\.com$/],
  ['liberapay', /^(.+\.)?liberapay\.com$/],
  ['steady', /^(.+\.)?(steadyhq\.com|steady\.page)$/],
  ['collective', /^(.+\.)?opencollective\.com$/],
  ['donorbox', /^(.+\.)?donorbox\.org$/],
  ['raisenow', /^(.+\.)?raisenow\.(com|io)$/],
];
const HOST = /^(?:https?:)?\/\/([^/?#:]+)/i;

/** The payment service of an address, or null. */
export function readService(address: string): string | null {
  if (!mayBeTarget(address)) return null;
  const host = HOST.exec(address)?.[1]?.toLowerCase();
  return host === undefined ? null : (SERVICES.find(([, pattern]) => pattern.test(host))?.[0] ?? null);
}

const MAY_BE_IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/;
const MIN_IBAN_LENGTH = 15;
const MAX_IBAN_LENGTH = 34;
const WALLET =
  /(?<![a-zA-Z0-9])(?:bc1[a-z0-9]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})(?![a-zA-Z0-9])/;

/** Whether the check digits of a bank account number are valid (ISO 13616). */
function isIban(number: string): boolean {
  const letters = number.replaceAll(' ', '');
  if (letters.length < MIN_IBAN_LENGTH || letters.length > MAX_IBAN_LENGTH) return false;
  let rest = 0;
  for (const letter of letters.slice(4) + letters.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const MAY_BE_ACCOUNT = /[A-Z]{2}\d\d ?[A-Z\d]{4}|[a-zA-Z\d]{26}/;

/** Whether a text contains a bank account or a wallet. */
export function namesAccount(text: string): boolean {
  if (!MAY_BE_ACCOUNT.test(text)) return false;
  const number = MAY_BE_IBAN.exec(text)?.[0];
  return (number !== undefined && isIban(number)) || WALLET.test(text);
}

const AMOUNT_LENGTH = 12;
const MONEY = '[€$£₴₺₽]|zł|kč|kr|eur|usd|chf|euros?|грн|руб|tl';
const AMOUNT = new RegExp(`^(?:(?:${MONEY})\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:${MONEY}))$`, 'iu');

/** Whether a text is a button with an amount only. */
export function isAmountButton(unit: Unit, element: Element, tag: number): boolean {
  if (unit.length > AMOUNT_LENGTH || !AMOUNT.test(unit.text)) return false;
  return unit.linked === unit.length || (tag & TAG.button) !== 0 || nameOf(element) === 'label';
}

const EMAIL_NAME = /e-?mail|correo|courriel|пошт|^mail$/i;
const SEARCH_NAME = /search|query|^q$|^s$|such|recherche|busca|cerca|szukaj|пошук/i;

/** Names of fields for the address of a person to whom a page is sent. */
const OTHERS_NAME = /target|recipient|friend|sender|source|destinat|amig[oa]|freund|empfaenger|znajom/i;

/** Positioned far outside the scrollable area. */
const OFF_SCREEN = /(?:^|[;\s])(?:left|right|top|bottom)\s*:\s*-\d{4,}px/i;

/** Whether a field is a trap for robots: invisible and unreachable for users. */
function isTrap(field: Element): boolean {
  if (readAttribute(field, 'tabindex') === '-1' && readAttribute(field, 'aria-hidden') === 'true')
    return true;
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
