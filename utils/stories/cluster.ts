/** Clusters articles by the probabilities of pairs, within the limits that the user's decisions set. */

import { ITEMS_PER_STEP, type Steps } from '../page/in-slices.ts';
import type { StoryRow } from './story-types.ts';

/** Two articles that probably report the same event. */
export interface Edge {
  a: string;
  b: string;
  probability: number;
}

/**
 * Minimum probability of the strongest pair of two clusters, and minimum mean probability of all their pairs, to become
 * one. Far above even odds, because a wrong story is worse than none. Chosen on the fitted two thirds of the stories.
 */
export const STORY_THRESHOLD = 0.9;
const MEAN_THRESHOLD = 0.8;
/** Edges below this are not kept; they count as 0. */
export const MIN_EDGE = 0.05;
/** Maximum number of articles that are grouped automatically; more are a topic, or one page saved many times. */
export const MAX_STORY_ARTICLES = 80;

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** The user's decisions by article. */
export class Decisions {
  /** The story that the user keeps an article in. */
  readonly kept = new Map<string, string>();
  private readonly excluded = new Map<string, Set<string>>();

  constructor(rows: readonly StoryRow[]) {
    const order = [...rows].sort((x, y) => x.updatedAt - y.updatedAt || compareIds(x.id, y.id));
    for (const { id, members } of order)
      for (const [articleId, isMember] of Object.entries(members)) {
        if (isMember) this.kept.set(articleId, id);
        else this.excluded.set(articleId, (this.excluded.get(articleId) ?? new Set()).add(id));
      }
  }

  isExcluded(articleId: string, storyId: string): boolean {
    return this.excluded.get(articleId)?.has(storyId) === true;
  }

  /** The stories that an article must not be in. */
  exclusions(articleId: string): ReadonlySet<string> {
    return this.excluded.get(articleId) ?? new Set();
  }
}

/**
 * The stories that an article stands for: the one it is kept in, or else the one it was in, and the one that has its id,
 * because it was its earliest article.
 */
export function storiesOf(
  articleId: string,
  decisions: Decisions,
  previous: ReadonlyMap<string, string | null>,
): string[] {
  const kept = decisions.kept.get(articleId);
  if (kept !== undefined) return [kept];
  return [previous.get(articleId) ?? articleId, articleId].filter(
    (id) => !decisions.isExcluded(articleId, id),
  );
}

interface Cluster {
  members: string[];
  from: number;
  to: number;
  /** The story in which the user keeps one of them. */
  keptIn: string | null;
  /** The previous stories of the others. */
  previousStories: ReadonlySet<string>;
  storyIds: ReadonlySet<string>;
  excluded: ReadonlySet<string>;
}

/**
 * Average linkage: two clusters become one if the mean probability of their pairs is high enough. The strongest edge
 * comes first, so that the result does not depend on the order of the articles. Pairs without an edge count as 0, which
 * keeps the instalments of a topic from becoming one story link by link.
 *
 * @param days the day of each article
 * @param probabilities those of the edges, by `pairKey`
 * @param maxDays maximum span of a cluster
 * @returns the members of each cluster, single articles included
 */
export function* clusterArticles(
  days: ReadonlyMap<string, number>,
  edges: readonly Edge[],
  probabilities: ReadonlyMap<string, number>,
  decisions: Decisions,
  previous: ReadonlyMap<string, string | null>,
  maxDays: number,
): Steps<string[][]> {
  const strong = yield* strongestEdges(edges);
  const clusterOf = new Map<string, Cluster>();
  for (const id of new Set(strong.flatMap(({ a, b }) => [a, b]))) {
    if (clusterOf.size % ITEMS_PER_STEP === 0) yield;
    const day = days.get(id) ?? 0;
    const kept = decisions.kept.get(id) ?? null;
    const before = new Set(kept === null ? [previous.get(id) ?? []].flat() : []);
    const storyIds = new Set(storiesOf(id, decisions, previous));
    const excluded = decisions.exclusions(id);
    clusterOf.set(id, {
      members: [id],
      from: day,
      to: day,
      keptIn: kept,
      previousStories: before,
      storyIds,
      excluded,
    });
  }
  const meanBetween = (one: Cluster, other: Cluster): number => {
    let sum = 0;
    for (const a of one.members) for (const b of other.members) sum += probabilities.get(pairKey(a, b)) ?? 0;
    return sum / (one.members.length * other.members.length);
  };
  const rejected = new Map<Cluster, Set<Cluster>>();
  for (const { a, b } of strong) {
    yield;
    const [one, other] = [clusterOf.get(a), clusterOf.get(b)];
    if (one === undefined || other === undefined || one === other || rejected.get(one)?.has(other)) continue;
    if (!canMerge(one, other, maxDays) || meanBetween(one, other) < MEAN_THRESHOLD) {
      rejected.set(one, (rejected.get(one) ?? new Set()).add(other));
      rejected.set(other, (rejected.get(other) ?? new Set()).add(one));
      continue;
    }
    const joined: Cluster = {
      members: [...one.members, ...other.members],
      from: Math.min(one.from, other.from),
      to: Math.max(one.to, other.to),
      keptIn: one.keptIn ?? other.keptIn,
      previousStories: one.previousStories.union(other.previousStories),
      storyIds: one.storyIds.union(other.storyIds),
      excluded: one.excluded.union(other.excluded),
    };
    for (const id of joined.members) clusterOf.set(id, joined);
  }
  const single = [...days.keys()].filter((id) => !clusterOf.has(id)).map((id) => [id]);
  return [...[...new Set(clusterOf.values())].map(({ members }) => members), ...single];
}

/** Edges above the threshold, strongest first, with a limited number for each article. */
function* strongestEdges(edges: readonly Edge[]): Steps<Edge[]> {
  const byProbability = new Map<number, Edge[]>();
  for (const [at, edge] of edges.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    if (edge.probability < STORY_THRESHOLD) continue;
    const equal = byProbability.get(edge.probability);
    if (equal === undefined) byProbability.set(edge.probability, [edge]);
    else equal.push(edge);
  }
  const counts = new Map<string, number>();
  const strong: Edge[] = [];
  for (const [, equal] of [...byProbability].sort(([x], [y]) => y - x)) {
    yield;
    for (const edge of equal.sort((x, y) => compareIds(pairKey(x.a, x.b), pairKey(y.a, y.b)))) {
      const [ofA, ofB] = [counts.get(edge.a) ?? 0, counts.get(edge.b) ?? 0];
      if (ofA >= MAX_STORY_ARTICLES && ofB >= MAX_STORY_ARTICLES) continue;
      counts.set(edge.a, ofA + 1);
      counts.set(edge.b, ofB + 1);
      strong.push(edge);
    }
  }
  return strong;
}

/** An article that the user has moved takes along none of those that it was with. */
function allowsMembersOf({ keptIn: kept }: Cluster, other: Cluster): boolean {
  if (kept === null) return true;
  return (
    (other.keptIn === null || other.keptIn === kept) && other.previousStories.isSubsetOf(new Set([kept]))
  );
}

function canMerge(one: Cluster, other: Cluster, maxDays: number): boolean {
  return (
    one.members.length + other.members.length <= MAX_STORY_ARTICLES &&
    Math.max(one.to, other.to) - Math.min(one.from, other.from) <= maxDays &&
    allowsMembersOf(one, other) &&
    allowsMembersOf(other, one) &&
    one.excluded.isDisjointFrom(other.storyIds) &&
    other.excluded.isDisjointFrom(one.storyIds)
  );
}

/**
 * Gives clusters the ids of stories. Those with kept articles have the id of the user's story. Others continue the
 * previous story with which they have most articles in common, or else have the id of their earliest article.
 *
 * @param clusters members in chronological order
 * @param elsewhere stories of articles that are in no cluster, which these may continue
 * @returns the story of each article; null for one that stands alone
 */
export function* assignStoryIds(
  clusters: readonly (readonly string[])[],
  decisions: Decisions,
  previous: ReadonlyMap<string, string | null>,
  elsewhere: ReadonlySet<string>,
): Steps<Map<string, string | null>> {
  const overlaps: { cluster: readonly string[]; storyId: string; size: number }[] = [];
  const keptIds = new Set<string>();
  const named = new Map<readonly string[], string>();
  for (const [at, cluster] of clusters.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    const kept = cluster.map((id) => decisions.kept.get(id)).find((id) => id !== undefined);
    if (kept !== undefined) {
      named.set(cluster, kept);
      keptIds.add(kept);
      continue;
    }
    const sizes = new Map<string, number>();
    for (const id of cluster) {
      const before = previous.get(id);
      if (before !== null && before !== undefined) sizes.set(before, (sizes.get(before) ?? 0) + 1);
    }
    for (const [storyId, size] of sizes) overlaps.push({ cluster, storyId, size });
  }
  const taken = new Set<string>();
  const isAllowed = (cluster: readonly string[], storyId: string): boolean =>
    !cluster.some((id) => decisions.isExcluded(id, storyId));
  // One cluster can continue a story; it joins the user's articles if they are of the same story.
  overlaps.sort(
    (x, y) =>
      y.size - x.size ||
      compareIds(x.storyId, y.storyId) ||
      compareIds(x.cluster[0] ?? '', y.cluster[0] ?? ''),
  );
  for (const { cluster, storyId } of overlaps) {
    const isAlone = cluster.length === 1 && !keptIds.has(storyId) && !elsewhere.has(storyId);
    if (isAlone || named.has(cluster) || taken.has(storyId) || !isAllowed(cluster, storyId)) continue;
    named.set(cluster, storyId);
    taken.add(storyId);
  }
  for (const id of [...keptIds, ...elsewhere]) taken.add(id);
  const stories = new Map<string, string | null>();
  for (const [at, cluster] of clusters.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    let storyId = named.get(cluster) ?? null;
    if (storyId === null && cluster.length > 1) {
      storyId = cluster.find((id) => !taken.has(id) && isAllowed(cluster, id)) ?? null;
      // Other stories have all of its ids, which takes several mergers and splits.
      for (let copy = 2; storyId === null; copy += 1) {
        const next = `${cluster[0]}-${copy}`;
        if (!taken.has(next) && isAllowed(cluster, next)) storyId = next;
      }
      taken.add(storyId);
    }
    for (const id of cluster) stories.set(id, storyId);
  }
  return stories;
}
