import { bodyOf, containsNode, documentOf, parentElementOf } from '../../page/dom-access.ts';
import { ITEMS_PER_STEP, type Pacing, runAtOnce, type Steps } from '../../page/in-slices.ts';
import { isDialog } from '../../page/is-dialog.ts';
import { readLive } from '../../page/read-live.ts';
import { countBetween } from '../../text/positions.ts';
import { allCues } from '../phrases/all-cues.ts';
import { PROMO_CUES } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { type ClutterFinding, type ClutterKind, wantsExtras } from '../types.ts';
import type { PartPosition } from './article-elements.ts';
import { namesOf } from './class-words.ts';
import { chooseKind, describeExtra, describeFinding } from './describe-finding.ts';
import { PROMO_NAMES } from './evidence.ts';
import type { ExtraFinder } from './find-extras.ts';
import { findPromoFramesInSteps, listReadableFrames } from './frames.ts';
import { nameBits } from './name-cues.ts';
import { isNavigationStrip } from './navigation-texts.ts';
import { countCharacters, countFeature, countMediaAndFields, type PageModel } from './page-counts.ts';
import { guardInSteps, type PageGuard, type Protection } from './page-guard.ts';
import { buildPageModel, isPitch, pageModelInSteps, scoreBlock } from './page-model.ts';
import { listParts } from './page-parts.ts';
import { isInMainColumn } from './page-purpose.ts';
import { readWords } from './read-words.ts';
import { sumOverUnits } from './survey.ts';
import { TAG } from './tags.ts';
import { CLUTTER_THRESHOLD } from './weights.ts';

export interface FindOptions {
  /** The elements that extraction found. */
  getExtracted?: () => readonly Element[];
  /** Kinds to find; by default all promotional ones. */
  kinds?: Readonly<Partial<Record<ClutterKind, boolean>>>;
  /** Finds the kinds that are off by default; they are not found without it. */
  findExtras?: ExtraFinder | undefined;
  /** Examines only this subtree, which was just inserted. */
  root?: Element;
  /** Read the cues of the page's language; by default those of `model`, or else of all languages. */
  phrases?: CueReader | undefined;
  /** The model of `root` or the body (`modelPage`), if nothing in it has changed. */
  model?: PageModel | null | undefined;
  /** Collects the shadow roots found. */
  shadowRoots?: Set<ShadowRoot>;
}

/** Minimum length of an article's running text, in characters; on pages with less, nothing is hidden. */
const MIN_PROSE = 150;

/** By page: the blocks found before the article was extracted and left out of it. */
const leftOutByPage = new WeakMap<PageModel, number[]>();

/** Finds blocks that ask for an email address, a subscription, a donation or an app install. Needs no layout. */
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
  const phrases = options.phrases ?? options.model?.phrases ?? allCues();
  let page = options.model ?? (yield* pageModelInSteps(root, phrases, options.shadowRoots));
  for (const shadow of page.survey.shadowRoots) options.shadowRoots?.add(shadow);
  let seeds = listSeeds(page);
  const findExtras = wantsExtras(options.kinds) ? options.findExtras : undefined;
  let frames = listReadableFrames(page);
  if (seeds.length + frames.length === 0 && findExtras === undefined) return [];
  const extracted = options.getExtracted?.() ?? [];
  const part = options.root === undefined ? null : extendToDialog(options.root, extracted);
  if (part !== null && part.root !== root) {
    page = yield* pageModelInSteps(part.root, phrases);
    seeds = listSeeds(page);
    frames = listReadableFrames(page);
  }
  yield;
  const guard = yield* guardInSteps(page, extracted, part?.position ?? null, leftOutByPage.get(page));
  if (options.root === undefined && guard.proseLength < MIN_PROSE && extracted.length === 0) return [];
  const kinds = options.kinds ?? {};
  const context = { page, guard, cache: new Map() };
  const blocks = yield* collectBlocks(context, seeds);
  const foundBlocks = blocks.filter(({ at }) => !isPagePurpose(page, guard, at));
  if (options.getExtracted === undefined && part === null)
    leftOutByPage.set(
      page,
      foundBlocks.map(({ at }) => at),
    );
  const framed = yield* findPromoFramesInSteps(
    page,
    frames.filter((at) => mayHideFrame(guard.protectionOf(at))),
    isAllPromo,
  );
  const found = [...foundBlocks.map(({ at, score }) => describeFinding(page, at, score)), ...framed];
  const promotional = found.filter(({ kind }) => kinds[kind] ?? true);
  yield;
  const extras = findExtras?.({ page, guard }, kinds) ?? [];
  const described = extras.map(({ at, kind, reason }) => describeExtra(page, at, kind, reason));
  return joinFindings(promotional, described);
}

/** Whether a hidden block is still clutter after the page has inserted something into it. */
export function isStillPromo(element: Element, phrases: CueReader): boolean {
  const page = buildPageModel(element, phrases);
  return countCharacters(page, 0) === 0 || isAllPromo(page);
}

const isAllPromo = (page: PageModel): boolean =>
  scoreBlock(page, 0).score >= CLUTTER_THRESHOLD && isDense(page, 0) && listParts(page, null).length === 0;

/** A frame that looks like a player may be hidden, because its whole content is checked to be promotional. */
const mayHideFrame = (protection: Protection | null): boolean => protection === null || protection === 'part';

/** Whether a block is the purpose of the page. */
function isPagePurpose(page: PageModel, { purposeKinds }: PageGuard, at: number): boolean {
  return purposeKinds.size > 0 && purposeKinds.has(chooseKind(page, at)) && isInMainColumn(page, at);
}

/** Combines findings, dropping those inside other blocks. */
function joinFindings(
  promotional: readonly ClutterFinding[],
  extras: readonly ClutterFinding[],
): ClutterFinding[] {
  if (extras.length === 0) return [...promotional];
  const outermost = findOutside(promotional, extras);
  return [...outermost, ...findOutside(extras, outermost)];
}

/** Returns the findings that are not inside any of `others`. Each ancestor is checked once. */
function findOutside(
  findings: readonly ClutterFinding[],
  others: readonly ClutterFinding[],
): readonly ClutterFinding[] {
  const inside = new Map<Element, boolean>(others.map(({ element }) => [element, true]));
  return findings.filter(({ element }) => {
    const path: Element[] = [];
    let at: Element | null = element;
    for (; at !== null && !inside.has(at); at = parentElementOf(at)) path.push(at);
    const isInside = at !== null && inside.get(at) === true;
    for (const visited of path) inside.set(visited, isInside);
    return !isInside;
  });
}

/** A page, its protected elements, and the results so far. */
interface ClutterContext {
  page: PageModel;
  guard: PageGuard;
  /** By element: the block found when climbing from there, shared by all evidence below. */
  cache: Map<number, Block | null>;
}

interface Block {
  at: number;
  score: number;
}

function* collectBlocks(context: ClutterContext, seeds: readonly number[]): Steps<Block[]> {
  const { page } = context;
  const blocks: Block[] = [];
  let end = 0;
  let count = 0;
  for (const seed of seeds) {
    if (++count % ITEMS_PER_STEP === 0) yield;
    if (seed < end) continue;
    const block = climbToBlock(context, seed);
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
    const hasPromoCue = ((page.evidence.cues[i] ?? 0) & PROMO_CUES) !== 0;
    if (hasPromoCue || page.evidence.callsToAction[i] === true) seeds.add(unit.at);
  });
  page.evidence.names.forEach((bits, at) => {
    if ((bits & PROMO_NAMES) !== 0) seeds.add(at);
  });
  for (const at of page.evidence.offers) seeds.add(at);
  for (const feature of ['blockerPlea', 'channels', 'memberTip'] as const)
    for (const at of page.evidence.features.get(feature) ?? []) seeds.add(at);
  return [...seeds].sort((a, b) => a - b);
}

/** Climbs from a piece of evidence and returns the largest block of pure clutter, or null. */
function climbToBlock(context: ClutterContext, seed: number): Block | null {
  const { page, cache } = context;
  const path: number[] = [];
  let best: Block | null = null;
  for (let at = seed; ; ) {
    const cached = cache.get(at);
    if (cached !== undefined) best = cached;
    if (cached !== undefined || context.guard.protectionOf(at) !== null) break;
    path.push(at);
    const parent = page.survey.parents[at] ?? -1;
    if (parent < 0 || !canGrow(page, at, parent)) break;
    at = parent;
  }
  // The largest first; smaller ones count only if no larger one is found.
  for (const at of path.toReversed()) {
    best ??= blockAt(context, at);
    cache.set(at, best);
  }
  const item = page.survey.parents[best?.at ?? -1] ?? -1;
  if (best !== null && isOnlyContentOfItem(page, best.at, item) && context.guard.protectionOf(item) === null)
    return { ...best, at: item };
  return best;
}

/** Returns an element as a block if it is pure clutter. */
function blockAt(context: ClutterContext, at: number): Block | null {
  const { page } = context;
  const { score } = scoreBlock(page, at);
  if (score < CLUTTER_THRESHOLD || !isDense(page, at) || !isSubstantial(page, at)) return null;
  return isNavigationStrip(page, at) ? null : { at, score };
}

/** Minimum lengths of a text and of a link, in characters: "Subscribe" or "Our newsletters" in a menu is an ordinary link. */
const MIN_TEXT_LENGTH = 12;
const MIN_LINK_LENGTH = 30;

function isSubstantial(page: PageModel, at: number): boolean {
  const length = countCharacters(page, at);
  const isLink = length <= MIN_LINK_LENGTH && sumOverUnits(page.survey, page.linked, at) === length;
  return (
    (length >= MIN_TEXT_LENGTH && !(isLink && !asksForAction(page, at))) ||
    countMediaAndFields(page, at) > 0 ||
    // A custom element with inaccessible content
    (((page.survey.tags[at] ?? 0) & TAG.custom) !== 0 && countCharacters(page, at) === 0)
  );
}

function asksForAction(page: PageModel, at: number): boolean {
  return countFeature(page, 'request', at) + countFeature(page, 'signUp', at) > 0;
}

/*
 * The amount of other text allowed in a block, in characters, depending on the evidence. In plain boxes also as a share of
 * the promotional text.
 */
const NAMED_ALLOWANCE = 420;
const BLURB_SHARE = 0.8;
const FORM_ALLOWANCE = 240;
const PLAIN_ALLOWANCE = 48;
const PITCH_ALLOWANCE = 300;

/** Whether a block is mostly promotional; otherwise it is something else that contains a promotion. */
function isDense(page: PageModel, at: number): boolean {
  const foreign = sumOverUnits(page.survey, page.foreign, at);
  return foreign <= otherTextAllowance(page, at) + PLAIN_ALLOWANCE;
}

function otherTextAllowance(page: PageModel, at: number): number {
  if (((page.evidence.names[at] ?? 0) & PROMO_NAMES) !== 0) return NAMED_ALLOWANCE;
  const isForm = countFeature(page, 'emailField', at) + countFeature(page, 'signUpTarget', at) > 0;
  if (isPitch(page, at) || isMemberTip(page, at)) return PITCH_ALLOWANCE;
  const promoLength = countCharacters(page, at) - sumOverUnits(page.survey, page.foreign, at);
  return Math.max(
    isForm ? FORM_ALLOWANCE : PLAIN_ALLOWANCE,
    Math.min(promoLength * BLURB_SHARE, NAMED_ALLOWANCE),
  );
}

const NON_PROMO_NAMES = nameBits('navigation', 'article', 'byline');

/** Whether the parent is a list item with nothing else in it, which would be left behind as an empty bullet. */
function isOnlyContentOfItem(page: PageModel, at: number, parent: number): boolean {
  return (
    ((page.survey.tags[parent] ?? 0) & TAG.listItem) !== 0 &&
    countCharacters(page, parent) === countCharacters(page, at) &&
    countMediaAndFields(page, parent) === countMediaAndFields(page, at)
  );
}

const isMemberTip = ({ evidence }: PageModel, at: number): boolean =>
  evidence.features.get('memberTip')?.includes(at) === true;

/** Counts menus in a subtree, which limit the size of a block. */
function countMenus({ survey, evidence }: PageModel, at: number): number {
  return countBetween(evidence.menus, at, survey.ends[at] ?? at);
}

/** Maximum number of links in a plea: one to act, and one to learn more. */
const MAX_PLEA_LINKS = 2;

/** Whether a small box is only a plea, so that the name of the surrounding component does not count against it. */
function isPleaAlone(page: PageModel, at: number): boolean {
  if (
    sumOverUnits(page.survey, page.pleas, at) === 0 ||
    sumOverUnits(page.survey, page.callsToAction, at) === 0
  )
    return false;
  if (countBetween(page.evidence.links, at, page.survey.ends[at] ?? at) > MAX_PLEA_LINKS) return false;
  return sumOverUnits(page.survey, page.foreign, at) === 0 && countCharacters(page, at) <= PITCH_ALLOWANCE;
}

/** Whether the parent only adds a heading, notes or wrappers to a block. */
function canGrow(page: PageModel, at: number, parent: number): boolean {
  // The parent of a tooltip is the control it belongs to.
  if (isMemberTip(page, at)) return false;
  const { survey } = page;
  const parentNames = page.evidence.names[parent] ?? 0;
  const isNamed = (parentNames & PROMO_NAMES) !== 0;
  if (((survey.tags[parent] ?? 0) & TAG.navigation) !== 0 || countMenus(page, parent) > countMenus(page, at))
    return false;
  if (!isNamed && (parentNames & NON_PROMO_NAMES) !== 0 && !isPleaAlone(page, parent)) return false;
  const countAdded = (sums: Float64Array) =>
    sumOverUnits(survey, sums, parent) - sumOverUnits(survey, sums, at);
  const addedForeign = countAdded(page.foreign);
  if (addedForeign > otherTextAllowance(page, parent)) return false;
  if (countAdded(page.linkedForeign) > (isNamed ? 90 : 24)) return false;
  const isForm = ((survey.tags[parent] ?? 0) & TAG.form) !== 0;
  return isNamed || isForm || countMediaAndFields(page, parent) - countMediaAndFields(page, at) <= 3;
}

/** Finds clutter in a live page in slices. Leaves out blocks that change meanwhile; the page watcher examines them later. */
export function findInSlices(
  document_: Document,
  options: FindOptions,
  pacing: Pacing = {},
): Promise<ClutterFinding[]> {
  const startReading = () => clutterInSteps(document_, options);
  const keepValid = (found: ClutterFinding[], hasChanged: (root: Element) => boolean) =>
    found.filter(({ element }) => !hasChanged(element));
  return readLive(document_, startReading, keepValid, pacing);
}

/** The subtree to examine after an insertion, and its position. */
export interface Part {
  root: Element;
  position: PartPosition;
}

/** Maximum size of a dialog, in characters and in nodes; a larger one is an application of its own. */
const MAX_DIALOG_LENGTH = 2500;
const MAX_DIALOG_NODES = 1200;
const DIALOG_NAMES = nameBits('overlay', 'wall', 'login', 'consent');
/** Number of wrapper levels around the article's paragraphs that count as among them. */
const MAX_WRAPPER_LEVELS = 2;

/**
 * Extends an insertion into a dialog to the whole dialog, because a subscription link belongs to the wall around it, whose
 * words may have been inserted before.
 *
 * @param extracted the elements that extraction found
 */
export function extendToDialog(root: Element, extracted: readonly Element[]): Part {
  if (isInFlow(root, extracted)) return { root, position: 'flow' };
  const dialog = findDialog(root);
  if (dialog === null) return { root, position: 'apart' };
  const isWhole =
    dialog === root || (isSmall(dialog) && !extracted.some((element) => containsNode(dialog, element)));
  return { root: isWhole ? dialog : root, position: 'dialog' };
}

/** Whether an element is a sibling of the article's elements or inside one. */
function isInFlow(root: Element, extracted: readonly Element[]): boolean {
  const parent = parentElementOf(root);
  if (parent === null || extracted.length === 0 || parent === bodyOf(documentOf(root))) return false;
  return extracted.some((element) => {
    if (element === root) return false;
    let ancestor: Element | null = element;
    for (let level = 0; level < MAX_WRAPPER_LEVELS && ancestor !== null; level++) {
      ancestor = parentElementOf(ancestor);
      if (ancestor === parent) return true;
    }
    return containsNode(element, root);
  });
}

function findDialog(inner: Element): Element | null {
  const body = bodyOf(documentOf(inner));
  let found: Element | null = null;
  for (let at: Element | null = inner; at !== null && at !== body; at = parentElementOf(at))
    if (isDialog(at) || (namesOf(at) & DIALOG_NAMES) !== 0) found = at;
  return found;
}

function isSmall(dialog: Element): boolean {
  return readWords(dialog, MAX_DIALOG_LENGTH + 1, MAX_DIALOG_NODES).length <= MAX_DIALOG_LENGTH;
}
