import { documentOf, titleOf } from '../../page/dom-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { hasSentenceEnd } from '../../text/has-sentence-end.ts';
import { countBetween } from '../../text/positions.ts';
import { foldText } from '../phrases/match-phrases.ts';
import { cueBits, PROMO_CUES } from '../phrases/phrase-book.ts';
import type { ClutterKind } from '../types.ts';
import { chooseKind } from './describe-finding.ts';
import { PROMO_NAMES } from './evidence.ts';
import { findTeaserLists, isAsideLine, isOfferLine, isRelatedLink } from './lines.ts';
import { nameBits } from './name-cues.ts';
import {
  asksForEmail,
  countCharacters,
  countFeature,
  countMediaAndFields,
  type PageModel,
} from './page-counts.ts';
import { scoreBlock } from './page-model.ts';
import { listParts } from './page-parts.ts';
import { findPurpose } from './page-purpose.ts';
import { prefixSums, type Survey, sumOverUnits, type Unit } from './survey.ts';
import { TAG } from './tags.ts';
import { CLUTTER_THRESHOLD } from './weights.ts';

/** The article of a page. */
export interface Article {
  /** Its elements, as prefix sums over elements; a subtree with a sum above 0 contains some of them. */
  guardedSums: Float64Array;
  /** The element that contains most of the running text. */
  body: number;
  /** Characters of running text on the page. */
  proseLength: number;
  /** The kinds that are the purpose of this page and therefore not clutter. */
  purposeKinds: ReadonlySet<ClutterKind>;
  /** Elements that no hidden block may contain (`listParts`). */
  parts: readonly number[];
}

/** Minimum length of a text that counts as running text, in characters. */
const MIN_PROSE_LENGTH = 80;
/** Maximum share of the article's running text in a removable box inside the article, and maximum lengths in characters. */
const MAX_BOX_SHARE = 0.25;
const MAX_BOX_LENGTH = 1500;
const MAX_PLAIN_BOX_LENGTH = 1000;

/** A subtree with less running text (characters) is treated as a box and not as part of an article. */
const MIN_PART_PROSE = 160;
/** Minimum running text of an article in a dialog, in characters. */
const MIN_DIALOG_PROSE = 1200;
/** Boxes between an article's paragraphs are compared with at least this many characters of running text. */
const MIN_PROSE_AROUND = 2400;

/** Position of a subtree that is examined separately: among the article's elements, in a dialog, or elsewhere. */
export type PartPosition = 'flow' | 'dialog' | 'apart';

const ASIDE_NAMES =
  PROMO_NAMES |
  nameBits('follow', 'share', 'related', 'comments', 'ad', 'overlay', 'navigation', 'consent', 'wall');
const FLOW_TAGS = TAG.inline | TAG.paragraph | TAG.heading | TAG.scaffold | TAG.quotation;
const EMBED_NAME = nameBits('embed');
const OUTSIDE_TAGS = TAG.navigation | TAG.footer | TAG.aside | TAG.form;
const COMMENTS_NAME = nameBits('comments');
const ARTICLE_NAME = nameBits('article');
const OUTSIDE_NAMES = nameBits('comments', 'navigation', 'consent', 'overlay');

function isProse(unit: Unit): boolean {
  return unit.length >= MIN_PROSE_LENGTH && unit.linked < unit.length * 0.4 && hasSentenceEnd(unit.text);
}

/** The article before extraction; `isGuarded` is 1 for each of its elements. */
type FoundArticle = Omit<Article, 'guardedSums'> & { isGuarded: Uint8Array };

/** Cache, because a page is examined twice: before its article is extracted, and with the extracted elements. */
const articlesByPage = new WeakMap<PageModel, FoundArticle>();

/**
 * Determines the headline, the running text and the elements in its flow. Independent of extraction, so that either can make
 * up for mistakes of the other.
 *
 * @param extracted elements that extraction found; they are guarded, too
 * @param position of a subtree that is examined separately; null for a page
 * @param leftOut blocks that extraction was told to leave out
 */
export function* articleInSteps(
  page: PageModel,
  extracted: readonly Element[],
  position: PartPosition | null,
  leftOut: readonly number[],
): Steps<Article> {
  const cached = position === null ? articlesByPage.get(page) : undefined;
  const found = cached ?? (yield* findArticle(page, position));
  if (position === null) articlesByPage.set(page, found);
  const { isGuarded, ...otherFields } = found;
  yield;
  return { ...otherFields, guardedSums: prefixSums(guardExtracted(page, extracted, isGuarded, leftOut)) };
}

function* findArticle(page: PageModel, position: PartPosition | null): Steps<FoundArticle> {
  const { survey, evidence } = page;
  const size = survey.elements.length;
  const proseLengths = survey.units.map((unit, i) =>
    isProse(unit) && ((evidence.cues[i] ?? 0) & PROMO_CUES) === 0 ? unit.length : 0,
  );
  yield;
  const isOutside = findOutside(page, prefixSums(proseLengths));
  survey.units.forEach(({ at }, i) => {
    if (isOutside[at] === 1) proseLengths[i] = 0;
  });
  yield;
  const isTeaser = dropTeasers(page, proseLengths);
  yield;
  const prose = prefixSums(proseLengths);
  const proseTotal = prose.at(-1) ?? 0;
  // A part with little running text has no body, unless it is inside one.
  const minProse = position === 'dialog' ? MIN_DIALOG_PROSE : MIN_PART_PROSE;
  const isInFlow = position === 'flow' && proseTotal < MIN_PROSE_AROUND;
  const hasBody = position === null || proseTotal >= minProse;
  const body = isInFlow ? 0 : hasBody ? findBody(page, prose, proseTotal) : size;

  const headline = findHeadline(page);
  const purposeKinds: ReadonlySet<ClutterKind> =
    position === null ? findPurpose(page, headline, body) : new Set();
  yield;
  const isGuarded = new Uint8Array(size);
  const isBoxed = isInFlow
    ? yield* findBoxes(page, prose, MIN_PROSE_AROUND / MAX_BOX_SHARE, 0, isTeaser)
    : yield* findBoxes(page, prose, proseTotal, body + 1, isTeaser);
  const requests = new Set<number>();
  let i = -1;
  for (const unit of survey.units) {
    if (++i % ITEMS_PER_STEP === 0) yield;
    const at = unit.at;
    if (isBoxed[at] === 1) continue;
    const inBody = at >= body && at < (survey.ends[body] ?? body);
    if (inBody) {
      const isRequest = isRequestInFlow(page, unit, i, body) && !purposeKinds.has(chooseKind(page, at));
      if (isRequest || isRelatedLink(page, unit) || isOfferLine(page, unit, i)) requests.add(at);
      else isGuarded[at] = 1;
    } else if (isOutside[at] !== 1 && (at === headline || (proseLengths[i] ?? 0) >= MIN_PROSE_LENGTH * 2.5))
      isGuarded[at] = 1;
  }
  yield;
  survey.tags.forEach((tag, at) => {
    if ((tag & TAG.figure) === 0 || isBoxed[at] === 1 || requests.has(at)) return;
    if (at >= body && at < (survey.ends[body] ?? body)) isGuarded[at] = 1;
  });
  return { isGuarded, body, proseLength: proseTotal, purposeKinds, parts: listParts(page, body) };
}

/** Maximum length of a title (characters), and maximum number of headlines compared with it. */
const MAX_TITLE_LENGTH = 2000;
const MAX_HEADLINES = 100;

/** The `h1` that matches the page's title, or else the first with more than one word. */
function findHeadline(page: PageModel): number {
  const { survey } = page;
  const top = survey.elements[0];
  const title = foldText((top === undefined ? '' : titleOf(documentOf(top))).slice(0, MAX_TITLE_LENGTH));
  const candidates = survey.units
    .filter(({ at }) => ((survey.tags[at] ?? 0) & TAG.headline) !== 0)
    .slice(0, MAX_HEADLINES);
  const matchesTitle = candidates.find(
    ({ text }) => text.length > 8 && title.includes(foldText(text).slice(2, -2)),
  );
  return (matchesTitle ?? candidates.find(({ text }) => text.includes(' ')))?.at ?? -1;
}

/** The deepest element with three quarters of the running text. */
function findBody(page: PageModel, prose: Float64Array, proseTotal: number): number {
  let body = 0;
  if (proseTotal === 0) return body;
  for (;;) {
    let next = -1;
    for (let at = body + 1; at < (page.survey.ends[body] ?? 0); at = page.survey.ends[at] ?? at + 1) {
      if (sumOverUnits(page.survey, prose, at) >= proseTotal * 0.75) next = at;
    }
    if (next < 0) return body;
    body = next;
  }
}

function isInQuotation(page: PageModel, inner: number, body: number): boolean {
  for (let at = inner; at > body; at = page.survey.parents[at] ?? -1) {
    if (((page.survey.tags[at] ?? 0) & TAG.quotation) !== 0) return true;
    if (((page.evidence.names[at] ?? 0) & EMBED_NAME) !== 0) return true;
  }
  return false;
}

/** Only a caption that starts with a request (in these characters) is clutter; one that ends with it describes an image. */
const MAX_CAPTION_START = 60;

const firstSentence = (text: string): string =>
  text.slice(0, MAX_CAPTION_START).split(/(?<=[.!?…。])\s/, 1)[0] ?? '';

const APP_CUE = cueBits('app');

/** Whether a text in the article's flow makes a request instead of reporting one. */
function isRequestInFlow(page: PageModel, unit: Unit, i: number, body: number): boolean {
  const cues = page.evidence.cues[i] ?? 0;
  if (isAsideLine(unit, cues)) return true;
  if (unit.length > 330) return false;
  const isRequest = page.evidence.isRequest[i] === true || countFeature(page, 'channels', unit.at) > 0;
  if (!isRequest) return false;
  const tag = page.survey.tags[unit.at] ?? 0;
  if ((tag & TAG.headline) !== 0 || isInQuotation(page, unit.at, body)) return false;
  // "How we built our first app" can be a subheading of an article, but not if it is a link.
  if ((tag & TAG.heading) !== 0 && unit.linked === 0 && (cues & PROMO_CUES) === APP_CUE) return false;
  if ((tag & TAG.caption) !== 0 && (page.phrases.readCues(firstSentence(unit.text)) & PROMO_CUES) === 0)
    return false;
  return scoreBlock(page, unit.at).score >= CLUTTER_THRESHOLD;
}

/**
 * Finds comments, navigation and footers, whose running text does not belong to the article. Names and tags are ignored on
 * wrappers of the whole page, such as body classes, and on forms around it.
 *
 * @returns 1 for each element outside of the article
 */
function findOutside(page: PageModel, prose: Float64Array): Uint8Array {
  const { survey, evidence } = page;
  const size = survey.elements.length;
  const isOutside = new Uint8Array(size);
  const headlines = listHeadlines(survey);
  const halfOfProse = (prose.at(-1) ?? 0) / 2;
  for (let at = 0; at < size; at++) {
    const tag = survey.tags[at] ?? 0;
    const names = evidence.names[at] ?? 0;
    if (isOutside[at] === 1 || (tag & (TAG.scaffold | TAG.inline)) !== 0) continue;
    if ((tag & OUTSIDE_TAGS) === 0 && (names & OUTSIDE_NAMES) === 0) continue;
    if (countBetween(headlines, at, survey.ends[at] ?? at) > 0) continue;
    const isComments = (names & COMMENTS_NAME) !== 0 && (names & ARTICLE_NAME) === 0;
    if (isComments || sumOverUnits(survey, prose, at) <= halfOfProse)
      isOutside.fill(1, at, survey.ends[at] ?? at + 1);
  }
  return isOutside;
}

function listHeadlines({ tags }: Survey): number[] {
  const found: number[] = [];
  for (let at = 0; at < tags.length; at++) if (((tags[at] ?? 0) & TAG.headline) !== 0) found.push(at);
  return found;
}

/**
 * Removes the running text of teaser lists from `proseLengths`, because it belongs to other articles. A list with more
 * running text than the rest of the page is the content of the page and stays.
 *
 * @returns 1 for each element of such a list
 */
function dropTeasers(page: PageModel, proseLengths: number[]): Uint8Array {
  const { survey } = page;
  const { ends, units } = survey;
  const isTeaser = new Uint8Array(ends.length);
  const isTeaserList = findTeaserLists(page);
  const headlines = listHeadlines(survey);
  const prose = prefixSums(proseLengths);
  const halfOfProse = (prose.at(-1) ?? 0) / 2;
  for (let at = 1; at < ends.length; at++) {
    const end = ends[at] ?? at + 1;
    if (
      !isTeaserList(at) ||
      countBetween(headlines, at, end) > 0 ||
      sumOverUnits(survey, prose, at) > halfOfProse
    )
      continue;
    isTeaser.fill(1, at, end);
    at = end - 1;
  }
  units.forEach(({ at }, i) => {
    if (isTeaser[at] === 1) proseLengths[i] = 0;
  });
  return isTeaser;
}

/**
 * Finds boxes in the article that are not part of its flow, by their names, elements or promotional texts.
 *
 * @returns 1 for each element of such a box
 */
function* findBoxes(
  page: PageModel,
  prose: Float64Array,
  proseTotal: number,
  first: number,
  isTeaser: Uint8Array,
): Steps<Uint8Array> {
  const { survey, evidence } = page;
  const isBoxed = new Uint8Array(survey.elements.length);
  const end = survey.ends[Math.max(0, first - 1)] ?? 0;
  for (let at = first; at < end; at++) {
    if (at % ITEMS_PER_STEP === 0) yield;
    const parent = survey.parents[at] ?? -1;
    if (isTeaser[at] === 1 || (parent >= first && isBoxed[parent] === 1)) {
      isBoxed[at] = 1;
      continue;
    }
    const tag = survey.tags[at] ?? 0;
    if ((tag & FLOW_TAGS) !== 0 || ((evidence.names[at] ?? 0) & EMBED_NAME) !== 0) continue;
    const length = countCharacters(page, at);
    if (length > MAX_BOX_LENGTH || sumOverUnits(survey, prose, at) > proseTotal * MAX_BOX_SHARE) continue;
    const isAside =
      (tag & (TAG.aside | TAG.form | TAG.footer | TAG.navigation)) !== 0 ||
      ((evidence.names[at] ?? 0) & ASIDE_NAMES) !== 0;
    // An image with a promotional caption still belongs to the article; the caption is examined as a line.
    const isPicture =
      (tag & TAG.caption) !== 0 || ((tag & TAG.figure) !== 0 && countMediaAndFields(page, at) > 0);
    const canBePromo = !isPicture && length <= MAX_PLAIN_BOX_LENGTH;
    if (isAside || (canBePromo && isPromoBox(page, at, tag, length))) isBoxed[at] = 1;
  }
  return isBoxed;
}

/**
 * Whether a box within an article is a promotion. A list can be about prices and trials, so it must contain an email field.
 */
export function isPromoBox(page: PageModel, at: number, tag: number, length: number): boolean {
  if ((tag & (TAG.list | TAG.listItem)) !== 0 && !asksForEmail(page, at)) return false;
  return isMostlyPromo(page, at, length) && (asksForEmail(page, at) || containsRequest(page, at));
}

/** Whether a line in a block makes a request. A block without one only reports about subscriptions. */
function containsRequest({ survey, evidence }: PageModel, at: number): boolean {
  const end = survey.unitsBefore[survey.ends[at] ?? at] ?? 0;
  for (let i = survey.unitsBefore[at] ?? 0; i < end; i++) if (evidence.isRequest[i] === true) return true;
  return false;
}

function isMostlyPromo(page: PageModel, at: number, length: number): boolean {
  if (sumOverUnits(page.survey, page.foreign, at) > length / 2) return false;
  return scoreBlock(page, at).score >= CLUTTER_THRESHOLD;
}

/** Maximum length of an extracted element (characters); longer ones are containers, which may contain boxes. */
const MAX_EXTRACTED_LENGTH = 3000;

/**
 * Guards the extracted elements with their subtrees, but containers only with their direct text.
 *
 * @param isGuarded 1 for each element that is already guarded; not modified
 * @param leftOut blocks that extraction left out, which are not guarded inside extracted elements
 * @returns 1 for each guarded element
 */
export function guardExtracted(
  page: PageModel,
  extracted: readonly Element[],
  isGuarded: Uint8Array,
  leftOut: readonly number[],
): Uint8Array {
  if (extracted.length === 0) return isGuarded;
  const guarded = isGuarded.slice();
  const extractedSet = new Set(extracted);
  const { elements, ends, tags } = page.survey;
  elements.forEach((element, at) => {
    if (!extractedSet.has(element)) return;
    const isContainer =
      ((tags[at] ?? 0) & TAG.scaffold) !== 0 || countCharacters(page, at) > MAX_EXTRACTED_LENGTH;
    const isLine = ((tags[at] ?? 0) & (TAG.paragraph | TAG.heading)) !== 0;
    const end = isContainer && !isLine ? at + 1 : (ends[at] ?? at + 1);
    guarded.fill(1, at, end);
    for (const block of leftOut) {
      if (block <= at || block >= end) continue;
      const blockEnd = ends[block] ?? block + 1;
      guarded.set(isGuarded.subarray(block, blockEnd), block);
    }
  });
  return guarded;
}
