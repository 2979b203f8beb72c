import { runAtOnce, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, BEGGING_CUES, cueBits } from '../phrases/phrase-book.ts';
import { gatherInSteps } from './evidence.ts';
import { findMemberTips } from './find-member-tips.ts';
import { isLinkedSentence } from './lines.ts';
import { nameBits } from './name-cues.ts';
import { charactersIn, countFeature, type PageModel } from './page-counts.ts';
import { type Survey, sumTexts, surveyInSteps, type Unit } from './survey.ts';
import { type Feature, type Taboo, WEIGHTS } from './weights.ts';

/** Number of prefix sums in `PageModel`. */
const SUMS = 9;

/** Minimum length of a plea, in characters; shorter texts are headings and notes. */
const PLEA_LENGTH = 20;

/** Builds the model of a page. */
export const modelPage = (root: Element): PageModel => runAtOnce(modelInSteps(root));

/**
 * The same in steps, for large live pages.
 *
 * @param met collects shadow roots
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* modelInSteps(root: Element, met?: Set<ShadowRoot>): Steps<PageModel> {
  const survey = yield* surveyInSteps(root, met);
  yield;
  const evidence = yield* gatherInSteps(survey);
  yield;
  const tips = findMemberTips(survey, evidence);
  if (tips.length > 0) evidence.features.set('memberTip', tips);
  const { units } = survey;
  const length = units.length + 1;
  // One allocation for all, because allocating each costs more than filling it.
  const memory = new ArrayBuffer(SUMS * length * Float64Array.BYTES_PER_ELEMENT);
  let taken = 0;
  const sums = () => new Float64Array(memory, taken++ * length * Float64Array.BYTES_PER_ELEMENT, length);
  const characters = sums();
  const foreign = sums();
  const foreignLinked = sums();
  const linked = sums();
  const begging = sums();
  const calls = sums();
  const pleas = sums();
  const words = sums();
  const doors = sums();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    const cues = evidence.cues[i] ?? 0;
    const isForeign = (cues & ATTACHED_CUES) === 0;
    characters[i + 1] = (characters[i] ?? 0) + unit.length;
    linked[i + 1] = (linked[i] ?? 0) + unit.linked;
    begging[i + 1] = (begging[i] ?? 0) + ((cues & BEGGING_CUES) === 0 ? 0 : 1);
    calls[i + 1] = (calls[i] ?? 0) + (evidence.calls[i] === true ? 1 : 0);
    const isPlea = !isForeign && unit.length - unit.linked >= PLEA_LENGTH && unit.linked < unit.length / 2;
    pleas[i + 1] = (pleas[i] ?? 0) + (isPlea ? 1 : 0);
    const isText = unit.length >= PLEA_LENGTH && unit.linked < unit.length / 2;
    const isFinal = unit.length >= PLEA_LENGTH && isLinkedSentence(survey, evidence.finals, unit);
    words[i + 1] = (words[i] ?? 0) + (isText || isFinal ? 1 : 0);
    doors[i + 1] = (doors[i] ?? 0) + (isOfferLink(survey, evidence.offers, unit) ? 1 : 0);
    foreign[i + 1] = (foreign[i] ?? 0) + (isForeign ? unit.length : 0);
    foreignLinked[i + 1] = (foreignLinked[i] ?? 0) + (isForeign ? unit.linked : 0);
  }
  const weighed = (Object.keys(WEIGHTS) as Feature[]).flatMap((feature) => {
    const places = evidence.features.get(feature);
    return places === undefined ? [] : [{ feature, weight: WEIGHTS[feature], places }];
  });
  return {
    survey,
    evidence,
    characters,
    foreign,
    foreignLinked,
    linked,
    begging,
    calls,
    pleas,
    words,
    doors,
    weighed,
  };
}

/** The score of a subtree, and its strongest feature. */
export function weighBlock(page: PageModel, at: number): { score: number; strongest: Feature | null } {
  const end = page.survey.ends[at] ?? at;
  const call = weighCall(page, at);
  let score = call;
  if (isSignUpField(page, at)) score += WEIGHTS.lonelyField;
  if (isPitch(page, at)) score += WEIGHTS.pitch;
  let best = score;
  let strongest: Feature | null = score > 0 ? 'call' : null;
  for (const { feature, weight, places } of page.weighed) {
    if (countBetween(places, at, end) === 0) continue;
    score += weight;
    if (weight > best) {
      best = weight;
      strongest = feature;
    }
  }
  return { score, strongest };
}

/** Maximum length of a block whose buttons belong to its request, in characters. */
const SMALL_BLOCK = 400;

/** Weighs a request together with its button. */
function weighCall(page: PageModel, at: number): number {
  const { survey, evidence } = page;
  if (sumTexts(survey, page.pleas, at) === 0) return 0;
  if (sumTexts(survey, page.calls, at) > 0) return WEIGHTS.call;
  if (sumTexts(survey, page.begging, at) === 0 || charactersIn(page, at) > SMALL_BLOCK) return 0;
  return countBetween(evidence.ways, at, survey.ends[at] ?? at) > 0 ? WEIGHTS.button : 0;
}

/** Maximum length of a link, in characters; longer ones are headlines. */
const DOOR_LENGTH = 45;

/** Whether a text is a separate link or button to where the site sells subscriptions. */
function isOfferLink({ ends }: Survey, offers: readonly number[], unit: Unit): boolean {
  if (unit.length > DOOR_LENGTH || unit.linked < unit.length * 0.8) return false;
  return countBetween(offers, unit.at, ends[unit.at] ?? unit.at) > 0;
}

/** Walls and account links have such links, too. */
const NO_PITCH: readonly Taboo[] = [
  'password',
  'wallCue',
  'wallName',
  'loginCue',
  'consentCue',
  'consentName',
];

/** Links in a box named for what it begs: one to act, and one to close it or learn more. */
const MAX_LINKS = 2;
const PITCH_NAMES = nameBits('newsletter', 'subscribe', 'donate');

/**
 * Whether a block has few words and a link to where the site sells subscriptions, but no other link, or few words and a
 * button in a box named for it.
 */
export function isPitch(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (sumTexts(survey, page.words, at) === 0) return false;
  const end = survey.ends[at] ?? at;
  const isNamed = ((evidence.names[at] ?? 0) & PITCH_NAMES) !== 0;
  const links = countBetween(evidence.links, at, end);
  const isSale = sumTexts(survey, page.doors, at) > 0 && links === countBetween(evidence.offers, at, end);
  if (!isSale && !(isNamed && links <= MAX_LINKS && countBetween(evidence.ways, at, end) > 0)) return false;
  return (
    charactersIn(page, at) <= SMALL_BLOCK && NO_PITCH.every((taboo) => countFeature(page, taboo, at) === 0)
  );
}

/** With a name field, the address may be a friend's, so only words decide. */
const MAX_FIELDS = 1;
const FOR_USERS = cueBits('account', 'login', 'wall');

/** Whether a block takes an address for a mailing list and nothing else: no login and no other form. */
export function isSignUpField(page: PageModel, at: number): boolean {
  const { survey, evidence } = page;
  if (countFeature(page, 'emailField', at) === 0 || countFeature(page, 'textField', at) > MAX_FIELDS)
    return false;
  if (countFeature(page, 'longField', at) + countFeature(page, 'password', at) > 0) return false;
  if (charactersIn(page, at) > SMALL_BLOCK || countBetween(evidence.ways, at, survey.ends[at] ?? at) === 0)
    return false;
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end; i++)
    if (((evidence.cues[i] ?? 0) & FOR_USERS) !== 0) return false;
  return true;
}
