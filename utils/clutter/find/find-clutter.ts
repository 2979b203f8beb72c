import { bodyOf, documentOf, holds, parentElementOf } from '../../page/dom-access.ts';
import { nameOf, readAttribute } from '../../page/element-access.ts';
import { type Pacing, REST_EVERY, runAtOnce, type Steps } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import { countBetween } from '../../text/positions.ts';
import { BEGGING_CUES } from '../phrases/phrase-book.ts';
import { type ClutterFinding, type ClutterKind, wantsExtras } from '../types.ts';
import type { PartPlace } from './article-elements.ts';
import { namesOf } from './class-words.ts';
import { chooseKind, describeExtra, describeFinding } from './describe-finding.ts';
import { BEGGING_NAMES } from './evidence.ts';
import type { ExtraFinder } from './find-extras.ts';
import { findFramesInSteps, listFrames } from './frames.ts';
import { nameBits } from './name-cues.ts';
import { isInColumn } from './own-purpose.ts';
import { charactersIn, countFeature, countThings, type PageModel } from './page-counts.ts';
import { guardInSteps, type PageGuard, type Stays } from './page-guard.ts';
import { isPitch, modelInSteps, modelPage, weighBlock } from './page-model.ts';
import { listParts } from './page-parts.ts';
import { readWords } from './read-words.ts';
import { sumTexts } from './survey.ts';
import { TAG } from './tags.ts';
import { isNavigationStrip } from './ways-about.ts';
import { THRESHOLD } from './weights.ts';

export interface FindOptions {
  /** The article's own elements, as extraction sees them. */
  kept?: () => readonly Element[];
  /** Kinds to find; by default all that beg. */
  kinds?: Readonly<Partial<Record<ClutterKind, boolean>>>;
  /** Finds the kinds that are off by default; they are not found without it. */
  findExtras?: ExtraFinder | undefined;
  /** Examines only this subtree, which was just inserted. */
  root?: Element;
  /** The model of `root` or the body (`modelPage`), if nothing in it has changed. */
  model?: PageModel | null | undefined;
  /** Collects the shadow roots found. */
  shadowRoots?: Set<ShadowRoot>;
}

/** Minimum characters of running text of an article that could be cluttered. */
const MIN_PROSE = 150;

/** By page: the blocks found before the article was extracted and left out of it. */
const leftOut = new WeakMap<PageModel, number[]>();

/** Finds blocks that beg for an address, a subscription, a gift or an app. Changes nothing and needs no layout. */
export function findClutter(document_: Document, options: FindOptions = {}): ClutterFinding[] {
  return runAtOnce(clutterInSteps(document_, options));
}

/**
 * The same in steps, for large live pages; see `findInSlices`.
 *
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* clutterInSteps(document_: Document, options: FindOptions): Steps<ClutterFinding[]> {
  const root = options.root ?? bodyOf(document_);
  if (root === null) return [];
  let page = options.model ?? (yield* modelInSteps(root, options.shadowRoots));
  for (const shadow of page.survey.shadowRoots) options.shadowRoots?.add(shadow);
  let seeds = listSeeds(page);
  const findExtras = wantsExtras(options.kinds) ? options.findExtras : undefined;
  let frames = listFrames(page);
  if (seeds.length + frames.length === 0 && findExtras === undefined) return [];
  const kept = options.kept?.() ?? [];
  const part = options.root === undefined ? null : partAround(options.root, kept);
  if (part !== null && part.root !== root) {
    page = yield* modelInSteps(part.root);
    seeds = listSeeds(page);
    frames = listFrames(page);
  }
  yield;
  const guard = yield* guardInSteps(page, kept, part?.place ?? null, leftOut.get(page));
  if (options.root === undefined && guard.prose < MIN_PROSE && kept.length === 0) return [];
  const kinds = options.kinds ?? {};
  const field = { page, guard, climbed: new Map() };
  const blocks = yield* collectBlocks(field, seeds);
  const others = blocks.filter(({ at }) => !isOwnThing(page, guard, at));
  if (options.kept === undefined && part === null)
    leftOut.set(
      page,
      others.map(({ at }) => at),
    );
  const framed = yield* findFramesInSteps(
    page,
    frames.filter((at) => mayHideFrame(guard.stays(at))),
    isAllBegging,
  );
  const found = [...others.map(({ at, score }) => describeFinding(page, at, score)), ...framed];
  const begging = found.filter(({ kind }) => kinds[kind] ?? true);
  yield;
  const extras = findExtras?.({ page, guard }, kinds) ?? [];
  const described = extras.map(({ at, kind, reason }) => describeExtra(page, at, kind, reason));
  return joinFindings(begging, described);
}

/** Whether a block is still clutter after its page has inserted something into it. */
export function isStillBegging(element: Element): boolean {
  const page = modelPage(element);
  return charactersIn(page, 0) === 0 || isAllBegging(page);
}

const isAllBegging = (page: PageModel): boolean =>
  weighBlock(page, 0).score >= THRESHOLD && isDense(page, 0) && listParts(page, null).length === 0;

/** A frame that looks like a player is none if all its words beg. */
const mayHideFrame = (stays: Stays | null): boolean => stays === null || stays === 'part';

/** Whether the block is the form that the page exists for. */
function isOwnThing(page: PageModel, { own }: PageGuard, at: number): boolean {
  return own.size > 0 && own.has(chooseKind(page, at)) && isInColumn(page, at);
}

/** Combines findings, dropping those inside other blocks. */
function joinFindings(
  begging: readonly ClutterFinding[],
  extras: readonly ClutterFinding[],
): ClutterFinding[] {
  if (extras.length === 0) return [...begging];
  const free = outside(begging, extras);
  return [...free, ...outside(extras, free)];
}

/** The elements outside of all given ones. Each ancestor is checked once. */
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

/** A page and what must not be hidden in it. */
interface Field {
  page: PageModel;
  guard: PageGuard;
  /** By element: the block found from there upwards, shared by all evidence below. */
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
    // A later, larger block replaces the smaller ones inside it.
    while (blocks.length > 0 && (blocks.at(-1)?.at ?? 0) >= block.at) blocks.pop();
    blocks.push(block);
    end = page.survey.ends[block.at] ?? end;
  }
  return blocks;
}

/** Elements with evidence, in document order. */
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
  for (const feature of ['blockerPlea', 'channels', 'memberTip'] as const)
    for (const at of page.evidence.features.get(feature) ?? []) seeds.add(at);
  return [...seeds].sort((a, b) => a - b);
}

/** Climbs from a piece of evidence to the largest block of pure clutter; null if there is none. */
function climb(field: Field, seed: number): Block | null {
  const { page, climbed } = field;
  const path: number[] = [];
  let best: Block | null = null;
  for (let at = seed; ; ) {
    const known = climbed.get(at);
    if (known !== undefined) best = known;
    if (known !== undefined || field.guard.stays(at) !== null) break;
    path.push(at);
    const parent = page.survey.parents[at] ?? -1;
    if (parent < 0 || !canGrow(page, at, parent)) break;
    at = parent;
  }
  // The largest first; smaller ones count only if no larger one is found.
  for (const at of path.toReversed()) {
    best ??= blockAt(field, at);
    climbed.set(at, best);
  }
  const item = page.survey.parents[best?.at ?? -1] ?? -1;
  if (best !== null && isItemOf(page, best.at, item) && field.guard.stays(item) === null)
    return { ...best, at: item };
  return best;
}

/** An element as a block, if it is pure clutter. */
function blockAt(field: Field, at: number): Block | null {
  const { page } = field;
  const { score } = weighBlock(page, at);
  if (score < THRESHOLD || !isDense(page, at) || !isSubstantial(page, at)) return null;
  return isNavigationStrip(page, at) ? null : { at, score };
}

/** Minimum length: a single word in a menu ("Subscribe", "Donate", "Our newsletters") is an ordinary link. */
const MIN_TEXT_LENGTH = 12;
const MIN_LINK_LENGTH = 30;

function isSubstantial(page: PageModel, at: number): boolean {
  const length = charactersIn(page, at);
  const isLink = length <= MIN_LINK_LENGTH && sumTexts(page.survey, page.linked, at) === length;
  return (
    (length >= MIN_TEXT_LENGTH && !(isLink && !saysWhatToDo(page, at))) ||
    countThings(page, at) > 0 ||
    // A component with inaccessible content.
    (((page.survey.tags[at] ?? 0) & TAG.custom) !== 0 && charactersIn(page, at) === 0)
  );
}

function saysWhatToDo(page: PageModel, at: number): boolean {
  return countFeature(page, 'request', at) + countFeature(page, 'signUp', at) > 0;
}

const NAMED_ALLOWANCE = 420;
/** Allowed other text in a box, as a share of its begging text. */
const BLURB_SHARE = 0.8;
const FORM_ALLOWANCE = 240;
const PLAIN_ALLOWANCE = 48;
/** Allowed text beside a link to where the site sells subscriptions. */
const PITCH_ALLOWANCE = 300;

/** Whether most of a block begs; otherwise it is something else that contains begging. */
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

/** Whether the parent is a list item with nothing else in it, which would remain as an empty bullet. */
function isItemOf(page: PageModel, at: number, parent: number): boolean {
  return (
    ((page.survey.tags[parent] ?? 0) & TAG.listItem) !== 0 &&
    charactersIn(page, parent) === charactersIn(page, at) &&
    countThings(page, parent) === countThings(page, at)
  );
}

const isMemberTip = ({ evidence }: PageModel, at: number): boolean =>
  evidence.features.get('memberTip')?.includes(at) === true;

/** Counts menus in a subtree, which limit the size of a block. */
function countMenus({ survey, evidence }: PageModel, at: number): number {
  return countBetween(evidence.menus, at, survey.ends[at] ?? at);
}

/** One link to act, and one to learn more. */
const PLEA_LINKS = 2;

/** Whether a small box is only a plea, so that the name of the surrounding component does not count against it. */
function isPleaAlone(page: PageModel, at: number): boolean {
  if (sumTexts(page.survey, page.pleas, at) === 0 || sumTexts(page.survey, page.calls, at) === 0)
    return false;
  if (countBetween(page.evidence.links, at, page.survey.ends[at] ?? at) > PLEA_LINKS) return false;
  return sumTexts(page.survey, page.foreign, at) === 0 && charactersIn(page, at) <= PITCH_ALLOWANCE;
}

/** Whether the parent is the same block with its heading, notes and wrappers. */
function canGrow(page: PageModel, at: number, parent: number): boolean {
  // The tooltip's parent is a tool of the page.
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

/**
 * Finds clutter in a live page in slices. Blocks changed meanwhile are left out; the page watcher examines them later.
 */
export function findInSlices(
  document_: Document,
  options: FindOptions,
  pacing: Pacing = {},
): Promise<ClutterFinding[]> {
  const read = () => clutterInSteps(document_, options);
  const mend = (found: ClutterFinding[], isTouched: (root: Element) => boolean) =>
    found.filter(({ element }) => !isTouched(element));
  return readLive(document_, read, mend, pacing);
}

/** The subtree to examine after an insertion, and its position. */
export interface Part {
  root: Element;
  place: PartPlace;
}

/** Limits of a dialog, in characters and in nodes read; a larger one is an application of its own. */
const DIALOG_LENGTH = 2500;
const DIALOG_NODES = 1200;
const DIALOG_NAMES = nameBits('overlay', 'wall', 'login', 'consent');
const ROLES = new Set(['dialog', 'alertdialog']);
/** Number of wrapper levels around the article's paragraphs that count as among them. */
const LEVELS = 2;

/**
 * Extends an insertion into a dialog to the whole dialog: a subscription link belongs to the wall around it, whose words may
 * have been inserted before.
 *
 * @param kept the article's elements, as extraction sees them
 */
export function partAround(root: Element, kept: readonly Element[]): Part {
  if (isAmong(root, kept)) return { root, place: 'flow' };
  const dialog = findDialog(root);
  if (dialog === null) return { root, place: 'apart' };
  const isWhole = dialog === root || (isSmall(dialog) && !kept.some((element) => holds(dialog, element)));
  return { root: isWhole ? dialog : root, place: 'dialog' };
}

/** Whether an element is a sibling of the article's elements or inside one. */
function isAmong(root: Element, kept: readonly Element[]): boolean {
  const parent = parentElementOf(root);
  if (parent === null || kept.length === 0 || parent === bodyOf(documentOf(root))) return false;
  return kept.some((element) => {
    if (element === root) return false;
    let up: Element | null = element;
    for (let level = 0; level < LEVELS && up !== null; level++) {
      up = parentElementOf(up);
      if (up === parent) return true;
    }
    return holds(element, root);
  });
}

function findDialog(inner: Element): Element | null {
  const body = bodyOf(documentOf(inner));
  let found: Element | null = null;
  for (let at: Element | null = inner; at !== null && at !== body; at = parentElementOf(at))
    if (isDialog(at)) found = at;
  return found;
}

function isDialog(element: Element): boolean {
  if (nameOf(element) === 'dialog' || ROLES.has(readAttribute(element, 'role') ?? '')) return true;
  if (readAttribute(element, 'aria-modal') === 'true') return true;
  return (namesOf(element) & DIALOG_NAMES) !== 0;
}

function isSmall(dialog: Element): boolean {
  return readWords(dialog, DIALOG_LENGTH + 1, DIALOG_NODES).length <= DIALOG_LENGTH;
}
