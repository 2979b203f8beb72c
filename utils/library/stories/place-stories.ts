/** Groups the articles that have changed into stories, in the background. */
import type { Table, WhereClause } from 'dexie';
import {
  groupInSlices,
  MAX_NEARBY,
  placeArticles,
  STORY_SAMPLE,
  STORY_WINDOW_DAYS,
} from '../../stories/group-stories.ts';
import { profileArticle, STORY_PROFILE_VERSION } from '../../stories/profile.ts';
import type { StoryPlacement, StoryProfile, StoryRow } from '../../stories/story-types.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import type { StoryArticleRow } from '../types.ts';
import { storiesChanged } from './stories-changed.ts';
import { mergeDecisions } from './story-decisions.ts';

/** Key in `meta`: the version of the profiles that all articles have, or have been marked to get. */
const VERSION_KEY = 'storyProfiles';

/** Articles whose profiles are computed at a time. */
const PROFILE_BATCH = 8;
/** Profiles that are read at a time when everything is grouped. */
const READ_BATCH = 50;
/** Rows per transaction that only marks or places them. */
const ROW_BATCH = 500;
/** If more articles are to be placed, the whole library is grouped instead, which reads each profile only once. */
const MAX_PLACED_SINGLY = 300;
/** Maximum number of articles that are placed together, and maximum span of their publication times. */
const PLACE_BATCH = 50;
const PLACE_SPAN_MS = 2 * 86_400_000;

/** Number of profiles from which word frequencies are computed to explain a story. */
export const REASON_SAMPLE = 200;

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

/** Marks all articles after an update of the profiles, and in a new or restored database. */
async function markAllIfOutdated(db: LibraryDb, pause: () => Promise<void>): Promise<void> {
  if ((await db.meta.get(VERSION_KEY))?.value === STORY_PROFILE_VERSION) return;
  const ids = await db.articles.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += ROW_BATCH) {
    const some = ids.slice(from, from + ROW_BATCH);
    await db.transaction('rw', db.storyArticles, async () => storiesChanged(db, some));
    await pause();
  }
  await db.meta.put({ key: VERSION_KEY, value: STORY_PROFILE_VERSION });
}

/** Computes some missing profiles. @returns whether there were any */
async function computeBatch(db: LibraryDb): Promise<boolean> {
  const due = await db.storyArticles.where('due').equals('profile').limit(PROFILE_BATCH).toArray();
  if (due.length === 0) return false;
  const ids = due.map(({ articleId }) => articleId);
  const profiles = await computeProfiles(db, ids);
  await db.transaction('rw', db.storyArticles, db.storyProfiles, async () => {
    const now = await db.storyArticles.bulkGet(ids);
    for (const [i, row] of now.entries()) {
      // Changed meanwhile, and due again.
      if (row === undefined || row.mark !== due[i]?.mark) continue;
      const profile = profiles.get(row.articleId);
      if (profile === undefined) {
        await db.storyArticles.delete(row.articleId);
        await db.storyProfiles.delete(row.articleId);
        continue;
      }
      await db.storyProfiles.put(profile);
      await db.storyArticles.put({ ...row, publishedAt: profile.publishedAt, due: 'place' });
    }
  });
  return true;
}

/**
 * The profiles nearest to a time on either side. Must run inside a transaction that includes `storyProfiles`.
 *
 * @param first the time, or the start of a range to skip, in milliseconds since 1970
 * @param count maximum number of profiles
 * @param last end of the range to skip
 */
export async function readNearestProfiles(
  db: LibraryDb,
  first: number,
  count: number,
  last = first,
): Promise<StoryProfile[]> {
  const index = (): WhereClause<StoryProfile, string> => db.storyProfiles.where('publishedAt');
  const before = await index().below(first).reverse().limit(count).toArray();
  const after = await index().aboveOrEqual(last).limit(count).toArray();
  const distance = ({ publishedAt }: StoryProfile): number =>
    Math.max(first - publishedAt, publishedAt - last);
  return [...before, ...after].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

/**
 * The profiles within the window of some times, and at least a sample of those nearest in time; at most `MAX_NEARBY`.
 *
 * @param times in milliseconds since 1970, at least one
 */
export async function readNearbyProfiles(db: LibraryDb, times: readonly number[]): Promise<StoryProfile[]> {
  const ranges = times.map((time): [number, number] => [time - WINDOW_MS, time + WINDOW_MS]);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const window = db.storyProfiles.where('publishedAt').inAnyRange(ranges);
  const size = await window.count();
  if (size > MAX_NEARBY) return readNearestProfiles(db, (first + last) / 2, MAX_NEARBY);
  const within = await window.toArray();
  if (size >= STORY_SAMPLE) return within;
  return [
    ...within,
    ...(await readNearestProfiles(db, first - WINDOW_MS, STORY_SAMPLE - size, last + WINDOW_MS)),
  ];
}

/** The data for placing a batch of articles. */
interface PlacementInput {
  nearby: StoryProfile[];
  previous: Map<string, string | null>;
  decisions: StoryRow[];
}

function readPlacementInput(db: LibraryDb, due: readonly StoryArticleRow[]): Promise<PlacementInput> {
  return db.transaction('r', db.storyArticles, db.storyProfiles, db.stories, async () => {
    const decisions = mergeDecisions(await db.stories.toArray()).rows;
    const ids = new Set(due.map(({ articleId }) => articleId));
    const decided = decisions.filter(({ members }) => Object.keys(members).some((id) => ids.has(id)));
    const stories = new Set([...due.flatMap(({ storyId }) => storyId ?? []), ...decided.map(({ id }) => id)]);
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

/**
 * Stores placements, except for articles that have changed meanwhile: they are due again.
 *
 * @param marks by article, as they were read: a placed article without a placement stands alone
 */
async function storePlacements(
  db: LibraryDb,
  placements: readonly StoryPlacement[],
  marks: ReadonlyMap<string, number | undefined>,
): Promise<void> {
  const placed = new Map(placements.map((one) => [one.articleId, one]));
  const ids = [...new Set([...placed.keys(), ...marks.keys()])];
  for (let from = 0; from < ids.length; from += ROW_BATCH) {
    await db.transaction('rw', db.storyArticles, async () => {
      const rows = await db.storyArticles.bulkGet(ids.slice(from, from + ROW_BATCH));
      const fresh = rows.flatMap((row): StoryArticleRow[] => {
        if (row === undefined || row.mark !== marks.get(row.articleId)) return [];
        const { articleId, publishedAt } = row;
        return [{ articleId, storyId: placed.get(articleId)?.storyId ?? null, publishedAt }];
      });
      if (fresh.length > 0) await db.storyArticles.bulkPut(fresh);
    });
  }
}

/** All rows, some at a time: read at once, the profiles of ten thousand articles take 200 MB. */
async function* readAll<Row>(table: Table<Row, string>, batch: number): AsyncGenerator<Row[]> {
  const ids = await table.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += batch) {
    const some = await table.bulkGet(ids.slice(from, from + batch));
    yield some.filter((row) => row !== undefined);
  }
}

async function groupAll(db: LibraryDb, pause: () => Promise<void>): Promise<void> {
  const decisions = mergeDecisions(await db.stories.toArray()).rows;
  const previous = new Map<string, string | null>();
  const marks = new Map<string, number | undefined>();
  for await (const rows of readAll(db.storyArticles, ROW_BATCH)) {
    for (const { articleId, storyId, due, mark } of rows) {
      previous.set(articleId, storyId);
      if (due === 'place') marks.set(articleId, mark);
    }
    await pause();
  }
  const addresses = new Set((await db.articles.orderBy('addresses').uniqueKeys()).map(String));
  const profiles = readAll(db.storyProfiles, READ_BATCH);
  const placements = await groupInSlices(profiles, addresses, previous, decisions, pause);
  const fresh = placements.filter(
    ({ articleId, storyId }) => previous.get(articleId) !== storyId || marks.has(articleId),
  );
  await storePlacements(db, fresh, marks);
}

/** Places some articles, or all if there are many. @returns whether there were any */
async function placeBatch(db: LibraryDb, pause: () => Promise<void>): Promise<boolean> {
  const isDue = db.storyArticles.where('due').equals('place');
  if ((await isDue.count()) > MAX_PLACED_SINGLY) {
    await groupAll(db, pause);
    return true;
  }
  const due = await isDue.toArray();
  if (due.length === 0) return false;
  due.sort((a, b) => a.publishedAt - b.publishedAt);
  const first = due[0]?.publishedAt ?? 0;
  const some = due.slice(0, PLACE_BATCH).filter(({ publishedAt }) => publishedAt - first <= PLACE_SPAN_MS);
  const { nearby, previous, decisions } = await readPlacementInput(db, some);
  const ids = some.map(({ articleId }) => articleId);
  const marks = new Map(some.map(({ articleId, mark }) => [articleId, mark]));
  await storePlacements(db, placeArticles(ids, nearby, previous, decisions), marks);
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
