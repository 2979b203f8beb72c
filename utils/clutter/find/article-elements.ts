import { documentOf, titleOf } from '../../page/dom-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { foldText } from '../phrases/match-phrases.ts';
import { BEGGING_CUES, cueBits } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import type { ClutterKind } from '../types.ts';
import { chooseKind } from './describe-finding.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { findTeaserLists, isAsideLine, isNamedLink, isOfferLine } from './lines.ts';
import { nameBits } from './name-cues.ts';
import { findPurpose } from './own-purpose.ts';
import { charactersIn, countFeature, countThings, type PageModel, takesAddress } from './page-counts.ts';
import { weighBlock } from './page-model.ts';
import { listParts } from './page-parts.ts';
import { prefixSums, type Survey, sumTexts, type Unit } from './survey.ts';
import { TAG } from './tags.ts';
import { THRESHOLD } from './weights.ts';

/** The article of a page. */
export interface Article {
  /** Its elements, as prefix sums over elements; one with a sum above 0 contains some of it. */
  guarded: Float64Array;
  /** The element that contains most of the running text. */
  body: number;
  /** Characters of running text on the page. */
  prose: number;
  /** The kinds that are the purpose of this page and so no clutter. */
  own: ReadonlySet<ClutterKind>;
  /** Elements that no hidden block may contain (`listParts`). */
  parts: readonly number[];
}

const PROSE_LENGTH = 80;
/** Maximum share of the article's running text, and characters, of a removable box inside it. */
const BOX_SHARE = 0.25;
const BOX_LENGTH = 1500;
const PLAIN_BOX_LENGTH = 1000;

/** A subtree with less running text is judged as a box and not as part of an article. */
const PART_PROSE = 160;
/** Minimum running text of an article in a dialog, in characters. */
const DIALOG_PROSE = 1200;
/** Boxes between an article's paragraphs are compared with at least this much running text. */
const PROSE_AROUND = 2400;

/** Position of a subtree that is examined alone: among the article's elements, in a dialog, or elsewhere. */
export type PartPlace = 'flow' | 'dialog' | 'apart';

const ASIDE_NAMES =
  BEGGING_NAMES |
  nameBits('follow', 'share', 'related', 'comments', 'ad', 'overlay', 'navigation', 'consent', 'wall');
const FLOW_TAGS = TAG.inline | TAG.paragraph | TAG.heading | TAG.scaffold | TAG.quotation;
const EMBED = nameBits('embed');
const OUTSIDE_TAGS = TAG.navigation | TAG.footer | TAG.aside | TAG.form;
const COMMENTS = nameBits('comments');
const ARTICLE = nameBits('article');
const OUTSIDE_NAMES = nameBits('comments', 'navigation', 'consent', 'overlay');

function isProse(unit: Unit): boolean {
  return unit.length >= PROSE_LENGTH && unit.linked < unit.length * 0.4 && hasSentence(unit.text);
}

/** The article before extraction; `isGuarded` is 1 for each of its elements. */
type FoundArticle = Omit<Article, 'guarded'> & { isGuarded: Uint8Array };

/** A page is examined twice: before its article is extracted, and with the kept elements. */
const articlesByPage = new WeakMap<PageModel, FoundArticle>();

/**
 * Determines the article from the page alone: headline, running text and the elements in its flow. Independent of
 * extraction, so that mistakes of one are caught by the other; `kept` adds the elements that extraction found, except those
 * it was told to leave out.
 */
export function* articleInSteps(
  page: PageModel,
  kept: readonly Element[],
  place: PartPlace | null,
  leftOut: readonly number[],
): Steps<Article> {
  const known = place === null ? articlesByPage.get(page) : undefined;
  const own = known ?? (yield* findArticle(page, place));
  if (place === null) articlesByPage.set(page, own);
  const { isGuarded, ...rest } = own;
  yield;
  return { ...rest, guarded: prefixSums(withKept(page, kept, isGuarded, leftOut)) };
}

function* findArticle(page: PageModel, place: PartPlace | null): Steps<FoundArticle> {
  const { survey, evidence } = page;
  const size = survey.elements.length;
  const proseLengths = survey.units.map((unit, i) =>
    isProse(unit) && ((evidence.cues[i] ?? 0) & BEGGING_CUES) === 0 ? unit.length : 0,
  );
  yield;
  const isOutside = findOutside(page, prefixSums(proseLengths));
  survey.units.forEach(({ at }, i) => {
    if (isOutside[at] === 1) proseLengths[i] = 0;
  });
  yield;
  const isTeaser = leaveOutTeasers(page, proseLengths);
  yield;
  const prose = prefixSums(proseLengths);
  const total = prose.at(-1) ?? 0;
  // A part with little running text has no body, unless it is inside one.
  const least = place === 'dialog' ? DIALOG_PROSE : PART_PROSE;
  const isPiece = place === 'flow' && total < PROSE_AROUND;
  const isBody = place === null || total >= least;
  const body = isPiece ? 0 : isBody ? findBody(page, prose, total) : size;

  const headline = findHeadline(page);
  const own: ReadonlySet<ClutterKind> = place === null ? findPurpose(page, headline, body) : new Set();
  yield;
  const isGuarded = new Uint8Array(size);
  const isBoxed = isPiece
    ? yield* findBoxes(page, prose, PROSE_AROUND / BOX_SHARE, 0, isTeaser)
    : yield* findBoxes(page, prose, total, body + 1, isTeaser);
  const nags = new Set<number>();
  let i = -1;
  for (const unit of survey.units) {
    if (++i % REST_EVERY === 0) yield;
    const at = unit.at;
    if (isBoxed[at] === 1) continue;
    const inBody = at >= body && at < (survey.ends[body] ?? body);
    if (inBody) {
      const isNagging = isRequestInFlow(page, unit, i, body) && !own.has(chooseKind(page, at));
      if (isNagging || isNamedLink(page, unit) || isOfferLine(page, unit, i)) nags.add(at);
      else isGuarded[at] = 1;
    } else if (isOutside[at] !== 1 && (at === headline || (proseLengths[i] ?? 0) >= PROSE_LENGTH * 2.5))
      isGuarded[at] = 1;
  }
  yield;
  survey.tags.forEach((tag, at) => {
    if ((tag & TAG.figure) === 0 || isBoxed[at] === 1 || nags.has(at)) return;
    if (at >= body && at < (survey.ends[body] ?? body)) isGuarded[at] = 1;
  });
  return { isGuarded, body, prose: total, own, parts: listParts(page, body) };
}

/** Maximum characters of a title, and number of headlines compared with it. */
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
  const titled = candidates.find(
    ({ text }) => text.length > 8 && title.includes(foldText(text).slice(2, -2)),
  );
  return (titled ?? candidates.find(({ text }) => text.includes(' ')))?.at ?? -1;
}

/** The deepest element with three quarters of the running text. */
function findBody(page: PageModel, prose: Float64Array, total: number): number {
  let body = 0;
  if (total === 0) return body;
  for (;;) {
    let next = -1;
    for (let at = body + 1; at < (page.survey.ends[body] ?? 0); at = page.survey.ends[at] ?? at + 1) {
      if (sumTexts(page.survey, prose, at) >= total * 0.75) next = at;
    }
    if (next < 0) return body;
    body = next;
  }
}

function isInQuotation(page: PageModel, inner: number, body: number): boolean {
  for (let at = inner; at > body; at = page.survey.parents[at] ?? -1) {
    if (((page.survey.tags[at] ?? 0) & TAG.quotation) !== 0) return true;
    if (((page.evidence.names[at] ?? 0) & EMBED) !== 0) return true;
  }
  return false;
}

/** A caption that begs in its first characters shows nothing of the article; one that ends with it describes its image first. */
const CAPTION_START = 60;

const firstSentence = (text: string): string =>
  text.slice(0, CAPTION_START).split(/(?<=[.!?…。])\s/, 1)[0] ?? '';

const APP = cueBits('app');

/** Whether a text in the article's flow makes a request instead of reporting one. */
function isRequestInFlow(page: PageModel, unit: Unit, i: number, body: number): boolean {
  const cues = page.evidence.cues[i] ?? 0;
  if (isAsideLine(unit, cues)) return true;
  if (unit.length > 330) return false;
  const asks = page.evidence.asks[i] === true || countFeature(page, 'channels', unit.at) > 0;
  if (!asks) return false;
  const tag = page.survey.tags[unit.at] ?? 0;
  if ((tag & TAG.headline) !== 0 || isInQuotation(page, unit.at, body)) return false;
  // "How we built our first app" may be a subheading of an article; a heading that is a link is not.
  if ((tag & TAG.heading) !== 0 && unit.linked === 0 && (cues & BEGGING_CUES) === APP) return false;
  if ((tag & TAG.caption) !== 0 && (readCues(firstSentence(unit.text)) & BEGGING_CUES) === 0) return false;
  return weighBlock(page, unit.at).score >= THRESHOLD;
}

/**
 * Comments, navigation and footers, whose running text is not the article's. Names and tags are ignored on wrappers of the
 * whole page, such as body classes, and on forms around it.
 */
function findOutside(page: PageModel, prose: Float64Array): Uint8Array {
  const { survey, evidence } = page;
  const size = survey.elements.length;
  const isOutside = new Uint8Array(size);
  const headlines = listHeadlines(survey);
  const half = (prose.at(-1) ?? 0) / 2;
  for (let at = 0; at < size; at++) {
    const tag = survey.tags[at] ?? 0;
    const names = evidence.names[at] ?? 0;
    if (isOutside[at] === 1 || (tag & (TAG.scaffold | TAG.inline)) !== 0) continue;
    if ((tag & OUTSIDE_TAGS) === 0 && (names & OUTSIDE_NAMES) === 0) continue;
    if (countBetween(headlines, at, survey.ends[at] ?? at) > 0) continue;
    const isComments = (names & COMMENTS) !== 0 && (names & ARTICLE) === 0;
    if (isComments || sumTexts(survey, prose, at) <= half) isOutside.fill(1, at, survey.ends[at] ?? at + 1);
  }
  return isOutside;
}

function listHeadlines({ tags }: Survey): number[] {
  const found: number[] = [];
  for (let at = 0; at < tags.length; at++) if (((tags[at] ?? 0) & TAG.headline) !== 0) found.push(at);
  return found;
}

/**
 * Removes the running text of teaser lists from `proseLengths`, because it belongs to other articles. A list with more of it
 * than the rest of the page is the page's content.
 *
 * @returns 1 for each element of such a list
 */
function leaveOutTeasers(page: PageModel, proseLengths: number[]): Uint8Array {
  const { survey } = page;
  const { ends, units } = survey;
  const isTeaser = new Uint8Array(ends.length);
  const isTeaserList = findTeaserLists(page);
  const headlines = listHeadlines(survey);
  const prose = prefixSums(proseLengths);
  const half = (prose.at(-1) ?? 0) / 2;
  for (let at = 1; at < ends.length; at++) {
    const end = ends[at] ?? at + 1;
    if (!isTeaserList(at) || countBetween(headlines, at, end) > 0 || sumTexts(survey, prose, at) > half)
      continue;
    isTeaser.fill(1, at, end);
    at = end - 1;
  }
  units.forEach(({ at }, i) => {
    if (isTeaser[at] === 1) proseLengths[i] = 0;
  });
  return isTeaser;
}

/** Boxes in the article that are not part of its flow, by their names, elements or begging texts. */
function* findBoxes(
  page: PageModel,
  prose: Float64Array,
  total: number,
  first: number,
  isTeaser: Uint8Array,
): Steps<Uint8Array> {
  const { survey, evidence } = page;
  const isBoxed = new Uint8Array(survey.elements.length);
  const end = survey.ends[Math.max(0, first - 1)] ?? 0;
  for (let at = first; at < end; at++) {
    if (at % REST_EVERY === 0) yield;
    const parent = survey.parents[at] ?? -1;
    if (isTeaser[at] === 1 || (parent >= first && isBoxed[parent] === 1)) {
      isBoxed[at] = 1;
      continue;
    }
    const tag = survey.tags[at] ?? 0;
    if ((tag & FLOW_TAGS) !== 0 || ((evidence.names[at] ?? 0) & EMBED) !== 0) continue;
    const length = charactersIn(page, at);
    if (length > BOX_LENGTH || sumTexts(survey, prose, at) > total * BOX_SHARE) continue;
    const isAside =
      (tag & (TAG.aside | TAG.form | TAG.footer | TAG.navigation)) !== 0 ||
      ((evidence.names[at] ?? 0) & ASIDE_NAMES) !== 0;
    // An image with a begging caption still belongs to the article; the caption is judged as a line.
    const isPicture = (tag & TAG.caption) !== 0 || ((tag & TAG.figure) !== 0 && countThings(page, at) > 0);
    const mayBeg = !isPicture && length <= PLAIN_BOX_LENGTH;
    if (isAside || (mayBeg && isBeggingBox(page, at, tag, length))) isBoxed[at] = 1;
  }
  return isBoxed;
}

/** Boxes within an article that ask the reader for something, in any language. */

/** A list in the text may be about prices and trials; it begs only if it takes an address. */
export function isBeggingBox(page: PageModel, at: number, tag: number, length: number): boolean {
  if ((tag & (TAG.list | TAG.listItem)) !== 0 && !takesAddress(page, at)) return false;
  return isMostlyBegging(page, at, length) && (takesAddress(page, at) || holdsRequest(page, at));
}

/** Whether a line in a block makes a request; a block without one reports about subscriptions. */
function holdsRequest({ survey, evidence }: PageModel, at: number): boolean {
  const end = survey.textsBefore[survey.ends[at] ?? at] ?? 0;
  for (let i = survey.textsBefore[at] ?? 0; i < end; i++) if (evidence.asks[i] === true) return true;
  return false;
}

function isMostlyBegging(page: PageModel, at: number, length: number): boolean {
  if (sumTexts(page.survey, page.foreign, at) > length / 2) return false;
  return weighBlock(page, at).score >= THRESHOLD;
}

/** Maximum text of a kept element; longer ones are containers of the article, which may contain boxes. */
const KEPT_LENGTH = 3000;

/**
 * Guards the elements that extraction kept, with their subtrees; of a container, only its direct text.
 *
 * @param isGuarded by element, 1 for elements guarded already; not modified
 * @param leftOut blocks that extraction left out, which are not guarded inside kept elements
 */
export function withKept(
  page: PageModel,
  kept: readonly Element[],
  isGuarded: Uint8Array,
  leftOut: readonly number[],
): Uint8Array {
  if (kept.length === 0) return isGuarded;
  const guarded = isGuarded.slice();
  const keep = new Set(kept);
  const { elements, ends, tags } = page.survey;
  elements.forEach((element, at) => {
    if (!keep.has(element)) return;
    const isContainer = ((tags[at] ?? 0) & TAG.scaffold) !== 0 || charactersIn(page, at) > KEPT_LENGTH;
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
