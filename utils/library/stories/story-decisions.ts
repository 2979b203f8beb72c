/** Merges decisions that several devices made about the same story. Pure. */
import type { StoryRow } from '../../stories/story-types.ts';

export interface StoryDecisions {
  /** One row per story. */
  rows: StoryRow[];
  byId: ReadonlyMap<string, StoryRow>;
  /** The id of the story that a row belongs to, by the row's id. Rows that stand for themselves are included. */
  idOf: ReadonlyMap<string, string>;
}

const isEarlier = (a: StoryRow, b: StoryRow): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
const isOlder = (a: StoryRow, b: StoryRow): number => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1);

const countArticles = ({ members }: StoryRow): number => Object.values(members).filter(Boolean).length;

/**
 * Whether two rows are about one story: they share at least half of the articles of the smaller one, and neither
 * excludes one of the other's. A single article that the user has moved does not join two stories, and one that was
 * split from its story is not part of it again because another device still has it there.
 */
function isSameStory(a: StoryRow, b: StoryRow): boolean {
  const commonIds = Object.keys(a.members).filter((id) => Object.hasOwn(b.members, id));
  const shared = commonIds.filter((id) => a.members[id] === true).length;
  const smaller = Math.min(countArticles(a), countArticles(b));
  const isEnough = shared > 0 && smaller > 1 && 2 * shared >= smaller;
  return isEnough && commonIds.every((id) => a.members[id] === b.members[id]);
}

/** The decisions of several rows about one story. The latest row decides. */
function mergeRows(rows: readonly StoryRow[]): StoryRow {
  const [first] = [...rows].sort(isEarlier) as [StoryRow];
  const merged: StoryRow = { ...first, members: {} };
  for (const { title, members, updatedAt } of [...rows].sort(isOlder)) {
    merged.title = title ?? merged.title;
    merged.updatedAt = updatedAt;
    Object.assign(merged.members, members);
  }
  return merged;
}

/**
 * Combines rows about one story: an automatic story has another id on each device, so two devices that decide about it
 * before they sync create two rows. They are recognised by their common articles. The earliest row gives its id.
 *
 * @param rows all rows, in any order
 */
export function mergeDecisions(rows: readonly StoryRow[]): StoryDecisions {
  const groups: StoryRow[][] = [];
  /** Only groups with a common article are compared: a file may contain any number of rows. */
  const groupsOf = new Map<string, Set<StoryRow[]>>();
  for (const row of [...rows].sort(isEarlier)) {
    const ids = Object.keys(row.members);
    const candidates = new Set(ids.flatMap((id) => [...(groupsOf.get(id) ?? [])]));
    let group = [...candidates].find((one) => one.every((other) => isSameStory(row, other)));
    if (group === undefined) {
      group = [];
      groups.push(group);
    }
    group.push(row);
    for (const id of ids) groupsOf.set(id, (groupsOf.get(id) ?? new Set()).add(group));
  }
  const merged = groups.map((group) => (group.length === 1 ? (group[0] as StoryRow) : mergeRows(group)));
  const idOf = groups.flatMap((group, i) => group.map(({ id }) => [id, merged[i]?.id ?? id] as const));
  return { rows: merged, byId: new Map(merged.map((row) => [row.id, row])), idOf: new Map(idOf) };
}
