/** The user's decisions about stories, as far as two devices may have made them about the same story. Pure. */
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

/** Whether both contain a common article, and neither excludes one of the other's. */
function areOne(a: StoryRow, b: StoryRow): boolean {
  const both = Object.keys(a.members).filter((id) => Object.hasOwn(b.members, id));
  return both.some((id) => a.members[id] === true) && both.every((id) => a.members[id] === b.members[id]);
}

/** The decisions of several rows about one story. The latest row decides. */
function fold(rows: readonly StoryRow[]): StoryRow {
  const [first] = [...rows].sort(isEarlier) as [StoryRow];
  const folded: StoryRow = { ...first, members: {} };
  for (const { title, pinnedAt, members, updatedAt } of [...rows].sort(isOlder)) {
    folded.title = title ?? folded.title;
    folded.pinnedAt = pinnedAt ?? folded.pinnedAt;
    folded.updatedAt = updatedAt;
    Object.assign(folded.members, members);
  }
  return folded;
}

/**
 * Combines rows about one story: an automatic story has another id on each device, so two devices that decide about it
 * before they sync create two rows. They are recognised by a common article. The earliest row gives its id.
 *
 * @param rows all rows, in any order
 */
export function foldDecisions(rows: readonly StoryRow[]): StoryDecisions {
  const groups: StoryRow[][] = [];
  for (const row of [...rows].sort(isEarlier)) {
    const group = groups.find((one) => one.every((other) => areOne(row, other)));
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  const folded = groups.map((group) => (group.length === 1 ? (group[0] as StoryRow) : fold(group)));
  const idOf = groups.flatMap((group, i) => group.map(({ id }) => [id, folded[i]?.id ?? id] as const));
  return { rows: folded, byId: new Map(folded.map((row) => [row.id, row])), idOf: new Map(idOf) };
}
