import { bodyOf, parentElementOf } from '../../page/dom-access.ts';
import { REST_EVERY, runAtOnce, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { BEGGING_CUES } from '../phrases/begging-cues.ts';
import type { ClutterFinding, ClutterKind } from '../types.ts';
import { type ArticleGuard, guardInSteps } from './article-guard.ts';
import { chooseKind, describeExtra, describeFinding } from './describe-finding.ts';
import { BEGGING_NAMES } from './evidence.ts';
import { wantsExtras } from './extra-kinds.ts';
import type { ExtraFinder } from './find-extras.ts';
import { nameBits } from './name-cues.ts';
import { type OffLimits, offLimitsInSteps } from './never-touched.ts';
import { isInColumn } from './own-purpose.ts';
import { charactersIn, countFeature, countThings, type PageModel } from './page-counts.ts';
import { isPitch, modelInSteps, modelPage, weighBlock } from './page-model.ts';
import { listParts } from './page-parts.ts';
import { partAround } from './part-around.ts';
import { sumTexts, sumWithin } from './survey.ts';
import { TAG } from './tags.ts';
import { isStripOfWays } from './ways-about.ts';
import { SITE_WEIGHT, THRESHOLD } from './weights.ts';

export interface FindOptions {
  /** The article's own elements, as extraction sees them. */
  kept?: () => readonly Element[];
  /** Which kinds are wanted; all that beg by default. */
  kinds?: Readonly<Partial<Record<ClutterKind, boolean>>>;
  /** Finds the kinds that are off by default; without it none of them is found, wanted or not. */
  findExtras?: ExtraFinder | undefined;
  /** Looks at this subtree alone, as something just put into the page. */
  root?: Element;
  /** `root` or the body, read already (`modelPage`), where nothing has changed in it since. */
  model?: PageModel | null | undefined;
  /** On how many other pages of the site a block was met; 0 where that is not known. */
  repeats?: ((element: Element) => number) | undefined;
  /** Gets the shadow roots, each as it is met. */
  shadowRoots?: Set<ShadowRoot>;
}

/** Fewer characters of running text than this are no article that something could clutter. */
const LEAST_PROSE = 150;

/** By page: the blocks that were found before its article was read, and are none of it. */
const leftOut = new WeakMap<PageModel, number[]>();

/** Finds the blocks that beg for an address, a subscription, a gift or an app. Changes nothing; no layout. */
export function findClutter(document_: Document, options: FindOptions = {}): ClutterFinding[] {
  return runAtOnce(clutterInSteps(document_, options));
}

/**
 * The same bit by bit, for large live pages; see `find-in-slices.ts`.
 *
 * @throws PageChangedError where it rested and what it was reading is gone
 */
export function* clutterInSteps(document_: Document, options: FindOptions): Steps<ClutterFinding[]> {
  const root = options.root ?? bodyOf(document_);
  if (root === null) return [];
  let page = options.model ?? (yield* modelInSteps(root, options.shadowRoots));
  for (const shadow of page.survey.shadowRoots) options.shadowRoots?.add(shadow);
  let seeds = listSeeds(page);
  const findExtras = wantsExtras(options.kinds) ? options.findExtras : undefined;
  if (seeds.length === 0 && findExtras === undefined) return [];
  const kept = options.kept?.() ?? [];
  const part = options.root === undefined ? null : partAround(options.root, kept);
  if (part !== null && part.root !== root) {
    page = yield* modelInSteps(part.root);
    seeds = listSeeds(page);
  }
  yield;
  const guard = yield* guardInSteps(page, kept, part?.place ?? null, leftOut.get(page));
  if (options.root === undefined && guard.prose < LEAST_PROSE && kept.length === 0) return [];
  const kinds = options.kinds ?? {};
  const offLimits = yield* offLimitsInSteps(page, guard);
  const field = { page, guard, offLimits, repeats: options.repeats, climbed: new Map() };
  const blocks = yield* collectBlocks(field, seeds);
  const others = blocks.filter(({ at }) => !isOwnThing(page, guard, at));
  if (options.kept === undefined && part === null)
    leftOut.set(
      page,
      others.map(({ at }) => at),
    );
  const begging = others
    .map(({ at, score }) => describeFinding(page, at, score))
    .filter(({ kind }) => kinds[kind] ?? true);
  yield;
  const extras = findExtras?.({ page, guard, hard: offLimits.hard }, kinds) ?? [];
  const described = extras.map(({ at, kind, reason }) => describeExtra(page, at, kind, reason));
  return joinFindings(begging, described);
}

/** Whether a block that was found is still what it was, after its page has put something else into it. */
export function isStillBegging(element: Element): boolean {
  const page = modelPage(element);
  if (charactersIn(page, 0) === 0) return true;
  return weighBlock(page, 0).score >= THRESHOLD && isDense(page, 0) && listParts(page, null).length === 0;
}

/** The form that the page is there for. */
function isOwnThing(page: PageModel, { own }: ArticleGuard, at: number): boolean {
  return own.size > 0 && own.has(chooseKind(page, at)) && isInColumn(page, at);
}

/** What lies in another block is not told of twice. */
function joinFindings(
  begging: readonly ClutterFinding[],
  extras: readonly ClutterFinding[],
): ClutterFinding[] {
  if (extras.length === 0) return [...begging];
  const free = outside(begging, extras);
  return [...free, ...outside(extras, free)];
}

/** Those that lie in none of some others. Each element around them is asked once. */
function outside(
  findings: readonly ClutterFinding[],
  others: readonly ClutterFinding[],
): readonly ClutterFinding[] {
  const inside = new Map<Element, boolean>(others.map(({ element }) => [element, true]));
  return findings.filter(({ element }) => {
    const path: Element[] = [];
    let at: Element | null = element;
    for (; at !== null && !inside.has(at); at = parentElementOf(at)) path.push(at);
    const isInside = at !== null && inside.get(at) === true;
    for (const passed of path) inside.set(passed, isInside);
    return !isInside;
  });
}

/** A page with what of it must stay. */
interface Field {
  page: PageModel;
  guard: ArticleGuard;
  offLimits: OffLimits;
  repeats: FindOptions['repeats'] | undefined;
  /** By element: what was found from there up. Pieces of evidence in one place share the way. */
  climbed: Map<number, Block | null>;
}

interface Block {
  at: number;
  score: number;
}

function* collectBlocks(field: Field, seeds: readonly number[]): Steps<Block[]> {
  const { page } = field;
  const blocks: Block[] = [];
  let end = 0;
  let climbed = 0;
  for (const seed of seeds) {
    if (++climbed % REST_EVERY === 0) yield;
    if (seed < end) continue;
    const block = climb(field, seed);
    if (block === null) continue;
    // A later, larger block takes in the smaller ones found in it.
    while (blocks.length > 0 && (blocks.at(-1)?.at ?? 0) >= block.at) blocks.pop();
    blocks.push(block);
    end = page.survey.ends[block.at] ?? end;
  }
  return blocks;
}

/** Where begging shows, in document order. */
function listSeeds(page: PageModel): number[] {
  const seeds = new Set<number>(page.evidence.fields);
  page.survey.units.forEach((unit, i) => {
    const asks = ((page.evidence.cues[i] ?? 0) & BEGGING_CUES) !== 0;
    if (asks || page.evidence.calls[i] === true) seeds.add(unit.at);
  });
  page.evidence.names.forEach((bits, at) => {
    if ((bits & BEGGING_NAMES) !== 0) seeds.add(at);
  });
  for (const at of page.evidence.offers) seeds.add(at);
  for (const feature of ['appeal', 'blockerPlea', 'channels', 'memberTip'] as const)
    for (const at of page.evidence.features.get(feature) ?? []) seeds.add(at);
  return [...seeds].sort((a, b) => a - b);
}

/** From a piece of evidence up to the largest block that is nothing but begging; null where there is none. */
function climb(field: Field, seed: number): Block | null {
  const { page, climbed } = field;
  const path: number[] = [];
  let best: Block | null = null;
  for (let at = seed; ; ) {
    const known = climbed.get(at);
    if (known !== undefined) best = known;
    if (known !== undefined || !isFree(field, at)) break;
    path.push(at);
    const parent = page.survey.parents[at] ?? -1;
    if (parent < 0 || !canGrow(page, at, parent)) break;
    at = parent;
  }
  // The largest counts: a smaller one is looked at only where none around it was found.
  for (const at of path.toReversed()) {
    best ??= blockAt(field, at);
    climbed.set(at, best);
  }
  const item = page.survey.parents[best?.at ?? -1] ?? -1;
  if (best !== null && isItemOf(page, best.at, item) && isFree(field, item)) return { ...best, at: item };
  return best;
}

/** An element as a block, where it is nothing but begging. */
function blockAt(field: Field, at: number): Block | null {
  const { page } = field;
  const score = weighWithSite(field, at);
  if (score < THRESHOLD || !isDense(page, at) || !isWorthIt(page, at)) return null;
  return isStripOfWays(page, at) ? null : { at, score };
}

/** Other pages of the site that must have had a block for its repetition to tell something. */
const PAGES_TO_REPEAT = 2;

/** The evidence on the page, and where that falls just short, what other pages of the site have taught. */
function weighWithSite({ page, repeats }: Field, at: number): number {
  const { score } = weighBlock(page, at);
  const element = page.survey.elements[at];
  if (repeats === undefined || element === undefined) return score;
  if (score >= THRESHOLD || score < THRESHOLD - SITE_WEIGHT) return score;
  return repeats(element) >= PAGES_TO_REPEAT ? score + SITE_WEIGHT : score;
}

/** Not the page's scaffolding, none of the article in it, and nothing that must be left alone. */
function isFree({ page, guard, offLimits }: Field, at: number): boolean {
  if (((page.survey.tags[at] ?? 0) & TAG.scaffold) !== 0) return false;
  return sumWithin(page.survey, guard.guarded, at) === 0 && sumWithin(page.survey, offLimits.all, at) === 0;
}

/** A lone word in a menu ("Subscribe", "Donate") is a link like any other; so is "Our newsletters". */
const LEAST_TEXT = 12;
const LEAST_LINK = 30;

function isWorthIt(page: PageModel, at: number): boolean {
  const length = charactersIn(page, at);
  const isLink = length <= LEAST_LINK && sumTexts(page.survey, page.linked, at) === length;
  return (
    (length >= LEAST_TEXT && !(isLink && !saysWhatToDo(page, at))) ||
    countThings(page, at) > 0 ||
    // A component whose inside cannot be seen.
    (((page.survey.tags[at] ?? 0) & TAG.custom) !== 0 && charactersIn(page, at) === 0)
  );
}

function saysWhatToDo(page: PageModel, at: number): boolean {
  return countFeature(page, 'request', at) + countFeature(page, 'signUp', at) > 0;
}

const NAMED_ALLOWANCE = 420;
/** What a begging text may carry with it of words that do not beg. */
const BLURB_SHARE = 0.8;
const FORM_ALLOWANCE = 240;
const PLAIN_ALLOWANCE = 48;
/** What the words beside a link to where the site sells itself may be. */
const PITCH_ALLOWANCE = 300;

/** A block of which most is not begging is something else that has some begging in it. */
function isDense(page: PageModel, at: number): boolean {
  const foreign = sumTexts(page.survey, page.foreign, at);
  return foreign <= allowance(page, at) + PLAIN_ALLOWANCE;
}

function allowance(page: PageModel, at: number): number {
  if (((page.evidence.names[at] ?? 0) & BEGGING_NAMES) !== 0) return NAMED_ALLOWANCE;
  const form = countFeature(page, 'emailField', at) + countFeature(page, 'signUpTarget', at) > 0;
  if (isPitch(page, at) || isMemberTip(page, at)) return PITCH_ALLOWANCE;
  const attached = charactersIn(page, at) - sumTexts(page.survey, page.foreign, at);
  return Math.max(form ? FORM_ALLOWANCE : PLAIN_ALLOWANCE, Math.min(attached * BLURB_SHARE, NAMED_ALLOWANCE));
}

const ALIEN_NAMES = nameBits('navigation', 'article', 'byline');

/** Whether the parent is a list's item with nothing else in it: left alone, it would be a bullet. */
function isItemOf(page: PageModel, at: number, parent: number): boolean {
  return (
    ((page.survey.tags[parent] ?? 0) & TAG.listItem) !== 0 &&
    charactersIn(page, parent) === charactersIn(page, at) &&
    countThings(page, parent) === countThings(page, at)
  );
}

const isMemberTip = ({ evidence }: PageModel, at: number): boolean =>
  evidence.features.get('memberTip')?.includes(at) === true;

/** The site's menus in a subtree: what begs beside one is no larger than up to it. */
function countMenus({ survey, evidence }: PageModel, at: number): number {
  return countBetween(evidence.menus, at, survey.ends[at] ?? at);
}

/** To do what is asked, and to learn more. */
const PLEA_LINKS = 2;

/** Whether a small box is a plea and nothing else: then its name is the component's in which it stands. */
function isPleaAlone(page: PageModel, at: number): boolean {
  if (sumTexts(page.survey, page.pleas, at) === 0 || sumTexts(page.survey, page.calls, at) === 0)
    return false;
  if (countBetween(page.evidence.links, at, page.survey.ends[at] ?? at) > PLEA_LINKS) return false;
  return sumTexts(page.survey, page.foreign, at) === 0 && charactersIn(page, at) <= PITCH_ALLOWANCE;
}

/** Whether the parent is the same block, with its heading, notes and wrapping. */
function canGrow(page: PageModel, at: number, parent: number): boolean {
  // What it hangs on is one of the page's tools.
  if (isMemberTip(page, at)) return false;
  const { survey } = page;
  const parentNames = page.evidence.names[parent] ?? 0;
  const named = (parentNames & BEGGING_NAMES) !== 0;
  if (((survey.tags[parent] ?? 0) & TAG.navigation) !== 0 || countMenus(page, parent) > countMenus(page, at))
    return false;
  if (!named && (parentNames & ALIEN_NAMES) !== 0 && !isPleaAlone(page, parent)) return false;
  const more = (sums: Float64Array) => sumTexts(survey, sums, parent) - sumTexts(survey, sums, at);
  const foreign = more(page.foreign);
  if (foreign > allowance(page, parent)) return false;
  if (more(page.foreignLinked) > (named ? 90 : 24)) return false;
  const isForm = ((survey.tags[parent] ?? 0) & TAG.form) !== 0;
  return named || isForm || countThings(page, parent) - countThings(page, at) <= 3;
}
