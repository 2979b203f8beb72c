import { documentOf, textOf, viewOf } from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { firstElementOf, nameOf, openRootOf } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { BEGGING_CUES } from '../phrases/begging-cues.ts';
import { isAsking, unquote } from '../phrases/is-asking.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { readCues, saysOwn } from '../phrases/read-cues.ts';
import { readName } from './class-words.ts';
import { readAddress, startWays, type Ways } from './links/read-address.ts';
import { tellsChannels } from './links/tells-channels.ts';
import { isAmountButton, namesAccount } from './links/ways-to-pay.ts';
import { nameBits } from './name-cues.ts';
import { closedRootOf } from './shadow-roots.ts';
import type { Survey, Unit } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, Taboo } from './weights.ts';

/** Where each piece of evidence stands: numbers of elements, ascending. */
export interface Evidence {
  features: Map<Feature | Taboo, number[]>;
  /** By element: what its names say (`nameBits`). */
  names: number[];
  /** By position in `survey.units`: what its text asks (`cueBits`). */
  cues: number[];
  /** Elements that hold email fields, forms or frames that count. */
  fields: number[];
  /** Pictures, players, frames and fields, in document order. */
  things: number[];
  /** By position in `survey.units`: whether its text is a button to do what is begged for. */
  calls: boolean[];
  /** By position in `survey.units`: whether its text asks something of the user, rather than telling something. */
  asks: boolean[];
  /** Links, forms and frames that pay by a service, with its name. */
  services: { at: number; service: string }[];
  /** Texts with a bank account or a wallet, and buttons with an amount; by element. */
  accounts: number[];
  amounts: number[];
  /** The page's menus of words, by their tag. */
  menus: number[];
  /** Buttons, and links to where one pays or signs up. */
  ways: number[];
  /** All links. */
  links: number[];
  /** Those of them that lead to where this site sells itself. */
  offers: number[];
  /** Those of these that end there. */
  finals: number[];
}

/** The most characters of a text that are read for what they ask. */
const READ_LIMIT = 420;

const CUE_FEATURES: readonly [bits: number, feature: Feature | Taboo][] = [
  ...(
    [
      'newsletter',
      'ask',
      'signUp',
      'inbox',
      'subscribe',
      'offer',
      'donate',
      'gift',
      'adBlocker',
      'app',
      'push',
      'formNote',
      'topic',
    ] as const
  ).map((cue): [number, Feature] => [cueBits(cue), cue]),
  [cueBits('wall'), 'wallCue'],
  [cueBits('login'), 'loginCue'],
  [cueBits('consent'), 'consentCue'],
];

const NAME_FEATURES: readonly [bits: number, feature: Feature | Taboo][] = [
  [nameBits('newsletter'), 'nameNewsletter'],
  [nameBits('subscribe'), 'nameSubscribe'],
  [nameBits('donate'), 'nameDonate'],
  [nameBits('app'), 'nameApp'],
  [nameBits('push'), 'namePush'],
  [nameBits('overlay'), 'nameOverlay'],
  [nameBits('wall'), 'wallName'],
  [nameBits('consent'), 'consentName'],
];

const FEATURE_NAMES = NAME_FEATURES.reduce((bits, [mask]) => bits | mask, 0);
const FEATURE_CUES = CUE_FEATURES.reduce((bits, [mask]) => bits | mask, 0);

/** What is asked for, or what for: "our" tells something only beside it. */
const AD_BLOCKER = cueBits('adBlocker');
const OWN_CUES = BEGGING_CUES | AD_BLOCKER | cueBits('offer', 'gift', 'topic');
const CALL_CUES = BEGGING_CUES | cueBits('signUp', 'offer', 'gift', 'topic');

export const BEGGING_NAMES = nameBits('newsletter', 'subscribe', 'donate', 'app', 'push');

const FRAME_NAMES = nameBits('newsletter', 'donate', 'app');

/** Where authors name a part of the page, besides class and id. The title of a frame is the headline of its video. */
const HOOKS = ['data-testid', 'data-component', 'aria-label'] as const;

/** A line with a bank account is no longer; in characters. */
const ACCOUNT_LENGTH = 200;

/** A shorter text is a heading over what is told of ad blockers; in characters. */
const BLOCKER_PLEA = 60;

/** Elements or texts from one step to the next. */
const PER_STEP = 400;

/** Reads names, addresses, fields and texts of a surveyed page. */
export function* gatherInSteps(survey: Survey): Steps<Evidence> {
  const features = new Map<Feature | Taboo, number[]>();
  const names: number[] = [];
  const things: number[] = [];
  const menus: number[] = [];
  const accounts: number[] = [];
  const amounts: number[] = [];
  const ways = startWays(hostOf(survey));
  const add = (feature: Feature | Taboo, at: number): void => {
    const list = features.get(feature);
    if (list) list.push(at);
    else features.set(feature, [at]);
  };

  const { elements, tags, units } = survey;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element === undefined) break;
    if (at % PER_STEP === PER_STEP - 1) yield;
    const tag = tags[at] ?? 0;
    const bits = readNames(element, tag);
    names.push(bits);
    if ((bits & FEATURE_NAMES) !== 0) {
      for (const [mask, feature] of NAME_FEATURES) if ((bits & mask) !== 0) add(feature, at);
    }
    const isNamed = (tag & TAG.custom) !== 0 ? saysItself(element, bits, tag) : isNamedFrame(bits, tag);
    if (isNamed) add('nameTag', at);
    if ((tag & THINGS) !== 0 && (tag & TAG.button) === 0) things.push(at);
    if ((tag & TAG.navigation) !== 0 && holdsText(survey, at)) menus.push(at);
    if ((tag & TAG.button) !== 0) ways.certain.push(at);
    if ((tag & ADDRESSED) !== 0) readAddress(element, tag, at, ways, add);
  }

  const cues: number[] = [];
  const calls: boolean[] = [];
  const asks: boolean[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (i % PER_STEP === PER_STEP - 1) yield;
    const bits = readUnit(unit);
    cues.push(bits);
    if (unit.length <= ACCOUNT_LENGTH && /\d/.test(unit.text)) {
      const element = elements[unit.at];
      if (namesAccount(unquote(unit.text))) accounts.push(unit.at);
      else if (element && isAmountButton(unit, element, tags[unit.at] ?? 0)) amounts.push(unit.at);
    }
    const leads = () => unit.linked > 0 || countBetween(things, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
    const isRequest = (bits & BEGGING_CUES) !== 0 && isAsking(unit.text, leads());
    asks.push(isRequest);
    if (isRequest) add('request', unit.at);
    calls.push(isCall(survey, ways, unit, bits));
    if (tellsChannels(survey, ways.all, ways.offers, unit)) add('channels', unit.at);
    if ((bits & FEATURE_CUES) === 0) continue;
    if ((bits & OWN_CUES) !== 0 && saysOwn(unit.text.slice(0, READ_LIMIT))) {
      add('own', unit.at);
      const isTold = unit.length < BLOCKER_PLEA || unit.linked > unit.length / 2;
      if ((bits & AD_BLOCKER) !== 0 && !isTold) add('blockerPlea', unit.at);
    }
    for (const [mask, feature] of CUE_FEATURES) if ((bits & mask) !== 0) add(feature, unit.at);
  }
  return {
    features,
    names,
    cues,
    fields: ways.fields,
    things,
    menus,
    services: ways.services,
    accounts,
    amounts,
    calls,
    asks,
    ways: ways.certain,
    links: ways.all,
    offers: ways.offers,
    finals: ways.finals,
  };
}

function holdsText({ textsBefore, ends }: Survey, at: number): boolean {
  return (textsBefore[ends[at] ?? at] ?? 0) > (textsBefore[at] ?? 0);
}

/** A custom element that begs by its tag; or by any of its names, where nothing of its inside can be seen. */
function saysItself(element: Element, names: number, tag: number): boolean {
  const isClosed =
    (openRootOf(element) ?? closedRootOf(element, tag)) === null &&
    firstElementOf(element) === null &&
    textOf(element).trim() === '';
  return ((isClosed ? names : readName(nameOf(element))) & BEGGING_NAMES) !== 0;
}

/** Another site's frame that is named for what it begs. A wall has an offer to subscribe in one, too. */
function isNamedFrame(names: number, tag: number): boolean {
  return (tag & TAG.frame) !== 0 && (names & FRAME_NAMES) !== 0;
}

const THINGS = TAG.frame | TAG.picture | TAG.control;
const ADDRESSED = TAG.link | TAG.control | TAG.form | TAG.frame;

function hostOf({ elements }: Survey): string {
  const top = elements[0];
  return (top === undefined ? null : viewOf(documentOf(top)))?.location.hostname ?? '';
}

/** Longer texts on a button or link are headlines; in characters. */
const CALL_LENGTH = 45;
/** Where only the words tell, they are fewer. */
const PLAIN_CALL_LENGTH = 30;
const REQUESTS = cueBits('ask', 'signUp', 'subscribe', 'donate', 'app', 'push');

function isCall({ ends }: Survey, ways: Ways, unit: Unit, cues: number): boolean {
  if ((cues & CALL_CUES) === 0 || unit.length > CALL_LENGTH || unit.linked < unit.length * 0.8) return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(ways.certain, unit.at, end) > 0) return true;
  const isPlain = (cues & REQUESTS) !== 0 || unit.length <= PLAIN_CALL_LENGTH;
  return isPlain && countBetween(ways.possible, unit.at, end) > 0;
}

/** A price in few words is an offer, in any language. */
const OFFER_LENGTH = 160;
const OFFER = cueBits('offer');
const MONEY = '[€$£₴₺₽]|zł|kč|kr|eur|usd|chf|euros?|руб|грн|lira|tl';
const PRICE = new RegExp(`(?<!\\p{L})(?:${MONEY})\\s?\\d|\\d\\s?(?:${MONEY})(?![\\p{L}\\d])`, 'iu');

function readUnit(unit: Unit): number {
  if (unit.length > READ_LIMIT * 2) return 0;
  const cues = cuesOf(unit.text.slice(0, READ_LIMIT));
  const mayBePrice = unit.length <= OFFER_LENGTH && /\d/.test(unit.text);
  return mayBePrice && PRICE.test(unit.text) ? cues | OFFER : cues;
}

/** What somebody is quoted as asking is told: only what stands outside of quotation marks begs. */
function cuesOf(text: string): number {
  const cues = readCues(text);
  if ((cues & BEGGING_CUES) === 0) return cues;
  const said = unquote(text);
  return said === text ? cues : (cues & ~BEGGING_CUES) | (readCues(said) & BEGGING_CUES);
}

function readNames(element: Element, tag: number): number {
  const { hasAttributes, getAttribute } = domOf(element);
  let bits = (tag & TAG.custom) !== 0 ? readName(nameOf(element)) : 0;
  if (!hasAttributes.call(element)) return bits;
  bits |= readName(getAttribute.call(element, 'class')) | readName(getAttribute.call(element, 'id'));
  if ((tag & TAG.inline) === 0) for (const hook of HOOKS) bits |= readName(getAttribute.call(element, hook));
  if ((tag & TAG.frame) !== 0) bits |= readName(getAttribute.call(element, 'name'));
  return bits;
}
