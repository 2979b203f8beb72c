/** Groups the articles that have changed into stories, in the background. */
import type { Collection, WhereClause } from 'dexie';
import { runInSlices } from '../../page/in-slices.ts';
import { MAX_NEARBY, placeInSteps, STORY_SAMPLE, STORY_WINDOW_DAYS } from '../../stories/group-stories.ts';
import { profileArticle, STORY_PROFILE_VERSION } from '../../stories/profile.ts';
import type { StoryPlacement, StoryProfile, StoryRow } from '../../stories/story-types.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import type { StoryArticleRow, StoryQueueRow } from '../types.ts';
import { storiesChanged } from './stories-changed.ts';
import { mergeDecisions } from './story-decisions.ts';

/** Key in `meta`: the version of the profiles that all articles have, or are queued for. */
const VERSION_KEY = 'storyProfiles';

/** Articles whose profiles are computed at a time. */
const PROFILE_BATCH = 8;
/** Rows per transaction that only queues them. */
const ROW_BATCH = 500;
/** Maximum number of articles that are placed together. */
const MAX_PLACED = 300;
/** Articles of so many ms are placed together even if there are more than `MAX_NEARBY` around them. */
const SAME_EVENT_MS = 2 * 86_400_000;

const WINDOW_MS = STORY_WINDOW_DAYS * 86_400_000;

/**
 * The links in an article's own sanitised HTML, in which attributes are quoted. Older browsers don't escape `<` in them,
 * so it ends the match: otherwise a malicious attribute would take quadratic time.
 */
const HREF = /<a\s[^<>]*?href="(https?:[^"]*)"/gi;
/** Maximum number of links read; more are navigation. */
const MAX_LINKS = 300;

function extractLinks(html: string): string[] {
  const links = html.matchAll(HREF).take(MAX_LINKS);
  return [...new Set([...links].map(([, href = '']) => normaliseAddress(href.replaceAll('&amp;', '&'))))];
}

/** Profiles by article id; none for articles that are gone or have no text. */
async function computeProfiles(db: LibraryDb, ids: string[]): Promise<Map<string, StoryProfile>> {
  const { articles, contents, quoteSets } = db;
  const [rows, texts, sets] = await db.transaction('r', articles, contents, quoteSets, () =>
    Promise.all([articles.bulkGet(ids), contents.bulkGet(ids), quoteSets.bulkGet(ids)]),
  );
  const profiles = new Map<string, StoryProfile>();
  for (const [i, article] of rows.entries()) {
    const [content, set] = [texts[i], sets[i]];
    if (article === undefined || content === undefined || !article.hasText) continue;
    const quotes = set === undefined ? [] : unpackQuotes(set);
    const { text, html } = content;
    profiles.set(
      article.id,
      profileArticle({ ...article, text, quotes, linkedAddresses: extractLinks(html) }),
    );
  }
  return profiles;
}

/** Queues all articles after an update of the profiles, and in a new or restored database. */
async function markAllIfOutdated(db: LibraryDb, pause: () => Promise<void>): Promise<void> {
  if ((await db.meta.get(VERSION_KEY))?.value === STORY_PROFILE_VERSION) return;
  const ids = await db.articles.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += ROW_BATCH) {
    const some = ids.slice(from, from + ROW_BATCH);
    await db.transaction('rw', db.storyQueue, async () => storiesChanged(db, some));
    await pause();
  }
  await db.meta.put({ key: VERSION_KEY, value: STORY_PROFILE_VERSION });
}

/** Computes some missing profiles. @returns whether there were any */
async function computeBatch(db: LibraryDb): Promise<boolean> {
  const { storyQueue, storyArticles, storyProfiles } = db;
  const due = await storyQueue.where('step').equals('profile').limit(PROFILE_BATCH).toArray();
  if (due.length === 0) return false;
  const ids = due.map(({ articleId }) => articleId);
  const profiles = await computeProfiles(db, ids);
  await db.transaction('rw', storyQueue, storyArticles, storyProfiles, async () => {
    const queued = await storyQueue.bulkGet(ids);
    // An article that has changed in the meantime stays in the queue as it is.
    const done = ids.filter((_, i) => queued[i]?.mark === due[i]?.mark);
    const computed = done.flatMap((id) => profiles.get(id) ?? []);
    const withoutText = done.filter((id) => !profiles.has(id));
    if (computed.length > 0) {
      await storyProfiles.bulkPut(computed);
      await storyQueue.bulkPut(
        computed.map(({ articleId, publishedAt }) => ({
          ...{ articleId, step: 'place', publishedAt },
          mark: Math.random(),
        })),
      );
    }
    if (withoutText.length > 0)
      for (const table of [storyQueue, storyArticles, storyProfiles]) await table.bulkDelete(withoutText);
  });
  return true;
}

/**
 * The profiles nearest to a time on either side. Must run inside a transaction that includes `storyProfiles`.
 *
 * @param time Unix timestamp in ms
 * @param count maximum number of profiles
 */
async function readNearestProfiles(db: LibraryDb, time: number, count: number): Promise<StoryProfile[]> {
  const index = (): WhereClause<StoryProfile, string> => db.storyProfiles.where('publishedAt');
  const before = await index().below(time).reverse().limit(count).toArray();
  const after = await index().aboveOrEqual(time).limit(count).toArray();
  const distance = ({ publishedAt }: StoryProfile): number => Math.abs(time - publishedAt);
  return [...before, ...after].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

/** The time windows around some times, as separate ranges in ascending order. */
function getWindows(times: readonly number[]): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (const time of times.toSorted((a, b) => a - b)) {
    const last = windows.at(-1);
    if (last !== undefined && time - WINDOW_MS <= last[1]) last[1] = time + WINDOW_MS;
    else windows.push([time - WINDOW_MS, time + WINDOW_MS]);
  }
  return windows;
}

/** One range at a time, because a query of several ranges reads one row after the other. */
const queryWindows = (db: LibraryDb, times: readonly number[]): Collection<StoryProfile, string>[] =>
  getWindows(times).map(([from, to]) => db.storyProfiles.where('publishedAt').between(from, to, true, true));

async function countWindows(db: LibraryDb, times: readonly number[]): Promise<number> {
  const counts = await Promise.all(queryWindows(db, times).map((window) => window.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The profiles within the window of some times, and at least a sample of those nearest in time; at most `MAX_NEARBY`.
 *
 * @param times Unix timestamps in ms, at least one
 */
export async function readNearbyProfiles(db: LibraryDb, times: readonly number[]): Promise<StoryProfile[]> {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const size = await countWindows(db, times);
  if (size > MAX_NEARBY) return readNearestProfiles(db, (first + last) / 2, MAX_NEARBY);
  const within = (await Promise.all(queryWindows(db, times).map((window) => window.toArray()))).flat();
  if (size >= STORY_SAMPLE) return within;
  const known = new Set(within.map(({ articleId }) => articleId));
  const nearest = await readNearestProfiles(db, (first + last) / 2, STORY_SAMPLE);
  return [...within, ...nearest.filter(({ articleId }) => !known.has(articleId))].slice(0, STORY_SAMPLE);
}

/** The data for placing a batch of articles. */
interface PlacementInput {
  nearby: StoryProfile[];
  previous: Map<string, string | null>;
  decisions: StoryRow[];
}

function readPlacementInput(db: LibraryDb, due: readonly StoryQueueRow[]): Promise<PlacementInput> {
  return db.transaction('r', db.storyArticles, db.storyProfiles, db.stories, async () => {
    const decisions = mergeDecisions(await db.stories.toArray()).rows;
    const ids = new Set(due.map(({ articleId }) => articleId));
    const decided = decisions.filter(({ members }) => Object.keys(members).some((id) => ids.has(id)));
    const placed = await db.storyArticles.bulkGet([...ids]);
    const stories = new Set([...placed.flatMap((row) => row?.storyId ?? []), ...decided.map(({ id }) => id)]);
    const others = await db.storyArticles
      .where('storyId')
      .anyOf([...stories])
      .toArray();
    const members = [...new Set(decided.flatMap((row) => Object.keys(row.members)))];
    const near = await readNearbyProfiles(
      db,
      due.map(({ publishedAt }) => publishedAt),
    );
    // A story that the user has merged may span a year, so profiles near its other articles are not read.
    const known = new Set(near.map(({ articleId }) => articleId));
    const far = new Set([...ids, ...others.map(({ articleId }) => articleId), ...members]).difference(known);
    const profiles = far.size === 0 ? [] : await db.storyProfiles.bulkGet([...far]);
    const nearby = [...near, ...profiles.filter((profile) => profile !== undefined)];
    const rows = await db.storyArticles.bulkGet(nearby.map(({ articleId }) => articleId));
    const previous = new Map(
      rows.flatMap((row) => (row === undefined ? [] : [[row.articleId, row.storyId] as const])),
    );
    return { nearby, previous, decisions };
  });
}

/** Stores placements. Placed articles that have changed in the meantime stay in the queue. */
async function storePlacements(
  db: LibraryDb,
  due: readonly StoryQueueRow[],
  { nearby, previous }: PlacementInput,
  placements: readonly StoryPlacement[],
): Promise<void> {
  const times = new Map(nearby.map(({ articleId, publishedAt }) => [articleId, publishedAt]));
  await db.transaction('rw', db.storyQueue, db.storyArticles, async () => {
    const dueIds = due.map(({ articleId }) => articleId);
    const queued = await db.storyQueue.bulkGet(dueIds);
    const done = dueIds.filter((_, i) => queued[i]?.mark === due[i]?.mark);
    const ids = placements.map(({ articleId }) => articleId);
    const current = await db.storyArticles.bulkGet(ids);
    const changed = new Set(dueIds).difference(new Set(done));
    const rows = placements.flatMap(({ articleId, storyId }, i): StoryArticleRow[] => {
      // The user has moved it in the meantime.
      const isOutdated = (current[i]?.storyId ?? null) !== (previous.get(articleId) ?? null);
      if (isOutdated || changed.has(articleId)) return [];
      return [{ articleId, storyId, publishedAt: times.get(articleId) ?? 0 }];
    });
    if (rows.length > 0) await db.storyArticles.bulkPut(rows);
    if (done.length > 0) await db.storyQueue.bulkDelete(done);
  });
}

/**
 * The next articles to place, in chronological order: as many as have at most `MAX_NEARBY` articles around them, so that
 * each of those is read only a few times however many articles are placed.
 */
async function readDue(db: LibraryDb): Promise<StoryQueueRow[]> {
  const all = await db.storyQueue.where('step').equals('place').toArray();
  all.sort((a, b) => a.publishedAt - b.publishedAt);
  const times = all.slice(0, MAX_PLACED).map(({ publishedAt }) => publishedAt);
  let size = times.length;
  while (
    (times[size - 1] ?? 0) - (times[0] ?? 0) > SAME_EVENT_MS &&
    (await countWindows(db, times.slice(0, size))) > MAX_NEARBY
  )
    size = Math.ceil(size / 2);
  return all.slice(0, size);
}

/** Places some articles. @returns whether there were any */
async function placeBatch(db: LibraryDb, pause: () => Promise<void>): Promise<boolean> {
  const due = await readDue(db);
  if (due.length === 0) return false;
  const input = await readPlacementInput(db, due);
  const ids = due.map(({ articleId }) => articleId);
  const steps = placeInSteps(ids, input.nearby, input.previous, input.decisions);
  await storePlacements(db, due, input, await runInSlices(steps, { pause }));
  return true;
}

/**
 * Computes all missing profiles and places their articles; returns at once if nothing is due. May be interrupted at any
 * time and repeated.
 *
 * @param pause awaited between steps, so that other work can use the database
 */
export async function placeStories(pause: () => Promise<void>, db: LibraryDb = library): Promise<void> {
  await markAllIfOutdated(db, pause);
  while ((await computeBatch(db)) || (await placeBatch(db, pause))) await pause();
}
