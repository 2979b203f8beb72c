import { type Cue, hasCue } from '../phrases/phrase-book.ts';
import type { ClutterKind, ClutterReason, ExtraKind } from '../types.ts';
import { findTeaserLists, isExpandButton } from './lines.ts';
import { type NameCue, nameBits } from './name-cues.ts';
import { countCharacters, countFeature, type PageModel } from './page-counts.ts';
import type { PageGuard } from './page-guard.ts';
import { prefixSums, sumOverElements, sumOverUnits, type Unit } from './survey.ts';
import { TAG } from './tags.ts';

export interface ExtraBlock {
  at: number;
  kind: ExtraKind;
  reason: ClutterReason;
}

/** A page and its protected elements. */
export interface ExtraContext {
  page: PageModel;
  guard: PageGuard;
}

interface ExtraRule {
  kind: ExtraKind;
  reason: ClutterReason;
  /** Null if the kind is identified only by words. */
  name: NameCue | null;
  cue: Cue;
  /** Maximum characters of a block with this name. */
  maxNamedLength: number;
  /** Maximum characters of a line with these words. */
  maxLineLength: number;
  /** Maximum characters of the block around such a line. */
  maxBlockLength: number;
  /** Minimum share of linked text. */
  minLinkedShare: number;
}

/** In order of precedence: a block is of the first kind that matches. */
const RULES: readonly ExtraRule[] = [
  {
    kind: 'ad-slot',
    reason: 'advertisement',
    name: 'ad',
    cue: 'adLabel',
    maxNamedLength: 160,
    maxLineLength: 60,
    maxBlockLength: 90,
    minLinkedShare: 0,
  },
  {
    kind: 'comments',
    reason: 'readerComments',
    name: 'comments',
    cue: 'comments',
    maxNamedLength: 1e6,
    maxLineLength: 90,
    maxBlockLength: 500,
    minLinkedShare: 0,
  },
  {
    kind: 'share-bar',
    reason: 'shareButtons',
    name: 'share',
    cue: 'share',
    maxNamedLength: 420,
    maxLineLength: 70,
    maxBlockLength: 260,
    minLinkedShare: 0,
  },
  {
    kind: 'social-follow',
    reason: 'asksFollow',
    name: 'follow',
    cue: 'follow',
    maxNamedLength: 260,
    maxLineLength: 140,
    maxBlockLength: 220,
    minLinkedShare: 0,
  },
  {
    kind: 'related-links',
    reason: 'linksElsewhere',
    name: 'related',
    cue: 'related',
    maxNamedLength: 6000,
    maxLineLength: 180,
    maxBlockLength: 6000,
    minLinkedShare: 0.28,
  },
  {
    kind: 'page-note',
    reason: 'pageNote',
    name: null,
    cue: 'pageNote',
    maxNamedLength: 0,
    maxLineLength: 140,
    maxBlockLength: 180,
    minLinkedShare: 0,
  },
];

/** The function that finds kinds that are off by default; see `findExtras`. */
export type ExtraFinder = typeof findExtras;

/**
 * Finds ad slots, comments, share bars, follow boxes, related links and page notes.
 *
 * @param kinds the kinds to find
 */
export function findExtras(
  context: ExtraContext,
  kinds: Readonly<Partial<Record<ClutterKind, boolean>>>,
): ExtraBlock[] {
  const { page } = context;
  const found: ExtraBlock[] = [];
  const isTeaserList = findTeaserLists(page);
  // Within the article's element, summaries may be part of the article, so a name is not sufficient.
  const isRelatedTeasers = (at: number) =>
    isTeaserList(at) &&
    !isAmongArticle(context, at) &&
    (!isInBody(context, at) || startsWithRelatedCue(page, at));
  for (const rule of RULES) {
    if (kinds[rule.kind] !== true) continue;
    const namedBlocks = findNamed(context, rule, isRelatedTeasers);
    const blocks = new Set<number>([...namedBlocks, ...findLabelled(context, rule, isRelatedTeasers)]);
    for (const at of blocks) found.push({ at, kind: rule.kind, reason: rule.reason });
  }
  return keepOutermost(page, found);
}

function isInBody({ page, guard }: ExtraContext, at: number): boolean {
  return at > guard.body && at < (page.survey.ends[guard.body] ?? 0);
}

/** Whether an element is inside the article's element, before the end of its text. */
function isAmongArticle(context: ExtraContext, at: number): boolean {
  const { page, guard } = context;
  const { ends } = page.survey;
  if (!isInBody(context, at)) return false;
  const end = ends[guard.body] ?? 0;
  return (guard.guardedSums[end] ?? 0) > (guard.guardedSums[ends[at] ?? at] ?? 0);
}

function keepOutermost(page: PageModel, found: ExtraBlock[]): ExtraBlock[] {
  const outermost: ExtraBlock[] = [];
  let end = 0;
  const sorted = found.toSorted(
    (a, b) => a.at - b.at || (page.survey.ends[b.at] ?? 0) - (page.survey.ends[a.at] ?? 0),
  );
  for (const block of sorted) {
    if (block.at < end) continue;
    outermost.push(block);
    end = page.survey.ends[block.at] ?? end;
  }
  return outermost;
}

/** Posts and videos embedded in the article. */
const EMBED_NAME = nameBits('embed');
const SCAFFOLD_NAMES = nameBits('article', 'byline', 'navigation');

function isUnprotected({ page, guard }: ExtraContext, at: number, kind: ExtraKind): boolean {
  const protection = guard.protectionOf(at);
  if (protection === 'wall' || protection === 'article') return false;
  if (kind === 'comments') return true;
  return countFeature(page, 'password', at) === 0;
}

/** Maximum length of a card (the headline of another article, perhaps with a summary), in characters. */
const MAX_CARD_LENGTH = 300;

/** Whether a block is a card that contains a link. */
function isCard({ survey }: PageModel, links: Float64Array, at: number, length: number): boolean {
  return length <= MAX_CARD_LENGTH && sumOverElements(survey, links, at) > 0;
}

/** Minimum length of a list, in characters; a shorter text is a menu item, unless it is the heading of an empty list. */
const MIN_LIST_LENGTH = 12;

function startsWithRelatedCue({ survey, evidence }: PageModel, at: number): boolean {
  const first = survey.unitsBefore[at] ?? 0;
  return (
    first < (survey.unitsBefore[survey.ends[at] ?? at] ?? 0) && hasCue(evidence.cues[first] ?? 0, 'related')
  );
}

/** Finds blocks by their names, if their content fits. */
function findNamed(
  context: ExtraContext,
  rule: ExtraRule,
  isRelatedTeasers: (at: number) => boolean,
): number[] {
  const { page } = context;
  const { survey, evidence } = page;
  const found: number[] = [];
  if (rule.name === null) return found;
  const nameBit = nameBits(rule.name);
  const links = prefixSums(survey.tags.map((tag) => ((tag & TAG.link) === 0 ? 0 : 1)));
  for (let at = 1; at < survey.elements.length; at++) {
    if (
      ((evidence.names[at] ?? 0) & nameBit) === 0 ||
      ((evidence.names[at] ?? 0) & EMBED_NAME) !== 0 ||
      ((survey.tags[at] ?? 0) & (TAG.inline | TAG.heading)) !== 0
    )
      continue;
    const length = countCharacters(page, at);
    if (length > rule.maxNamedLength || !isUnprotected(context, at, rule.kind)) continue;
    const isLinked =
      linkedShare(page, at) >= rule.minLinkedShare || isRelatedTeasers(at) || isCard(page, links, at, length);
    const isShort = rule.kind === 'related-links' && length < MIN_LIST_LENGTH;
    if (isShort ? !startsWithRelatedCue(page, at) : rule.minLinkedShare > 0 && !isLinked) continue;
    found.push(at);
    at = (survey.ends[at] ?? at + 1) - 1;
  }
  return found;
}

function linkedShare(page: PageModel, at: number): number {
  return sumOverUnits(page.survey, page.linked, at) / Math.max(1, countCharacters(page, at));
}

/** Finds lines by their words, with the block they head. */
function findLabelled(
  context: ExtraContext,
  rule: ExtraRule,
  isRelatedTeasers: (at: number) => boolean,
): number[] {
  const { page } = context;
  const { survey, evidence } = page;
  const found: number[] = [];
  const cache = new Map<number, number>();
  const headings = new Set<number>();
  survey.units.forEach((unit, i) => {
    if (unit.length > rule.maxLineLength || !hasCue(evidence.cues[i] ?? 0, rule.cue)) return;
    if (!isUnprotected(context, unit.at, rule.kind)) return;
    const at = climbLabel(context, rule, unit.at, isRelatedTeasers, cache);
    if (rule.kind === 'related-links' && isExpandButton(page, unit, at)) return;
    if (at !== unit.at || isCompleteLine(unit, rule)) found.push(at);
    // Several lines may head the same block.
    if (rule.kind === 'related-links' && !headings.has(at))
      found.push(...findFollowingLists(context, rule, at));
    headings.add(at);
  });
  return found;
}

/** Whether a line is a block by itself, as links and labels are; a heading without its list is not. */
function isCompleteLine(unit: Unit, rule: ExtraRule): boolean {
  return rule.kind !== 'related-links' || unit.linked > unit.length * 0.4 || unit.length <= 40;
}

/**
 * Climbs from a label to the block that it heads.
 *
 * @param cache caches results, which nearby labels share
 */
function climbLabel(
  context: ExtraContext,
  rule: ExtraRule,
  label: number,
  isRelatedTeasers: (at: number) => boolean,
  cache: Map<number, number>,
): number {
  const path: number[] = [];
  let at = label;
  while (!cache.has(at) && canIncludeParent(context, rule, at, isRelatedTeasers)) {
    path.push(at);
    at = context.page.survey.parents[at] ?? -1;
  }
  const end = cache.get(at) ?? at;
  for (const visited of [...path, at]) cache.set(visited, end);
  return end;
}

/** Whether the parent is still the same block. */
function canIncludeParent(
  context: ExtraContext,
  rule: ExtraRule,
  at: number,
  isRelatedTeasers: (at: number) => boolean,
): boolean {
  const { page } = context;
  const { survey, evidence } = page;
  const parent = survey.parents[at] ?? -1;
  if (parent <= 0 || !isUnprotected(context, parent, rule.kind)) return false;
  if (((evidence.names[parent] ?? 0) & SCAFFOLD_NAMES) !== 0) return false;
  const length = countCharacters(page, parent);
  if (length > rule.maxBlockLength) return false;
  if (rule.kind === 'ad-slot' && length > countCharacters(page, at) + 4) return false;
  const addsLinks = rule.minLinkedShare > 0 && length > countCharacters(page, at);
  return !addsLinks || linkedShare(page, parent) >= rule.minLinkedShare || isRelatedTeasers(parent);
}

/** Minimum share of linked text in a paragraph for it to count as a list of links. */
const MIN_LINKED_PARAGRAPH_SHARE = 0.6;

/** Finds the lists of links that directly follow a heading. */
function findFollowingLists(context: ExtraContext, rule: ExtraRule, heading: number): number[] {
  const { page } = context;
  const { survey } = page;
  const parent = survey.parents[heading] ?? -1;
  const found: number[] = [];
  if (parent < 0) return found;
  for (
    let at = survey.ends[heading] ?? 0;
    at < (survey.ends[parent] ?? 0) && found.length < 4;
    at = survey.ends[at] ?? at + 1
  ) {
    if (((survey.tags[at] ?? 0) & TAG.heading) !== 0 || !isUnprotected(context, at, rule.kind)) break;
    if (countCharacters(page, at) === 0) continue;
    const isParagraph = ((survey.tags[at] ?? 0) & TAG.paragraph) !== 0;
    if (linkedShare(page, at) < (isParagraph ? MIN_LINKED_PARAGRAPH_SHARE : rule.minLinkedShare)) break;
    found.push(at);
  }
  return found;
}
