import { documentOf, titleOf } from '../../page/dom-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { hasSentence } from '../../text/has-sentence.ts';
import { countBetween } from '../../text/positions.ts';
import { BEGGING_CUES } from '../phrases/begging-cues.ts';
import { foldText } from '../phrases/match-phrases.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import type { ClutterKind } from '../types.ts';
import { isBeggingBox } from './begging-box.ts';
import { chooseKind } from './describe-finding.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { withKept } from './guard-kept.ts';
import { isAsideLine, isNamedLink, isOfferLine } from './lines.ts';
import { nameBits } from './name-cues.ts';
import { findPurpose } from './own-purpose.ts';
import { charactersIn, countFeature, countThings, type PageModel } from './page-counts.ts';
import { weighBlock } from './page-model.ts';
import { runningSums, type Survey, sumTexts, type Unit } from './survey.ts';
import { TAG } from './tags.ts';
import { findTeaserLists } from './teaser-lists.ts';
import { THRESHOLD } from './weights.ts';

/** What may not be hidden, by running sums over elements; any element with a sum above 0 holds some of it. */
export interface ArticleGuard {
  guarded: Float64Array;
  /** The element in which most of the running text stands. */
  body: number;
  /** Characters of running text on the page. */
  prose: number;
  /** The kinds that are no clutter here, but what the page is there for. */
  own: ReadonlySet<ClutterKind>;
}

const PROSE_LENGTH = 80;
/** A box inside the article that may be taken out has at most this share of its running text, and characters. */
const BOX_SHARE = 0.25;
const BOX_LENGTH = 1500;
const PLAIN_BOX_LENGTH = 1000;

/** A subtree with less running text is judged as a box, not as a piece of an article. */
const PART_PROSE = 160;
/** An article in a dialog is longer; its running text, in characters. */
const DIALOG_PROSE = 1200;
/** What is put between an article's paragraphs is measured against at least this much running text around it. */
const PROSE_AROUND = 2400;

/**
 * Where a subtree stands that is looked at alone: among the article's own elements, in a dialog, or anywhere else.
 */
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

/** What a page says by itself, before anybody has read its article; `isGuarded` is 1 for each guarded element. */
type OwnGuard = Omit<ArticleGuard, 'guarded'> & { isGuarded: Uint8Array };

/** A page is looked at twice: before its article is read, and with what is kept of it. */
const ownGuards = new WeakMap<PageModel, OwnGuard>();

/**
 * Judges by the page alone what is article: the headline, the running text and what stands in its flow. Independent
 * of extraction, so that one mistaken is caught by the other; `kept` adds what extraction found, but for what it was told
 * to leave out.
 */
export function* guardInSteps(
  page: PageModel,
  kept: readonly Element[],
  place: PartPlace | null = null,
  leftOut: readonly number[] = [],
): Steps<ArticleGuard> {
  const known = place === null ? ownGuards.get(page) : undefined;
  const own = known ?? (yield* guardByPage(page, place));
  if (place === null) ownGuards.set(page, own);
  const { isGuarded, ...rest } = own;
  yield;
  return { ...rest, guarded: runningSums(withKept(page, kept, isGuarded, leftOut)) };
}

function* guardByPage(page: PageModel, place: PartPlace | null): Steps<OwnGuard> {
  const { survey, evidence } = page;
  const size = survey.elements.length;
  const proseLengths = survey.units.map((unit, i) =>
    isProse(unit) && ((evidence.cues[i] ?? 0) & BEGGING_CUES) === 0 ? unit.length : 0,
  );
  yield;
  const isOutside = findOutside(page, runningSums(proseLengths));
  survey.units.forEach(({ at }, i) => {
    if (isOutside[at] === 1) proseLengths[i] = 0;
  });
  yield;
  const isTeaser = leaveOutTeasers(page, proseLengths);
  yield;
  const prose = runningSums(proseLengths);
  const total = prose.at(-1) ?? 0;
  // Of a part with hardly any running text nothing is the body, unless it stands in one.
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
      const isNagging = isNag(page, unit, i, body) && !own.has(chooseKind(page, at));
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
  return { isGuarded, body, prose: total, own };
}

/** What is read of a page's title, and headlines that are looked for in it. */
const LONGEST_TITLE = 2000;
const MOST_HEADLINES = 100;

/** The `h1` that is the page's title, or else the first that is no single word. */
function findHeadline(page: PageModel): number {
  const { survey } = page;
  const top = survey.elements[0];
  const title = foldText((top === undefined ? '' : titleOf(documentOf(top))).slice(0, LONGEST_TITLE));
  const candidates = survey.units
    .filter(({ at }) => ((survey.tags[at] ?? 0) & TAG.headline) !== 0)
    .slice(0, MOST_HEADLINES);
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

/** A caption that begs from its start shows nothing of the article; one that ends so tells of its picture first. */
const CAPTION_START = 60;

const firstSentence = (text: string): string =>
  text.slice(0, CAPTION_START).split(/(?<=[.!?…。])\s/, 1)[0] ?? '';

const APP = cueBits('app');

/** Whether a text in the article's flow asks something of the user rather than telling something. */
function isNag(page: PageModel, unit: Unit, i: number, body: number): boolean {
  const cues = page.evidence.cues[i] ?? 0;
  if (isAsideLine(unit, cues)) return true;
  if (unit.length > 330) return false;
  const asks = page.evidence.asks[i] === true || countFeature(page, 'channels', unit.at) > 0;
  if (!asks) return false;
  const tag = page.survey.tags[unit.at] ?? 0;
  if ((tag & TAG.headline) !== 0 || isInQuotation(page, unit.at, body)) return false;
  // "How we built our first app" heads a part of an article; a heading that leads to one does not.
  if ((tag & TAG.heading) !== 0 && unit.linked === 0 && (cues & BEGGING_CUES) === APP) return false;
  if ((tag & TAG.caption) !== 0 && (readCues(firstSentence(unit.text)) & BEGGING_CUES) === 0) return false;
  return weighBlock(page, unit.at).score >= THRESHOLD;
}

/**
 * Comments, navigation, footers: running text there is not the article's. Names and tags are believed only where they
 * do not stand on a wrapper of the whole page, as body classes do, and forms on some servers.
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
 * Takes the running text of lists of teasers out of `proseLengths`: it is other articles'. A list with more of it than
 * the rest of the page is the page.
 *
 * @returns 1 for each element of such a list
 */
function leaveOutTeasers(page: PageModel, proseLengths: number[]): Uint8Array {
  const { survey } = page;
  const { ends, units } = survey;
  const isTeaser = new Uint8Array(ends.length);
  const isTeaserList = findTeaserLists(page);
  const headlines = listHeadlines(survey);
  const prose = runningSums(proseLengths);
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

/** Boxes in the article that are no part of its flow: named so, made so, or full of begging. */
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
    // A picture whose caption begs is still a picture of the article; the caption is judged as a line.
    const isPicture = (tag & TAG.caption) !== 0 || ((tag & TAG.figure) !== 0 && countThings(page, at) > 0);
    const mayBeg = !isPicture && length <= PLAIN_BOX_LENGTH;
    if (isAside || (mayBeg && isBeggingBox(page, at, tag, length))) isBoxed[at] = 1;
  }
  return isBoxed;
}
