import { runAtOnce, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { allCues } from '../phrases/all-cues.ts';
import { ATTACHED_CUES, cueBits, PROMO_CUES } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { collectEvidenceInSteps } from './evidence.ts';
import { findMemberTips } from './find-member-tips.ts';
import { isLinkedSentence } from './lines.ts';
import { nameBits } from './name-cues.ts';
import { countCharacters, countFeature, type PageModel } from './page-counts.ts';
import { type Survey, sumOverUnits, surveyInSteps, type Unit } from './survey.ts';
import { type Feature, type ProtectedFeature, WEIGHTS } from './weights.ts';

/** Number of prefix sums in `PageModel`. */
const SUM_COUNT = 9;

/** Minimum length of a plea, in characters; shorter texts are headings and notes. */
const MIN_PLEA_LENGTH = 20;

/**
 * Builds the model of a page.
 *
 * @param phrases by default those of all languages
 */
export const buildPageModel = (root: Element, phrases = allCues()): PageModel =>
  runAtOnce(pageModelInSteps(root, phrases));

/**
 * Builds the model of a page in steps, for large live pages.
 *
 * @param phrases read the cues of the page's language
 * @param shadowRoots collects the shadow roots found
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* pageModelInSteps(
  root: Element,
  phrases: CueReader,
  shadowRoots?: Set<ShadowRoot>,
): Steps<PageModel> {
  const survey = yield* surveyInSteps(root, shadowRoots);
  yield;
  const evidence = yield* collectEvidenceInSteps(survey, phrases);
  yield;
  const tips = findMemberTips(survey, evidence);
  if (tips.length > 0) evidence.features.set('memberTip', tips);
  const { units } = survey;
  const length = units.length + 1;
  // One allocation for all sums, because allocating each one takes longer than filling it.
  const memory = new ArrayBuffer(SUM_COUNT * length * Float64Array.BYTES_PER_ELEMENT);
  let sumIndex = 0;
  const createSums = () =>
    new Float64Array(memory, sumIndex++ * length * Float64Array.BYTES_PER_ELEMENT, length);
  const characters = createSums();
  const foreign = createSums();
  const linkedForeign = createSums();
  const linked = createSums();
  const promoTexts = createSums();
  const callsToAction = createSums();
  const pleas = createSums();
  const longTexts = createSums();
  const offerLinks = createSums();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    const cues = evidence.cues[i] ?? 0;
    const isForeign = (cues & ATTACHED_CUES) === 0;
    characters[i + 1] = (characters[i] ?? 0) + unit.length;
    linked[i + 1] = (linked[i] ?? 0) + unit.linked;
    promoTexts[i + 1] = (promoTexts[i] ?? 0) + ((cues & PROMO_CUES) === 0 ? 0 : 1);
    callsToAction[i + 1] = (callsToAction[i] ?? 0) + (evidence.callsToAction[i] === true ? 1 : 0);
    const isPlea =
      !isForeign && unit.length - unit.linked >= MIN_PLEA_LENGTH && unit.linked < unit.length / 2;
    pleas[i + 1] = (pleas[i] ?? 0) + (isPlea ? 1 : 0);
    const isText = unit.length >= MIN_PLEA_LENGTH && unit.linked < unit.length / 2;
    const isOfferSentence =
      unit.length >= MIN_PLEA_LENGTH && isLinkedSentence(survey, evidence.directOffers, unit);
    longTexts[i + 1] = (longTexts[i] ?? 0) + (isText || isOfferSentence ? 1 : 0);
    offerLinks[i + 1] = (offerLinks[i] ?? 0) + (isOfferLink(survey, evidence.offers, unit) ? 1 : 0);
    foreign[i + 1] = (foreign[i] ?? 0) + (isForeign ? unit.length : 0);
    linkedForeign[i + 1] = (linkedForeign[i] ?? 0) + (isForeign ? unit.linked : 0);
  }
  const weightedFeatures = (Object.keys(WEIGHTS) as Feature[]).flatMap((feature) => {
    const positions = evidence.features.get(feature);
    return positions === undefined ? [] : [{ feature, weight: WEIGHTS[feature], positions }];
  });
  return {
    phrases,
    survey,
    evidence,
    characters,
    foreign,
    linkedForeign,
    linked,
    promoTexts,
    callsToAction,
    pleas,
    longTexts,
    offerLinks,
    weightedFeatures,
  };
}

/** Returns the score of a subtree (the sum of weights), and its strongest feature. */
export function scoreBlock(page: PageModel, at: number): { score: number; strongest: Feature | null } {
  const end = page.survey.ends[at] ?? at;
  const call = scoreCallToAction(page, at);
  let score = call;
  if (isLonelyField(page, at)) score += WEIGHTS.lonelyField;
  if (isPitch(page, at)) score += WEIGHTS.pitch;
  let maxWeight = score;
  let strongest: Feature | null = score > 0 ? 'call' : null;
  for (const { feature, weight, positions } of page.weightedFeatures) {
    if (countBetween(positions, at, end) === 0) continue;
    score += weight;
    if (weight > maxWeight) {
      maxWeight = weight;
      strongest = feature;
    }
  }
  return { score, strongest };
}

/** Maximum length of a block whose buttons belong to its request, in characters. */
const MAX_SMALL_BLOCK_LENGTH = 400;

/** Returns the weight of a request that has a button. */
function scoreCallToAction(page: PageModel, at: number): number {
  const { survey, evidence } = page;
  if (sumOverUnits(survey, page.pleas, at) === 0) return 0;
  if (sumOverUnits(survey, page.callsToAction, at) > 0) return WEIGHTS.call;
  if (sumOverUnits(survey, page.promoTexts, at) === 0 || countCharacters(page, at) > MAX_SMALL_BLOCK_LENGTH)
    return 0;
  return countBetween(evidence.actions, at, survey.ends[at] ?? at) > 0 ? WEIGHTS.button : 0;
}

/** Maximum length of a link, in characters; longer ones are headlines. */
const MAX_OFFER_LINK_LENGTH = 45;

/** Whether a text is a separate link or button to where the site sells subscriptions. */
function isOfferLink({ ends }: Survey, offers: readonly number[], unit: Unit): boolean {
  if (unit.length > MAX_OFFER_LINK_LENGTH || unit.linked < unit.length * 0.8) return false;
  return countBetween(offers, unit.at, ends[unit.at] ?? unit.at) > 0;
}

/** Features of walls and account links, which contain links to offers, too. */
const PROTECTED_FEATURES: readonly ProtectedFeature[] = [
  'password',
  'wallCue',
  'wallName',
  'loginCue',
  'consentCue',
  'consentName',
];

/** Maximum number of links in a box with a promotional name: one to act, and one to close it or learn more. */
const MAX_LINKS = 2;
const PITCH_NAMES = nameBits('newsletter', 'subscribe', 'donate');

/**
 * Whether a block has few words and either only links to where the site sells subscriptions, or a promotional name, a button
 * and at most `MAX_LINKS` links.
 */
export function isPitch(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (sumOverUnits(survey, page.longTexts, at) === 0) return false;
  const end = survey.ends[at] ?? at;
  const isNamed = ((evidence.names[at] ?? 0) & PITCH_NAMES) !== 0;
  const links = countBetween(evidence.links, at, end);
  const isOffer =
    sumOverUnits(survey, page.offerLinks, at) > 0 && links === countBetween(evidence.offers, at, end);
  if (!isOffer && !(isNamed && links <= MAX_LINKS && countBetween(evidence.actions, at, end) > 0))
    return false;
  return (
    countCharacters(page, at) <= MAX_SMALL_BLOCK_LENGTH &&
    PROTECTED_FEATURES.every((feature) => countFeature(page, feature, at) === 0)
  );
}

/** Maximum number of text fields. With a name field, the email address can be a friend's, so only words decide. */
const MAX_TEXT_FIELDS = 1;
const ACCOUNT_CUES = cueBits('account', 'login', 'wall');

/** Whether a block asks for an email address and nothing else, and so is neither a login nor another form. */
export function isLonelyField(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (countFeature(page, 'emailField', at) === 0 || countFeature(page, 'textField', at) > MAX_TEXT_FIELDS)
    return false;
  if (countFeature(page, 'longField', at) + countFeature(page, 'password', at) > 0) return false;
  if (
    countCharacters(page, at) > MAX_SMALL_BLOCK_LENGTH ||
    countBetween(evidence.actions, at, survey.ends[at] ?? at) === 0
  )
    return false;
  const end = survey.unitsBefore[survey.ends[at] ?? at] ?? 0;
  for (let i = survey.unitsBefore[at] ?? 0; i < end; i++)
    if (((evidence.cues[i] ?? 0) & ACCOUNT_CUES) !== 0) return false;
  return true;
}
