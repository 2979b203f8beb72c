/** Groups articles that report the same event into stories. Pure and deterministic. */

import { ITEMS_PER_STEP, runAtOnce, type Steps } from '../page/in-slices.ts';
import {
  assignStoryIds,
  clusterArticles,
  compareIds,
  Decisions,
  type Edge,
  MAX_STORY_ARTICLES,
  MIN_EDGE,
  pairKey,
  STORY_THRESHOLD,
} from './cluster.ts';
import { type PairFeatures, pairProbability } from './pair-model.ts';
import { foldWords } from './profile.ts';
import { type ComparedArticle, DAY_MS, MAX_PAIR_DAYS, StoryIndex, WordIds } from './story-index.ts';
import type { StoryPlacement, StoryProfile, StoryRow } from './story-types.ts';

/**
 * The time window of `placeArticles` on either side: twice that of comparisons, so that it contains everything that can
 * be compared with a neighbour of a changed article.
 */
export const STORY_WINDOW_DAYS = 2 * MAX_PAIR_DAYS;

/**
 * Number of profiles from which frequencies of words are reliable. Callers of `placeArticles` add the profiles nearest
 * in time if the window has fewer.
 */
export const STORY_SAMPLE = 500;

/** Maximum number of profiles in the window: an import of many articles without a date has them all on one day. */
export const MAX_NEARBY = 1000;

/** Articles whose pairs are computed with the same frequencies, in `groupStories`. */
const CHUNK_SIZE = 200;
/** Profiles that are converted per step: about a millisecond. */
const PROFILES_PER_STEP = 20;
/** Maximum number of articles that one change may affect. */
const MAX_AFFECTED = 400;

/** The story of each article before; articles without one are absent or null. */
export type PreviousStories = ReadonlyMap<string, string | null>;

/** Converts profiles for comparison, in chronological order. */
export function prepareProfiles(profiles: readonly StoryProfile[]): ComparedArticle[] {
  return runAtOnce(prepareInSteps(profiles));
}

function* prepareInSteps(profiles: readonly StoryProfile[]): Steps<ComparedArticle[]> {
  const words = new WordIds(new Set(profiles.flatMap(({ addresses }) => addresses)));
  const articles: ComparedArticle[] = [];
  for (const [i, profile] of profiles.entries()) {
    if (i % PROFILES_PER_STEP === 0) yield;
    articles.push(words.prepare(profile));
  }
  return sortByTime(articles);
}

/**
 * Groups a whole library at once, for fitting and as a reference in tests. Takes a few milliseconds per article.
 *
 * A story keeps the id of the previous story with which it has most articles in common; a new one has the id of its
 * earliest article. The user's decisions always hold: an article with `members[id]` true is in that story (of several,
 * in the one with the latest `updatedAt`, then the largest id), and one with false is never in it.
 *
 * @param profiles of all articles, in any order
 * @param previous the current placements; empty for the first grouping
 * @param decisions all rows
 * @returns one placement per profile, in chronological order
 */
export function groupStories(
  profiles: readonly StoryProfile[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
): StoryPlacement[] {
  return runAtOnce(groupInSteps(prepareProfiles(profiles), previous, decisions));
}

function* groupInSteps(
  sorted: readonly ComparedArticle[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
): Steps<StoryPlacement[]> {
  const edges: Edge[] = [];
  for (let from = 0; from < sorted.length; from += CHUNK_SIZE) {
    const to = Math.min(from + CHUNK_SIZE, sorted.length);
    const index = yield* StoryIndex.build(sorted.slice(...findWindow(sorted, from, to)));
    for (const { articleId } of sorted.slice(from, to)) {
      yield;
      edges.push(...findEdges(index, articleId, true));
    }
  }
  return [...(yield* cluster(sorted, edges, previous, new Decisions(decisions), new Set())).values()];
}

const sortByTime = (articles: readonly ComparedArticle[]): ComparedArticle[] =>
  articles.toSorted((x, y) => x.publishedAt - y.publishedAt || compareIds(x.articleId, y.articleId));

/** The range of the articles within the window of a range, and of those nearest in time up to `STORY_SAMPLE`. */
function findWindow(
  sorted: readonly ComparedArticle[],
  from: number,
  to: number,
): [start: number, end: number] {
  const first = (sorted[from]?.publishedAt ?? 0) - STORY_WINDOW_DAYS * DAY_MS;
  const last = (sorted[to - 1]?.publishedAt ?? 0) + STORY_WINDOW_DAYS * DAY_MS;
  let [start, end] = [from, to];
  const [least, most] = [Math.max(0, from - MAX_NEARBY / 2), Math.min(sorted.length, to + MAX_NEARBY / 2)];
  const isShort = (): boolean => end - start < STORY_SAMPLE;
  const timeBefore = (): number => sorted[start - 1]?.publishedAt ?? Number.NEGATIVE_INFINITY;
  const timeAfter = (): number => sorted[end]?.publishedAt ?? Number.POSITIVE_INFINITY;
  while (start > least && timeBefore() >= first) start -= 1;
  while (end < most && timeAfter() <= last) end += 1;
  while (isShort() && (start > 0 || end < sorted.length)) {
    if (first - timeBefore() <= timeAfter() - last) start -= 1;
    else end += 1;
  }
  return [start, end];
}

/** The strongest edges of an article, as many as a story can have members. */
function findEdges(index: StoryIndex, a: string, isLater: boolean): Edge[] {
  const edges: Edge[] = [];
  const add = (b: string, features: PairFeatures): void => {
    // Rounded, because the order of the sums depends on which article comes first.
    const probability = Math.round(1e5 * pairProbability(features)) / 1e5;
    if (probability >= MIN_EDGE) edges.push({ a, b, probability });
  };
  index.compare(a, MIN_EDGE, add, isLater);
  if (edges.length <= MAX_STORY_ARTICLES) return edges;
  return edges
    .sort((x, y) => y.probability - x.probability || compareIds(x.b, y.b))
    .slice(0, MAX_STORY_ARTICLES);
}

/** @param sorted in chronological order */
function* cluster(
  sorted: readonly ComparedArticle[],
  edges: readonly Edge[],
  previous: PreviousStories,
  decisions: Decisions,
  elsewhere: ReadonlySet<string>,
): Steps<Map<string, StoryPlacement>> {
  const days = new Map(sorted.map(({ articleId, publishedAt }) => [articleId, publishedAt / DAY_MS]));
  const order = new Map(sorted.map(({ articleId }, at) => [articleId, at]));
  // Most articles are in no pair that may become a story.
  const paired = new Set<string>();
  const strongest = new Map<string, number>();
  for (const [at, { a, b, probability }] of edges.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    if (probability >= STORY_THRESHOLD) paired.add(a).add(b);
    for (const id of [a, b]) strongest.set(id, Math.max(strongest.get(id) ?? 0, probability));
  }
  const probabilities = new Map<string, number>();
  for (const [at, { a, b, probability }] of edges.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    if (paired.has(a) && paired.has(b)) probabilities.set(pairKey(a, b), probability);
  }
  const clusters = yield* clusterArticles(days, edges, probabilities, decisions, previous, MAX_PAIR_DAYS);
  for (const members of clusters) members.sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0));
  yield;
  const stories = yield* assignStoryIds(clusters, decisions, previous, elsewhere);
  const placements = new Map<string, StoryPlacement>();
  for (const [at, members] of clusters.entries()) {
    if (members.length > 1 || at % ITEMS_PER_STEP === 0) yield;
    for (const articleId of members) {
      const storyId = stories.get(articleId) ?? null;
      let sum = 0;
      for (const other of members) sum += probabilities.get(pairKey(articleId, other)) ?? 0;
      const mean = members.length > 1 ? sum / (members.length - 1) : 1;
      const isKept = decisions.kept.get(articleId) === storyId;
      const confidence = isKept ? 1 : storyId === null ? 1 - (strongest.get(articleId) ?? 0) : mean;
      placements.set(articleId, { articleId, storyId, confidence });
    }
  }
  return placements;
}

/**
 * Places articles that were added, changed or deleted, or about which the user decided, and those that this affects.
 *
 * @param changed ids; those without a profile in `nearby` were deleted
 * @param nearby all profiles within `STORY_WINDOW_DAYS` of the changed articles; if these are fewer than `STORY_SAMPLE`,
 *   also those nearest in time; and those of the stories that the changed articles were or are kept in
 * @param previous the current placements of at least the nearby articles and the changed ones
 * @param decisions all rows
 * @returns placements that differ from the previous ones, and those of all changed articles that still exist
 */
export function* placeInSteps(
  changed: readonly string[],
  nearby: readonly StoryProfile[],
  previous: PreviousStories,
  decisions: readonly StoryRow[],
): Steps<StoryPlacement[]> {
  const sorted = yield* prepareInSteps(nearby);
  const index = yield* StoryIndex.build(sorted);
  const decided = new Decisions(decisions);
  const { affected, edges } = yield* findAffected(changed, sorted, index, previous, decided);
  const changedIds = new Set(changed);
  const elsewhere = new Set<string>();
  for (const [id, storyId] of previous)
    if (storyId !== null && !affected.has(id) && !changedIds.has(id)) elsewhere.add(storyId);
  const kept = sorted.filter(({ articleId }) => affected.has(articleId));
  const placements = yield* cluster(kept, edges, previous, decided, elsewhere);
  return [...placements.values()].filter(
    ({ articleId, storyId }) => changedIds.has(articleId) || storyId !== (previous.get(articleId) ?? null),
  );
}

/** As `placeInSteps`, in the current task. */
export const placeArticles = (...input: Parameters<typeof placeInSteps>): StoryPlacement[] =>
  runAtOnce(placeInSteps(...input));

/** The changed articles, their stories, what may be in one story with them, and so on. */
function* findAffected(
  changed: readonly string[],
  sorted: readonly ComparedArticle[],
  index: StoryIndex,
  previous: PreviousStories,
  decisions: Decisions,
): Steps<{ affected: ReadonlySet<string>; edges: Edge[] }> {
  const days = new Map(sorted.map(({ articleId, publishedAt }) => [articleId, publishedAt / DAY_MS]));
  /** The stories that an article is kept in, or was in. */
  const storiesOf = (id: string): Set<string> => {
    const before = previous.get(id) ?? [];
    return new Set([decisions.kept.get(id) ?? before, before].flat());
  };
  const membersOf = new Map<string, string[]>();
  for (const id of days.keys())
    for (const story of storiesOf(id)) membersOf.set(story, [...(membersOf.get(story) ?? []), id]);
  const affected = new Set<string>();
  const addStories = (id: string): void => {
    for (const story of storiesOf(id)) for (const member of membersOf.get(story) ?? []) add(member);
  };
  const add = (id: string): void => {
    if (affected.size >= MAX_AFFECTED || affected.has(id) || !days.has(id)) return;
    affected.add(id);
    addStories(id);
  };
  // The changed ones first: they must get a place, however large their stories are.
  for (const id of changed) if (days.has(id)) affected.add(id);
  // Of articles further away from these, not all comparable ones are nearby.
  const near = [...affected].map((id) => days.get(id) ?? 0);
  const isNear = (id: string): boolean =>
    near.some((day) => Math.abs(day - (days.get(id) ?? 0)) <= STORY_WINDOW_DAYS - MAX_PAIR_DAYS);
  for (const id of changed) addStories(id);
  const edges = new Map<string, Edge>();
  // A set visits what is added to it on the way.
  for (const id of affected) {
    yield;
    const isComplete = isNear(id);
    for (const edge of findEdges(index, id, false)) {
      if (isComplete && edge.probability >= STORY_THRESHOLD) add(edge.b);
      edges.set(pairKey(edge.a, edge.b), edge);
    }
  }
  return { affected, edges: [...edges.values()].filter(({ a, b }) => affected.has(a) && affected.has(b)) };
}

/** Shorter words are articles and prepositions in most languages. */
const MIN_TITLE_WORD = 4;
const IS_LATIN = /^[\p{Script=Latin}\p{N}]/u;

/**
 * Chooses the headline that says most of what the headlines of a story share.
 *
 * @param titles in chronological order
 * @returns one of the titles; the first of those that say equally much; empty if there are none
 */
export function storyTitle(titles: readonly string[]): string {
  const filled = titles.map((title) => title.trim()).filter((title) => title !== '');
  const words = filled.map((title) => new Set(foldWords(title)));
  const counts = new Map<string, number>();
  for (const word of words.flatMap((one) => [...one])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = words.map((one) => {
    const shared = [...one].filter((word) => word.length >= MIN_TITLE_WORD || !IS_LATIN.test(word));
    const sum = shared.reduce((total, word) => total + (counts.get(word) ?? 1) - 1, 0);
    // A long headline says more, and says it less well.
    return sum / Math.sqrt(one.size || 1);
  });
  return filled[scores.indexOf(Math.max(...scores))] ?? '';
}
