import { documentOf, textOf, windowOf } from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { firstElementOf, localNameOf, shadowRootOf } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { cueBits, PROMO_CUES } from '../phrases/phrase-book.ts';
import { type CueReader, unquote } from '../phrases/read-cues.ts';
import { readName } from './class-words.ts';
import {
  type ActionTargets,
  classifyElement,
  createActionTargets,
  isChannelSentence,
} from './classify-element.ts';
import { nameBits } from './name-cues.ts';
import { closedRootOf } from './shadow-roots.ts';
import type { Survey, Unit } from './survey.ts';
import { TAG } from './tags.ts';
import type { Feature, ProtectedFeature } from './weights.ts';

/** The evidence found on a page. Lists of elements are in ascending order of their numbers. */
export interface Evidence {
  features: Map<Feature | ProtectedFeature, number[]>;
  /** By element: the cues in its names (`nameBits`). */
  names: number[];
  /** By position in `survey.units`: the cues in its text (`cueBits`). */
  cues: number[];
  /** Email fields, and forms and frames for signing up. */
  fields: number[];
  /** Images, players, frames and fields, in document order. */
  mediaAndFields: number[];
  /** By position in `survey.units`: whether it is a call to action. */
  callsToAction: boolean[];
  /** By position in `survey.units`: whether its text makes a request instead of reporting one. */
  isRequest: boolean[];
  /** `nav` elements with text. */
  menus: number[];
  /** Buttons, and links to payment and sign-up pages. */
  actions: number[];
  /** All links. */
  links: number[];
  /** Links to where this site sells subscriptions. */
  offers: number[];
  /** Those of `offers` whose address is the offer itself, not a page below it. */
  directOffers: number[];
}

/** Maximum length of a text that is searched for cues. */
const MAX_CUE_LENGTH = 420;

const CUE_FEATURES: readonly [bits: number, feature: Feature | ProtectedFeature][] = [
  ...(
    ['newsletter', 'ask', 'signUp', 'inbox', 'subscribe', 'offer', 'donate', 'gift', 'app', 'push'] as const
  ).map((cue): [number, Feature] => [cueBits(cue), cue]),
  [cueBits('wall'), 'wallCue'],
  [cueBits('login'), 'loginCue'],
  [cueBits('consent'), 'consentCue'],
];

const NAME_FEATURES: readonly [bits: number, feature: Feature | ProtectedFeature][] = [
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

/** Cues for the object of a request: "our" counts only in the same text. */
const AD_BLOCKER = cueBits('adBlocker');
const OBJECT_CUES = PROMO_CUES | AD_BLOCKER | cueBits('offer', 'gift');
const CALL_CUES = PROMO_CUES | cueBits('signUp', 'offer', 'gift');

export const PROMO_NAMES = nameBits('newsletter', 'subscribe', 'donate', 'app', 'push');

const FRAME_NAMES = nameBits('newsletter', 'donate', 'app');

/** Attributes with names given by authors, besides class and id. `title` is not one: on a frame it is a video's headline. */
const NAME_ATTRIBUTES = ['data-testid', 'data-qa', 'data-component', 'aria-label'] as const;

/** Minimum length of a plea about ad blockers, in characters; shorter texts are headings. */
const MIN_BLOCKER_PLEA = 60;

/** Elements or texts per step. */
const UNITS_PER_STEP = 400;

/** Collects evidence from names, addresses, fields and texts of a surveyed page. */
export function* collectEvidenceInSteps(survey: Survey, phrases: CueReader): Steps<Evidence> {
  const features = new Map<Feature | ProtectedFeature, number[]>();
  const names: number[] = [];
  const mediaAndFields: number[] = [];
  const menus: number[] = [];
  const targets = createActionTargets(hostOf(survey));
  const add = (feature: Feature | ProtectedFeature, at: number): void => {
    const list = features.get(feature);
    if (list) list.push(at);
    else features.set(feature, [at]);
  };

  const { elements, tags, units } = survey;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element === undefined) break;
    if (at % UNITS_PER_STEP === UNITS_PER_STEP - 1) yield;
    const tag = tags[at] ?? 0;
    const bits = readNames(element, tag);
    names.push(bits);
    if ((bits & FEATURE_NAMES) !== 0) {
      for (const [mask, feature] of NAME_FEATURES) if ((bits & mask) !== 0) add(feature, at);
    }
    const isPromoNamed =
      (tag & TAG.custom) !== 0 ? isPromoComponent(element, bits, tag) : isPromoFrame(bits, tag);
    if (isPromoNamed) add('nameTag', at);
    if ((tag & MEDIA_AND_FIELDS) !== 0 && (tag & TAG.button) === 0) mediaAndFields.push(at);
    if ((tag & TAG.navigation) !== 0 && containsText(survey, at)) menus.push(at);
    if ((tag & TAG.button) !== 0) targets.certain.push(at);
    if ((tag & TAGS_WITH_URL) !== 0) classifyElement(element, tag, at, targets, add);
  }

  const cues: number[] = [];
  const callsToAction: boolean[] = [];
  const isRequest: boolean[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (i % UNITS_PER_STEP === UNITS_PER_STEP - 1) yield;
    const bits = readUnitCues(unit, phrases);
    cues.push(bits);
    const hasTarget = () =>
      unit.linked > 0 || countBetween(mediaAndFields, unit.at, survey.ends[unit.at] ?? unit.at) > 0;
    const isUnitRequest = (bits & PROMO_CUES) !== 0 && phrases.makesRequest(unit.text, hasTarget());
    isRequest.push(isUnitRequest);
    if (isUnitRequest) add('request', unit.at);
    callsToAction.push(isCallToAction(survey, targets, unit, bits));
    if (isChannelSentence(survey, targets.links, targets.offers, unit, phrases)) add('channels', unit.at);
    if ((bits & OBJECT_CUES) !== 0 && phrases.isFirstPerson(unit.text.slice(0, MAX_CUE_LENGTH))) {
      add('own', unit.at);
      const isHeading = unit.length < MIN_BLOCKER_PLEA || unit.linked > unit.length / 2;
      if ((bits & AD_BLOCKER) !== 0 && !isHeading) add('blockerPlea', unit.at);
    }
    if ((bits & FEATURE_CUES) === 0) continue;
    for (const [mask, feature] of CUE_FEATURES) if ((bits & mask) !== 0) add(feature, unit.at);
  }
  return {
    features,
    names,
    cues,
    fields: targets.fields,
    mediaAndFields,
    menus,
    callsToAction,
    isRequest,
    actions: targets.certain,
    links: targets.links,
    offers: targets.offers,
    directOffers: targets.directOffers,
  };
}

function containsText({ unitsBefore, ends }: Survey, at: number): boolean {
  return (unitsBefore[ends[at] ?? at] ?? 0) > (unitsBefore[at] ?? 0);
}

/** Whether a custom element is named as a promotion: by its tag, or by any attribute if its content is inaccessible. */
function isPromoComponent(element: Element, names: number, tag: number): boolean {
  const isInaccessible =
    (shadowRootOf(element) ?? closedRootOf(element, tag)) === null &&
    firstElementOf(element) === null &&
    textOf(element).trim() === '';
  return ((isInaccessible ? names : readName(localNameOf(element))) & PROMO_NAMES) !== 0;
}

/** Whether a frame is named as a promotion. Subscriptions don't count, because walls have subscription offers in frames. */
function isPromoFrame(names: number, tag: number): boolean {
  return (tag & TAG.frame) !== 0 && (names & FRAME_NAMES) !== 0;
}

const MEDIA_AND_FIELDS = TAG.frame | TAG.picture | TAG.control;
const TAGS_WITH_URL = TAG.link | TAG.control | TAG.form | TAG.frame;

function hostOf({ elements }: Survey): string {
  const top = elements[0];
  return (top === undefined ? null : windowOf(documentOf(top)))?.location.hostname ?? '';
}

/** Maximum length of a call to action, in characters; longer links are headlines. */
const MAX_CALL_LENGTH = 45;
/** The same for an ordinary link without a request. */
const MAX_PLAIN_CALL_LENGTH = 30;
const REQUEST_CUES = cueBits('ask', 'signUp', 'subscribe', 'donate', 'app', 'push');

function isCallToAction({ ends }: Survey, targets: ActionTargets, unit: Unit, cues: number): boolean {
  if ((cues & CALL_CUES) === 0 || unit.length > MAX_CALL_LENGTH || unit.linked < unit.length * 0.8)
    return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(targets.certain, unit.at, end) > 0) return true;
  const isLikely = (cues & REQUEST_CUES) !== 0 || unit.length <= MAX_PLAIN_CALL_LENGTH;
  return isLikely && countBetween(targets.possible, unit.at, end) > 0;
}

function readUnitCues(unit: Unit, phrases: CueReader): number {
  if (unit.length > MAX_CUE_LENGTH * 2) return 0;
  return readUnquotedCues(unit.text.slice(0, MAX_CUE_LENGTH), phrases);
}

/** Returns the cues of a text; promotional ones only from outside of quotation marks, because quoted requests are reports. */
function readUnquotedCues(text: string, phrases: CueReader): number {
  const cues = phrases.readCues(text);
  if ((cues & PROMO_CUES) === 0) return cues;
  const unquoted = unquote(text);
  return unquoted === text ? cues : (cues & ~PROMO_CUES) | (phrases.readCues(unquoted) & PROMO_CUES);
}

function readNames(element: Element, tag: number): number {
  const { hasAttributes, getAttribute } = domOf(element);
  let bits = (tag & TAG.custom) !== 0 ? readName(localNameOf(element)) : 0;
  if (!hasAttributes.call(element)) return bits;
  bits |= readName(getAttribute.call(element, 'class')) | readName(getAttribute.call(element, 'id'));
  if ((tag & TAG.inline) === 0)
    for (const attribute of NAME_ATTRIBUTES) bits |= readName(getAttribute.call(element, attribute));
  if ((tag & TAG.frame) !== 0) bits |= readName(getAttribute.call(element, 'name'));
  return bits;
}
