/**
 * The user's decisions about stories, each in one transaction with undo. The first decision about a story stores a row
 * with its current articles, so that the story survives regrouping. Decisions are shown at once; the background then
 * places the affected articles.
 */
import type { StoryRow } from '../../stories/story-types.ts';
import { cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { StoryArticleRow } from '../types.ts';
import { decisionsChanged, storyDecisionTables } from './stories-changed.ts';
import { mergeDecisions, type StoryDecisions } from './story-decisions.ts';

/** What is needed to undo a decision. */
export interface StoryUndo {
  /** The former rows of the stories; null if there was none. */
  rows: { id: string; before: StoryRow | null }[];
  /** The former stories of articles. */
  placed: { articleId: string; storyId: string | null }[];
}

/** A decision that is being made. */
class DecisionDraft {
  readonly #db: LibraryDb;
  readonly #now = Date.now();
  readonly #before: ReadonlyMap<string, StoryRow>;
  readonly #decisions: StoryDecisions;
  /** New rows; null deletes one. */
  readonly #after = new Map<string, StoryRow | null>();
  readonly #placed = new Map<string, string | null>();

  constructor(db: LibraryDb, rows: readonly StoryRow[]) {
    this.#db = db;
    this.#before = new Map(rows.map((row) => [row.id, row]));
    this.#decisions = mergeDecisions(rows);
  }

  /** Ids of all articles that grouping or the user has put into a story. */
  articlesOf(storyId: string): Promise<string[]> {
    return this.#db.storyArticles.where('storyId').equals(storyId).primaryKeys();
  }

  async storyOf(articleId: string): Promise<string | null> {
    return (await this.#db.storyArticles.get(articleId))?.storyId ?? null;
  }

  /** The row of a story, to be changed; null if there is no such story. */
  async change(id: string): Promise<StoryRow | null> {
    const actual = this.#decisions.idOf.get(id) ?? id;
    const draftedRow = this.#after.get(actual);
    if (draftedRow !== undefined) return draftedRow;
    const existing = this.#decisions.byId.get(actual);
    const articles = await this.articlesOf(actual);
    if (existing === undefined && articles.length === 0) return null;
    const members = Object.fromEntries(articles.map((articleId) => [articleId, true]));
    const row = existing === undefined ? this.create(actual) : { ...existing, updatedAt: this.#now };
    row.members = { ...members, ...existing?.members };
    // Rows of other devices about the same story become part of this one.
    for (const [otherId, of] of this.#decisions.idOf) {
      if (of !== actual || otherId === actual) continue;
      this.#after.set(otherId, null);
      for (const articleId of await this.articlesOf(otherId)) this.#placed.set(articleId, actual);
    }
    this.#after.set(actual, row);
    return row;
  }

  create(id: string): StoryRow {
    const [createdAt, updatedAt] = [this.#now, this.#now];
    const row: StoryRow = { id, title: null, members: {}, createdAt, updatedAt };
    this.#after.set(id, row);
    return row;
  }

  delete(id: string): void {
    this.#after.set(id, null);
  }

  /** Moves an article into a story. */
  async put(articleId: string, row: StoryRow): Promise<void> {
    for (const { id, members } of this.#decisions.rows) {
      if (id === row.id || members[articleId] !== true) continue;
      const other = await this.change(id);
      // It may have been excluded meanwhile, by a split.
      if (other?.members[articleId] === true) delete other.members[articleId];
    }
    row.members[articleId] = true;
    this.#placed.set(articleId, row.id);
  }

  exclude(articleId: string, row: StoryRow): void {
    row.members[articleId] = false;
    this.#placed.set(articleId, null);
  }

  async write(): Promise<StoryUndo> {
    const changes = [...this.#after].map(([id, after]) => ({
      id,
      before: this.#before.get(id) ?? null,
      after,
    }));
    const moved = this.#db.storyArticles.where('articleId').anyOf([...this.#placed.keys()]);
    const placed = (await moved.toArray()).map(({ articleId, storyId }) => ({ articleId, storyId }));
    await writeChanges(this.#db, changes, this.#placed);
    return { rows: changes.map(({ id, before }) => ({ id, before })), placed };
  }
}

interface Change {
  id: string;
  /** Null if there is no row. */
  before: StoryRow | null;
  after: StoryRow | null;
}

const membersKey = (row: StoryRow | null): string =>
  JSON.stringify(Object.entries(row?.members ?? {}).sort());

/** Writes rows and places articles. Must run inside the caller's transaction. */
async function writeChanges(
  db: LibraryDb,
  changes: readonly Change[],
  placements: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const { id, after } of changes) await (after === null ? db.stories.delete(id) : db.stories.put(after));
  const ids = [...placements.keys()];
  const [placed, queued] = [await db.storyArticles.bulkGet(ids), await db.storyQueue.bulkGet(ids)];
  const movedRows = ids.flatMap((articleId, i): StoryArticleRow[] => {
    const row = placed[i] ?? (queued[i] && { articleId, publishedAt: 0 });
    return row === undefined ? [] : [{ ...row, storyId: placements.get(articleId) ?? null }];
  });
  if (movedRows.length > 0) await db.storyArticles.bulkPut(movedRows);
  // A title changes no article's place.
  const moved = changes.filter(({ before, after }) => membersKey(before) !== membersKey(after));
  await decisionsChanged(
    db,
    moved.flatMap(({ before, after }) => [after ?? [], before ?? []].flat()),
  );
}

async function decide(db: LibraryDb, work: (draft: DecisionDraft) => Promise<void>): Promise<StoryUndo> {
  return db.write(storyDecisionTables(db), async () => {
    const draft = new DecisionDraft(db, await db.stories.toArray());
    await work(draft);
    return draft.write();
  });
}

/** Renames a story. @param title null or blank to derive the title from the articles */
export function renameStory(id: string, title: string | null, db: LibraryDb = library): Promise<StoryUndo> {
  return decide(db, async (draft) => {
    const row = await draft.change(id);
    if (row !== null) row.title = cleanLineOrNull(title, LINE_LIMITS.title);
  });
}

/** Permanently excludes articles from their current stories. */
export function removeFromStory(articleIds: readonly string[], db: LibraryDb = library): Promise<StoryUndo> {
  return decide(db, async (draft) => {
    for (const articleId of articleIds) {
      const storyId = await draft.storyOf(articleId);
      const row = storyId === null ? null : await draft.change(storyId);
      if (row !== null) draft.exclude(articleId, row);
    }
  });
}

/** Adds articles to a story and removes them from their former stories. */
export function addToStory(
  storyId: string,
  articleIds: readonly string[],
  db: LibraryDb = library,
): Promise<StoryUndo> {
  return decide(db, async (draft) => {
    const row = await draft.change(storyId);
    if (row === null) return;
    for (const id of articleIds) await draft.put(id, row);
  });
}

/** Merges stories into the first one, which keeps its title, or else gets the first title that another one has. */
export function mergeStories(ids: readonly string[], db: LibraryDb = library): Promise<StoryUndo> {
  return decide(db, async (draft) => {
    const [first, ...others] = ids;
    const row = first === undefined ? null : await draft.change(first);
    if (row === null) return;
    for (const id of others) {
      const other = await draft.change(id);
      if (other === null || other.id === row.id) continue;
      row.title ??= other.title;
      for (const articleId of await draft.articlesOf(other.id)) await draft.put(articleId, row);
      for (const [articleId, isMember] of Object.entries(other.members))
        if (isMember) await draft.put(articleId, row);
        else row.members[articleId] ??= false;
      draft.delete(other.id);
    }
  });
}

/** Moves articles to a new story, and permanently excludes them from their former ones. */
export function splitStory(articleIds: readonly string[], db: LibraryDb = library): Promise<StoryUndo> {
  return decide(db, async (draft) => {
    if (articleIds.length === 0) return;
    const formerStories = new Map<string, string | null>();
    for (const id of articleIds) formerStories.set(id, await draft.storyOf(id));
    const row = draft.create(crypto.randomUUID());
    for (const [articleId, storyId] of formerStories) {
      const former = storyId === null ? null : await draft.change(storyId);
      if (former !== null) draft.exclude(articleId, former);
      await draft.put(articleId, row);
    }
  });
}

/** Undoes a decision. Articles that were permanently deleted since are not restored to the stories. */
export async function undoStoryDecision(undo: StoryUndo, db: LibraryDb = library): Promise<void> {
  await db.write([...storyDecisionTables(db), db.articles], async () => {
    const ids = undo.rows.flatMap(({ before }) => Object.keys(before?.members ?? {}));
    const articles = new Set(await db.articles.where('id').anyOf(ids).primaryKeys());
    const current = await db.stories.bulkGet(undo.rows.map(({ id }) => id));
    const known = new Set(current.flatMap((row) => Object.keys(row?.members ?? {})));
    const changes = undo.rows.map(({ id, before: former }, i): Change => {
      const before = current[i] ?? null;
      if (former === null) return { id, before, after: null };
      // Members without an article stay if the current rows have them, since sync may not have delivered them yet.
      const members = Object.entries(former.members).filter(([one]) => articles.has(one) || known.has(one));
      const after = { ...former, members: Object.fromEntries(members), updatedAt: Date.now() };
      return { id, before, after };
    });
    await writeChanges(db, changes, new Map(undo.placed.map((one) => [one.articleId, one.storyId])));
  });
}
