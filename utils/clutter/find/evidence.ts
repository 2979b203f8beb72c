import { documentOf, textOf, viewOf } from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { firstElementOf, nameOf, openRootOf } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { BEGGING_CUES, cueBits } from '../phrases/phrase-book.ts';
import { isAsking, isFirstPerson, readCues, unquote } from '../phrases/read-cues.ts';
import { readName } from './class-words.ts';
import { nameBits } from './name-cues.ts';
import { isChannelSentence, readAddress, startWays, type Ways } from './read-address.ts';
import { closedRootOf } from './shadow-roots.ts';
import type { Survey, Unit } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, Taboo } from './weights.ts';

/** Positions of all evidence, as ascending numbers of elements. */
export interface Evidence {
  features: Map<Feature | Taboo, number[]>;
  /** By element: the cues in its names (`nameBits`). */
  names: number[];
  /** By position in `survey.units`: the cues in its text (`cueBits`). */
  cues: number[];
  /** Elements with email fields, sign-up forms or such frames. */
  fields: number[];
  /** Images, players, frames and fields, in document order. */
  things: number[];
  /** By position in `survey.units`: whether it is a button for what a text begs for. */
  calls: boolean[];
  /** By position in `survey.units`: whether its text makes a request instead of reporting one. */
  asks: boolean[];
  /** Text menus, by their tag. */
  menus: number[];
  /** Buttons, and links to payment and sign-up pages. */
  ways: number[];
  /** All links. */
  links: number[];
  /** Links to where this site sells subscriptions. */
  offers: number[];
  /** Those of them whose address ends there. */
  finals: number[];
}

/** Maximum length of a text that is searched for cues. */
const MAX_READ_LENGTH = 420;

const CUE_FEATURES: readonly [bits: number, feature: Feature | Taboo][] = [
  ...(
    ['newsletter', 'ask', 'signUp', 'inbox', 'subscribe', 'offer', 'donate', 'gift', 'app', 'push'] as const
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

/** The object of a request: "our" counts only beside it. */
const AD_BLOCKER = cueBits('adBlocker');
const OWN_CUES = BEGGING_CUES | AD_BLOCKER | cueBits('offer', 'gift');
const CALL_CUES = BEGGING_CUES | cueBits('signUp', 'offer', 'gift');

export const BEGGING_NAMES = nameBits('newsletter', 'subscribe', 'donate', 'app', 'push');

const FRAME_NAMES = nameBits('newsletter', 'donate', 'app');

/** Attributes with names given by authors, besides class and id. A frame's title is the headline of its video. */
const HOOKS = ['data-testid', 'data-qa', 'data-component', 'aria-label'] as const;

/** Minimum length of a plea about ad blockers, in characters; shorter texts are headings. */
const BLOCKER_PLEA = 60;

/** Elements or texts per step. */
const PER_STEP = 400;

/** Collects evidence from names, addresses, fields and texts of a surveyed page. */
export function* gatherInSteps(survey: Survey): Steps<Evidence> {
  const features = new Map<Feature | Taboo, number[]>();
  const names: number[] = [];
  const things: number[] = [];
  const menus: number[] = [];
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
    const leads = () => unit.linked > 0 || countBetween(things, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
    const isRequest = (bits & BEGGING_CUES) !== 0 && isAsking(unit.text, leads());
    asks.push(isRequest);
    if (isRequest) add('request', unit.at);
    calls.push(isCall(survey, ways, unit, bits));
    if (isChannelSentence(survey, ways.all, ways.offers, unit)) add('channels', unit.at);
    if ((bits & OWN_CUES) !== 0 && isFirstPerson(unit.text.slice(0, MAX_READ_LENGTH))) {
      add('own', unit.at);
      const isTold = unit.length < BLOCKER_PLEA || unit.linked > unit.length / 2;
      if ((bits & AD_BLOCKER) !== 0 && !isTold) add('blockerPlea', unit.at);
    }
    if ((bits & FEATURE_CUES) === 0) continue;
    for (const [mask, feature] of CUE_FEATURES) if ((bits & mask) !== 0) add(feature, unit.at);
  }
  return {
    features,
    names,
    cues,
    fields: ways.fields,
    things,
    menus,
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

/** Whether a custom element begs by its tag, or by any of its names if its content is inaccessible. */
function saysItself(element: Element, names: number, tag: number): boolean {
  const isClosed =
    (openRootOf(element) ?? closedRootOf(element, tag)) === null &&
    firstElementOf(element) === null &&
    textOf(element).trim() === '';
  return ((isClosed ? names : readName(nameOf(element))) & BEGGING_NAMES) !== 0;
}

/** Whether a frame of another site is named for what it begs. Walls have subscription offers in frames, too. */
function isNamedFrame(names: number, tag: number): boolean {
  return (tag & TAG.frame) !== 0 && (names & FRAME_NAMES) !== 0;
}

const THINGS = TAG.frame | TAG.picture | TAG.control;
const ADDRESSED = TAG.link | TAG.control | TAG.form | TAG.frame;

function hostOf({ elements }: Survey): string {
  const top = elements[0];
  return (top === undefined ? null : viewOf(documentOf(top)))?.location.hostname ?? '';
}

/** Maximum length of a call on a button or link, in characters; longer ones are headlines. */
const CALL_LENGTH = 45;
/** The same if only the words indicate it. */
const PLAIN_CALL_LENGTH = 30;
const REQUESTS = cueBits('ask', 'signUp', 'subscribe', 'donate', 'app', 'push');

function isCall({ ends }: Survey, ways: Ways, unit: Unit, cues: number): boolean {
  if ((cues & CALL_CUES) === 0 || unit.length > CALL_LENGTH || unit.linked < unit.length * 0.8) return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(ways.certain, unit.at, end) > 0) return true;
  const isPlain = (cues & REQUESTS) !== 0 || unit.length <= PLAIN_CALL_LENGTH;
  return isPlain && countBetween(ways.possible, unit.at, end) > 0;
}

function readUnit(unit: Unit): number {
  if (unit.length > MAX_READ_LENGTH * 2) return 0;
  return cuesOf(unit.text.slice(0, MAX_READ_LENGTH));
}

/** Cues outside of quotation marks, because quoted requests are reports. */
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
