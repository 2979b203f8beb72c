import { type Cue, hasCue } from '../phrases/phrase-book.ts';
import type { ClutterKind, ClutterReason, ExtraKind } from '../types.ts';
import { findTeaserLists, isOpenButton } from './lines.ts';
import { type NameCue, nameBits } from './name-cues.ts';
import { charactersIn, countFeature, type PageModel } from './page-counts.ts';
import type { PageGuard } from './page-guard.ts';
import { prefixSums, sumTexts, sumWithin, type Unit } from './survey.ts';
import { TAG } from './tags.ts';

export interface ExtraBlock {
  at: number;
  kind: ExtraKind;
  reason: ClutterReason;
}

/** A page and what must not be hidden in it, for all kinds. */
export interface ExtraField {
  page: PageModel;
  guard: PageGuard;
}

interface ExtraRule {
  kind: ExtraKind;
  reason: ClutterReason;
  /** Null if only words identify the kind. */
  name: NameCue | null;
  cue: Cue;
  /** Maximum characters of a block with this name. */
  namedLength: number;
  /** Maximum characters of a line with these words. */
  lineLength: number;
  /** Maximum characters of the block around such a line. */
  blockLength: number;
  /** Minimum share of linked text. */
  linked: number;
}

/** In order of precedence: a block is of the first kind that matches. */
const RULES: readonly ExtraRule[] = [
  {
    kind: 'ad-slot',
    reason: 'advertisement',
    name: 'ad',
    cue: 'adLabel',
    namedLength: 160,
    lineLength: 60,
    blockLength: 90,
    linked: 0,
  },
  {
    kind: 'comments',
    reason: 'readerComments',
    name: 'comments',
    cue: 'comments',
    namedLength: 1e6,
    lineLength: 90,
    blockLength: 500,
    linked: 0,
  },
  {
    kind: 'share-bar',
    reason: 'shareButtons',
    name: 'share',
    cue: 'share',
    namedLength: 420,
    lineLength: 70,
    blockLength: 260,
    linked: 0,
  },
  {
    kind: 'social-follow',
    reason: 'asksFollow',
    name: 'follow',
    cue: 'follow',
    namedLength: 260,
    lineLength: 140,
    blockLength: 220,
    linked: 0,
  },
  {
    kind: 'related-links',
    reason: 'linksElsewhere',
    name: 'related',
    cue: 'related',
    namedLength: 6000,
    lineLength: 180,
    blockLength: 6000,
    linked: 0.28,
  },
  {
    kind: 'page-note',
    reason: 'pageNote',
    name: null,
    cue: 'pageNote',
    namedLength: 0,
    lineLength: 140,
    blockLength: 180,
    linked: 0,
  },
];

/** The function that finds kinds that are off by default; see `findExtras`. */
export type ExtraFinder = typeof findExtras;

/** Finds share bars, follow boxes, related links, comments and ad frames, as far as they are wanted. */
export function findExtras(
  field: ExtraField,
  kinds: Readonly<Partial<Record<ClutterKind, boolean>>>,
): ExtraBlock[] {
  const { page } = field;
  const found: ExtraBlock[] = [];
  const isList = findTeaserLists(page);
  // Within the article's element, summaries may be part of the article, so a name is not sufficient.
  const isTeasers = (at: number) =>
    isList(at) && !isAmongArticle(field, at) && (!isInBody(field, at) || saysRelated(page, at));
  for (const rule of RULES) {
    if (kinds[rule.kind] !== true) continue;
    const named = findNamed(field, rule, isTeasers);
    const places = new Set<number>([...named, ...findLabelled(field, rule, isTeasers)]);
    for (const at of places) found.push({ at, kind: rule.kind, reason: rule.reason });
  }
  return keepOutermost(page, found);
}

function isInBody({ page, guard }: ExtraField, at: number): boolean {
  return at > guard.body && at < (page.survey.ends[guard.body] ?? 0);
}

/** Inside the article's element, before the end of its text. */
function isAmongArticle(field: ExtraField, at: number): boolean {
  const { page, guard } = field;
  const { ends } = page.survey;
  if (!isInBody(field, at)) return false;
  const end = ends[guard.body] ?? 0;
  return (guard.guarded[end] ?? 0) > (guard.guarded[ends[at] ?? at] ?? 0);
}

function keepOutermost(page: PageModel, found: ExtraBlock[]): ExtraBlock[] {
  const kept: ExtraBlock[] = [];
  let end = 0;
  const byPlace = found.toSorted(
    (a, b) => a.at - b.at || (page.survey.ends[b.at] ?? 0) - (page.survey.ends[a.at] ?? 0),
  );
  for (const block of byPlace) {
    if (block.at < end) continue;
    kept.push(block);
    end = page.survey.ends[block.at] ?? end;
  }
  return kept;
}

/** Posts and videos embedded in the article. */
const EMBED = nameBits('embed');
const SCAFFOLD_NAMES = nameBits('article', 'byline', 'navigation');

function isFree({ page, guard }: ExtraField, at: number, kind: ExtraKind): boolean {
  const stays = guard.stays(at);
  if (stays === 'wall' || stays === 'article') return false;
  if (kind === 'comments') return true;
  return countFeature(page, 'password', at) === 0;
}

/** Maximum characters of a card: the headline of another article, perhaps with a summary. */
const CARD_LENGTH = 300;

/** Whether a card is a link as a whole: its link covers it or is only its headline. */
function isCard({ survey }: PageModel, links: Float64Array, at: number, length: number): boolean {
  return length <= CARD_LENGTH && sumWithin(survey, links, at) > 0;
}

/** Minimum characters of a list; less text is a menu item, unless the heading of an empty list names it. */
const MIN_LIST_LENGTH = 12;

function saysRelated({ survey, evidence }: PageModel, at: number): boolean {
  const first = survey.textsBefore[at] ?? 0;
  return (
    first < (survey.textsBefore[survey.ends[at] ?? at] ?? 0) && hasCue(evidence.cues[first] ?? 0, 'related')
  );
}

/** Blocks identified by names, if their content fits. */
function findNamed(field: ExtraField, rule: ExtraRule, isTeasers: (at: number) => boolean): number[] {
  const { page } = field;
  const { survey, evidence } = page;
  const found: number[] = [];
  if (rule.name === null) return found;
  const bit = nameBits(rule.name);
  const links = prefixSums(survey.tags.map((tag) => ((tag & TAG.link) === 0 ? 0 : 1)));
  for (let at = 1; at < survey.elements.length; at++) {
    if (
      ((evidence.names[at] ?? 0) & bit) === 0 ||
      ((evidence.names[at] ?? 0) & EMBED) !== 0 ||
      ((survey.tags[at] ?? 0) & (TAG.inline | TAG.heading)) !== 0
    )
      continue;
    const length = charactersIn(page, at);
    if (length > rule.namedLength || !isFree(field, at, rule.kind)) continue;
    const isLinked = linkedShare(page, at) >= rule.linked || isTeasers(at) || isCard(page, links, at, length);
    const isShort = rule.kind === 'related-links' && length < MIN_LIST_LENGTH;
    if (isShort ? !saysRelated(page, at) : rule.linked > 0 && !isLinked) continue;
    found.push(at);
    at = (survey.ends[at] ?? at + 1) - 1;
  }
  return found;
}

function linkedShare(page: PageModel, at: number): number {
  return sumTexts(page.survey, page.linked, at) / Math.max(1, charactersIn(page, at));
}

/** Lines identified by words, with the block they head. */
function findLabelled(field: ExtraField, rule: ExtraRule, isTeasers: (at: number) => boolean): number[] {
  const { page } = field;
  const { survey, evidence } = page;
  const found: number[] = [];
  const climbed = new Map<number, number>();
  const followed = new Set<number>();
  survey.units.forEach((unit, i) => {
    if (unit.length > rule.lineLength || !hasCue(evidence.cues[i] ?? 0, rule.cue)) return;
    if (!isFree(field, unit.at, rule.kind)) return;
    const at = climbLabel(field, rule, unit.at, isTeasers, climbed);
    if (rule.kind === 'related-links' && isOpenButton(page, unit, at)) return;
    if (at !== unit.at || isWholeByItself(unit, rule)) found.push(at);
    // Several lines may head the same block.
    if (rule.kind === 'related-links' && !followed.has(at)) found.push(...followingLists(field, rule, at));
    followed.add(at);
  });
  return found;
}

/** Whether a line is a block by itself, as links and labels are; a heading without its list is not. */
function isWholeByItself(unit: Unit, rule: ExtraRule): boolean {
  return rule.kind !== 'related-links' || unit.linked > unit.length * 0.4 || unit.length <= 40;
}

/** @param climbed caches results for elements above; nearby labels share them */
function climbLabel(
  field: ExtraField,
  rule: ExtraRule,
  label: number,
  isTeasers: (at: number) => boolean,
  climbed: Map<number, number>,
): number {
  const path: number[] = [];
  let at = label;
  while (!climbed.has(at) && takesParent(field, rule, at, isTeasers)) {
    path.push(at);
    at = field.page.survey.parents[at] ?? -1;
  }
  const end = climbed.get(at) ?? at;
  for (const passed of [...path, at]) climbed.set(passed, end);
  return end;
}

/** Whether the parent is still the same block. */
function takesParent(
  field: ExtraField,
  rule: ExtraRule,
  at: number,
  isTeasers: (at: number) => boolean,
): boolean {
  const { page } = field;
  const { survey, evidence } = page;
  const parent = survey.parents[at] ?? -1;
  if (parent <= 0 || !isFree(field, parent, rule.kind)) return false;
  if (((evidence.names[parent] ?? 0) & SCAFFOLD_NAMES) !== 0) return false;
  const length = charactersIn(page, parent);
  if (length > rule.blockLength) return false;
  if (rule.kind === 'ad-slot' && length > charactersIn(page, at) + 4) return false;
  const isMore = rule.linked > 0 && length > charactersIn(page, at);
  return !isMore || linkedShare(page, parent) >= rule.linked || isTeasers(parent);
}

/** Maximum share of links in a paragraph; with more it is a list of links. */
const LINKED_PARAGRAPH = 0.6;

/** The lists of links that directly follow a heading. */
function followingLists(field: ExtraField, rule: ExtraRule, heading: number): number[] {
  const { page } = field;
  const { survey } = page;
  const parent = survey.parents[heading] ?? -1;
  const found: number[] = [];
  if (parent < 0) return found;
  for (
    let at = survey.ends[heading] ?? 0;
    at < (survey.ends[parent] ?? 0) && found.length < 4;
    at = survey.ends[at] ?? at + 1
  ) {
    if (((survey.tags[at] ?? 0) & TAG.heading) !== 0 || !isFree(field, at, rule.kind)) break;
    if (charactersIn(page, at) === 0) continue;
    const isParagraph = ((survey.tags[at] ?? 0) & TAG.paragraph) !== 0;
    if (linkedShare(page, at) < (isParagraph ? LINKED_PARAGRAPH : rule.linked)) break;
    found.push(at);
  }
  return found;
}
