/**
 * What the user changed in the library since, taken in with the time of now: soon after each change, whether there is
 * a network or not. Nothing in the library's own way of writing knows of it: what was changed is read from the change
 * log.
 */
import { imagesOf } from '../../library/articles/article-parts.ts';
import { parseRecordKey } from '../../library/log/record-keys.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ArticleRow, ImageRow } from '../../library/types.ts';
import type { Kind } from '../format/segment-file.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine-types.ts';
import { localOf, type Task } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { identityOfRow, kindOfTable, type SHELF_KINDS } from './shelf-kinds.ts';
import { syncSettings } from './sync-settings.ts';
import { type LookedAt, readState, writeState } from './sync-state.ts';

/** Things of one transaction: a save waits for its end. */
const AT_ONCE = 20;

/** A row that may have changed: what it is of, and its key as JSON, that of an article as it is. */
interface Place {
  kind: Kind;
  own: string;
}

/** What is known of a row that may have changed, and what is here of an article. */
interface Found {
  place: Place;
  known: SyncRecordRow | undefined;
  article: ArticleRow | undefined;
  /** Of its pictures, those that are here. */
  saved: ImageRow[];
}

/** In one transaction: one for each question takes several times as long as the questions. */
function findRows({ db, config }: Engine, places: readonly Place[]): Promise<Found[]> {
  return db.transaction('r', db.syncRecords, db.articles, db.images, () =>
    Promise.all(
      places.map(async (place): Promise<Found> => {
        const known = await db.syncRecords.where('local').equals(localOf(place.kind, place.own)).first();
        if (place.kind !== 'article') return { place, known, article: undefined, saved: [] };
        const article = await db.articles.get(place.own);
        const images = article && config.pictures !== 'none' ? await imagesOf(db, article.id).toArray() : [];
        return { place, known, article, saved: images.filter(({ state }) => state === 'saved') };
      }),
    ),
  );
}

/** Pictures of an article that are here and not known yet, with names for their files. */
async function freshPictures(
  engine: Engine,
  saved: readonly ImageRow[],
  known: SyncRecordRow | undefined,
): Promise<Task['pictures']> {
  if (saved.length === 0) return undefined;
  const fresh = saved.filter(({ url }) => (known?.fields[`picture:${url}`]?.[1] ?? null) === null);
  if (fresh.length > 0 && !engine.mayPictures()) {
    await writeState(engine.db, 'skipped', true);
    return undefined;
  }
  const found = new Map<string, SyncPicture>();
  for (const { url, blob, type, bytes } of fresh) {
    if (blob === null) continue;
    const file = engine.key.nameOf('picture', new Uint8Array(await blob.arrayBuffer()));
    found.set(url, { file, type, bytes });
  }
  return found;
}

async function taskOf(engine: Engine, { place, known, article, saved }: Found): Promise<Task | null> {
  const { db, key } = engine;
  const { kind, own } = place;
  const local = localOf(kind, own);
  if (kind === 'article') {
    if (article === undefined) return known ? { key: known.key, kind, local, coming: null } : null;
    const name = known?.key ?? key.nameOf('article', article.identity);
    const row = known ?? (saved.length > 0 ? await db.syncRecords.get(name) : undefined);
    const pictures = await freshPictures(engine, saved, row);
    return { key: name, kind, local, coming: null, ...(pictures && { pictures }) };
  }
  if (known !== undefined) return { key: known.key, kind, local, coming: null };
  const table = kind as keyof typeof SHELF_KINDS;
  const identity = await identityOfRow(db, table, own);
  return identity === null
    ? null
    : { key: key.nameOf('record', `${kind}\n${identity}`), kind, local, coming: null };
}

async function takeInTasks(engine: Engine, tasks: readonly Task[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += AT_ONCE) {
    await reconcile(engine, tasks.slice(from, from + AT_ONCE));
    await engine.breathe();
    engine.signal.throwIfAborted();
  }
}

async function takeInPlaces(engine: Engine, places: readonly Place[]): Promise<void> {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const tasks: Task[] = [];
    for (const found of await findRows(engine, places.slice(from, from + AT_ONCE))) {
      const task = await taskOf(engine, found);
      if (task !== null) tasks.push(task);
    }
    await takeInTasks(engine, tasks);
  }
}

/** Things whose records in the change log have these keys. */
function placesOf(keys: Iterable<string>): Place[] {
  const places = new Map<string, Place>();
  for (const key of keys) {
    const parsed = parseRecordKey(key);
    if (parsed === null) continue;
    const { table } = parsed;
    const shelf = kindOfTable(table);
    const isArticle = table === 'articles' || table === 'contents' || table === 'corrections';
    // A change of a highlight changes its article's row, too.
    if (shelf === null && !isArticle) continue;
    const [first] = [parsed.key].flat();
    const place: Place = shelf
      ? { kind: shelf, own: JSON.stringify(parsed.key) }
      : { kind: 'article', own: String(first) };
    places.set(localOf(place.kind, place.own), place);
  }
  return [...places.values()];
}

interface Changes {
  keys: string[];
  cursor: number;
  lookedAt: LookedAt;
}

/**
 * Keys of what was changed since. Numbers of segments and of notes are of one counter: what is written into the log
 * later has a number above that of every note that is left now, or its note is among those.
 */
function readChanges(db: LibraryDb, cursor: number): Promise<Changes> {
  return db.transaction('r', db.logNotes, db.logRecords, async () => {
    const notes = await db.logNotes.toArray();
    const records = await db.logRecords.where('segment').above(cursor).primaryKeys();
    const last = records.reduce((most, [, segment]) => Math.max(most, segment), cursor);
    // In order of their numbers.
    const first = notes[0]?.id ?? 0;
    return {
      keys: [...records.map(([key]) => key), ...notes.flatMap(({ keys }) => keys)],
      lookedAt: {
        upTo: Math.max(last, notes.at(-1)?.id ?? 0),
        noted: [...new Set(notes.flatMap(({ keys }) => keys))],
      },
      cursor: notes.length === 0 ? last : Math.max(cursor, Math.min(last, first - 1)),
    };
  });
}

/** Values of an index, without the rows. */
async function localsOf(db: LibraryDb, kind: Kind): Promise<string[]> {
  return (await db.syncRecords.where('local').startsWith(localOf(kind, '')).keys()) as string[];
}

/**
 * Things that are known and not here any more. The change log says what was deleted only until it is shredded, which
 * may be before the next run: what is missing is found by its absence.
 */
async function findVanished(db: LibraryDb): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const name of WALKED) {
    const kind = kindOfTable(name) ?? 'article';
    const known = db.syncRecords.where('local').startsWith(localOf(kind, ''));
    // Nothing is missing where there are as many. Of aliases some may not travel yet, and there are few.
    if (kind !== 'alias' && (await known.count()) <= (await db.table(name).count())) continue;
    const keys = await db.table<unknown, string>(name).toCollection().primaryKeys();
    const here = new Set(keys.map((key) => localOf(kind, kind === 'article' ? key : JSON.stringify(key))));
    for (const local of await localsOf(db, kind)) {
      const row = here.has(local) ? undefined : await db.syncRecords.where('local').equals(local).first();
      if (row !== undefined) tasks.push({ key: row.key, kind, local, coming: null });
    }
  }
  return tasks;
}

/** The tables whose rows travel, in the order of the first walk. */
const WALKED = ['lists', 'tags', 'smartLists', 'people', 'articles', 'aliases'];

/** The whole library, once, when sync is set up; goes on where it was stopped. */
async function walkLibrary(engine: Engine): Promise<void> {
  const { db } = engine;
  const walk = await readState(db, 'walk');
  if (walk === null) return;
  for (let at = walk.table, { last } = walk; at < WALKED.length; at += 1, last = null) {
    const name = WALKED[at] ?? '';
    const kind = kindOfTable(name) ?? 'article';
    for (;;) {
      const rows = db.table<unknown, string>(name).orderBy(':id');
      const keys = await (last === null ? rows : db.table<unknown, string>(name).where(':id').above(last))
        .limit(AT_ONCE)
        .primaryKeys();
      if (keys.length === 0) break;
      await takeInPlaces(
        engine,
        keys.map((key) => ({ kind, own: kind === 'article' ? String(key) : JSON.stringify(key) })),
      );
      last = keys.at(-1) ?? null;
      await writeState(db, 'walk', { ...walk, table: at, last });
    }
  }
  await db.syncState.delete('walk');
}

/** Sees to it that the whole library is looked at. */
export async function walkAnew(db: LibraryDb, first?: 'begin' | 'join'): Promise<void> {
  const how = first ?? (await readState(db, 'walk'))?.first;
  await writeState(db, 'walk', { table: 0, last: null, ...(how && { first: how }) });
  // What was changed before is seen by that.
  if (first !== undefined) await writeState(db, 'cursor', (await readChanges(db, 0)).cursor);
}

/**
 * Takes in what was changed.
 *
 * @throws the database's errors; the next call goes on
 */
export async function takeInChanges(engine: Engine): Promise<void> {
  const { db } = engine;
  if (engine.mayPictures() && (await readState(db, 'skipped')) === true) {
    await walkAnew(db);
    await db.syncState.delete('skipped');
  }
  await syncSettings(engine);
  const { keys, cursor, lookedAt } = await readChanges(db, (await readState(db, 'cursor')) ?? 0);
  await walkLibrary(engine);
  await takeInPlaces(engine, placesOf(keys));
  await takeInTasks(engine, await findVanished(db));
  await writeState(db, 'cursor', cursor);
  await writeState(db, 'lookedAt', lookedAt);
}
