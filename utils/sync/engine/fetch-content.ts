/**
 * Fetches content that is in the remote store but not on this device yet: pictures, and texts that could not be read
 * before.
 */
import { countImages } from '../../library/articles/article-images.ts';
import { queryImages } from '../../library/articles/article-parts.ts';
import { writeArticles } from '../../library/articles/article-writes.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ImageRow } from '../../library/types.ts';
import { openPicture } from '../format/content-file.ts';
import { contentFileName, isContentName } from '../format/remote-layout.ts';
import type { Kind } from '../format/segment-file.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { EMPTY_RECORD } from '../merge/record.ts';
import { type Field, timeOf } from '../merge/stamp.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine.ts';
import { keyOfLocalRef } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import {
  getOptionalFile,
  hasStopped,
  isFileUnavailable,
  maxPictureFileBytes,
  mustWaitForRetry,
} from './remote-files.ts';
import { writeState } from './sync-state.ts';
import { fetchTextFile } from './text-body.ts';
import { queueSiteDownloads } from './write-article.ts';

/** Articles that are processed in parallel. The pictures of one article are fetched one after the other. */
const BATCH_SIZE = 4;

/** Maximum size of a fetched picture; `image-caps.ts` has the limit for pictures from sites. */
const MAX_PICTURE_BYTES = 64 * 2 ** 20;

/** Allowed media types. A file of another type could be opened as a page of the extension. */
const TYPE = /^image\/[\w.+-]{1,60}$/;

function readPicture(value: unknown): SyncPicture | null {
  const { file, type, bytes } = (value ?? {}) as Partial<Record<keyof SyncPicture, unknown>>;
  if (!isContentName(file) || typeof type !== 'string' || !TYPE.test(type)) return null;
  if (!Number.isInteger(bytes) || (bytes as number) < 0 || (bytes as number) > MAX_PICTURE_BYTES) return null;
  return { file, type, bytes: bytes as number };
}

/**
 * `all`: everything that the remote store has is on this device now; `unavailable`: the server could not deliver some
 * of it.
 */
type FetchResult = 'all' | 'some' | 'unavailable';

/** The worse of two results. */
const worseOf = (a: FetchResult, b: FetchResult): FetchResult =>
  a === 'unavailable' || b === 'unavailable' ? 'unavailable' : a === 'some' ? a : b;

/**
 * @returns null if the file is missing or unreadable; `unavailable` if the server can't deliver it now; `refused` if it
 *   is not a picture that may be kept
 */
async function fetchPicture(
  engine: Engine,
  { file, type, bytes }: SyncPicture,
): Promise<Blob | null | 'unavailable' | 'refused'> {
  try {
    const found = await getOptionalFile(engine, 'content', contentFileName(file), maxPictureFileBytes(bytes));
    if (found === null) return null;
    const picture = new Blob([await openPicture(engine.key, file, bytes, found)], { type });
    return (await engine.cleanPicture(picture)) ?? 'refused';
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    console.warn('offprint: a picture in the remote store can’t be read', error);
    return isFileUnavailable(error.cause) ? 'unavailable' : null;
  }
}

async function savePicture({ db }: Engine, { id, articleId }: ImageRow, blob: Blob): Promise<void> {
  await db.transaction('rw', db.images, db.articles, db.counts, db.jobs, async () => {
    const image = await db.images.get(id);
    const article = await db.articles.get(articleId);
    if (image === undefined || article === undefined || image.state === 'saved') return;
    await db.images.put({ ...image, state: 'saved', error: null, blob, type: blob.type, bytes: blob.size });
    const jobs = await db.jobs.where('articleId').equals(articleId).toArray();
    await db.jobs.bulkDelete(jobs.filter(({ imageId }) => imageId === id).map((job) => job.id));
    countImages(article, await queryImages(db, articleId).toArray());
    await writeArticles(db, (writes) => writes.put(article));
  });
}

/** A missing file may still be on its way. After this time, it is requested from other devices and from the sites. */
const GRACE_PERIOD_MS = 24 * 3_600_000;

/** Pictures that no device has uploaded again after this time are given up. */
const GIVE_UP_AFTER_MS = 60 * 24 * 3_600_000;

/** @param missing receives the names of files that are not in the remote store */
async function fetchPictures(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const { db } = engine;
  const articleId = keyOfLocalRef(row.local);
  const images = (await queryImages(db, articleId).toArray()).filter(({ state }) => state !== 'saved');
  let fetched: FetchResult = 'all';
  const since = row.ungiven?.since ?? engine.now();
  const isGivenUp = engine.now() - since >= GIVE_UP_AFTER_MS;
  for (const image of images) {
    engine.signal.throwIfAborted();
    if (hasStopped(engine, 'content')) {
      // If nothing of this article was requested, the next run continues; it need not wait for the retry delay.
      fetched = worseOf(fetched, 'some');
      break;
    }
    const picture = readPicture(row.fields[`picture:${image.url}`]?.[1]);
    if (picture === null) continue;
    const blob = await fetchPicture(engine, picture);
    if (blob === 'unavailable') fetched = 'unavailable';
    else if (blob === null && !isGivenUp) {
      missing.push(picture.file);
      fetched = 'unavailable';
    } else if (blob instanceof Blob) await savePicture(engine, image, blob);
  }
  // Don't contact the sites, which would learn of this device, for what the server may deliver in an hour.
  if (fetched === 'all' || missing.length > 0 || engine.now() - since >= GRACE_PERIOD_MS)
    await db.transaction('rw', db.jobs, db.images, () => queueSiteDownloads(db, articleId, engine.now()));
  return fetched;
}

/** Maximum number of files in one request. */
const MAX_REQUESTED = 100;

/** The names of the files that a `missing` field requests. */
const requestedFiles = (field: Field | undefined): string[] =>
  Array.isArray(field?.[1]) ? field[1].filter(isContentName).slice(0, MAX_REQUESTED) : [];

/**
 * Records that files are missing from the remote store and, after a grace period, asks the devices that have them to
 * upload them again.
 */
async function requestMissingFiles(
  { db, clock, now }: Engine,
  key: string,
  files: readonly string[],
): Promise<void> {
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    const row = await db.syncRecords.get(key);
    if (row === undefined) return;
    const lackedAt = row.lackedAt ?? now();
    const { missing } = row.fields;
    // An older request is about an earlier loss.
    const asked = missing !== undefined && timeOf(missing[0]) >= lackedAt ? requestedFiles(missing) : [];
    const isAsked = files.every((file) => asked.includes(file));
    if (now() - lackedAt < GRACE_PERIOD_MS || isAsked) {
      if (row.lackedAt === undefined) await db.syncRecords.put({ ...row, lackedAt });
      return;
    }
    const wanted = [...new Set([...files, ...asked])].slice(0, MAX_REQUESTED);
    const fields = { ...row.fields, missing: [clock.next(missing?.[0] ?? null), wanted] as const };
    const fresh = [...new Set([...row.fresh, 'missing'])];
    await db.syncRecords.put({ ...row, lackedAt, fields, fresh, dirty: 1 });
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}

/** @param missing receives the name of the text's file if it is not in the remote store */
async function fetchText(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const text = row.fields.text?.[1] as { body?: unknown } | null | undefined;
  if (row.lacksText !== 1) return 'all';
  if (hasStopped(engine, 'content')) return 'some';
  if (typeof text?.body !== 'string') return 'some';
  const { key, local } = row;
  const body = await fetchTextFile(engine, text.body);
  // The file exists, and a device that uploaded it again would meet the same server error.
  if (body === 'unavailable') return 'unavailable';
  if (body === null) {
    missing.push(text.body);
    return 'some';
  }
  const bodies = new Map([[text.body, body]]);
  await reconcile(engine, [{ key, kind: row.kind as Kind, local, incoming: EMPTY_RECORD, bodies }]);
  return 'all';
}

async function fetchParts(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const text = await fetchText(engine, row, missing);
  if (engine.config.pictures !== 'none' && !engine.mayTransferPictures()) return worseOf(text, 'some');
  if (engine.config.pictures === 'none') {
    const { db } = engine;
    await db.transaction('rw', db.jobs, db.images, () =>
      queueSiteDownloads(db, keyOfLocalRef(row.local), engine.now()),
    );
    return text;
  }
  return worseOf(text, await fetchPictures(engine, row, missing));
}

/** Removes what was fetched from the wanted content, and starts a retry delay for what the server could not deliver. */
async function recordFetched(
  { db, now }: Engine,
  before: SyncRecordRow,
  fetched: FetchResult,
): Promise<void> {
  if (fetched === 'some') return;
  await db.transaction('rw', db.syncRecords, async () => {
    const row = await db.syncRecords.get(before.key);
    if (row === undefined) return;
    const { wants, ungiven: _, lackedAt: __, ...rest } = row;
    const since = before.ungiven?.since ?? now();
    if (fetched === 'unavailable' && wants)
      await db.syncRecords.put({ ...row, ungiven: { since, triedAt: now() } });
    else if (fetched === 'all' && !row.lacksText) await db.syncRecords.put(rest);
  });
}

/** Fetches all missing content. @throws the remote store's errors; the next call continues */
export async function fetchMissingContent(engine: Engine): Promise<void> {
  const { db } = engine;
  const keys = await db.syncRecords.where('wants').equals(1).primaryKeys();
  let done = 0;
  await inParallel(keys, BATCH_SIZE, async (key) => {
    engine.signal.throwIfAborted();
    engine.onProgress({ step: 'pictures', done, total: keys.length });
    const row = await db.syncRecords.get(key);
    if (row?.wants !== 1 || row.local === '' || mustWaitForRetry(engine, row.ungiven)) return;
    if (hasStopped(engine, 'content')) return;
    const missing: string[] = [];
    const fetched = await fetchParts(engine, row, missing);
    if (missing.length > 0) await requestMissingFiles(engine, row.key, missing);
    await recordFetched(engine, row, fetched);
    done += 1;
    await engine.yieldTurn();
  });
}
