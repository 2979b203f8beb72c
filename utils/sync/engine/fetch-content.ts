/**
 * Fetches content files that this device lacks: pictures, and texts that could not be fetched together with their
 * records.
 */
import { countImages } from '../../library/articles/article-images.ts';
import { queryImages } from '../../library/articles/article-parts.ts';
import { writeArticles } from '../../library/articles/article-writes.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ImageRow } from '../../library/types.ts';
import { openPicture } from '../format/content-file.ts';
import { contentFileName, isContentName } from '../format/remote-layout.ts';
import type { RecordKind } from '../format/segment-file.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { EMPTY_RECORD } from '../merge/record.ts';
import { type Field, timeOf } from '../merge/stamp.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine.ts';
import { keyOfLocalRef } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import {
  getMaxPictureFileBytes,
  getOptionalFile,
  hasTooManyFailures,
  isFileUnavailable,
  mustWaitForRetry,
} from './remote-files.ts';
import { writeState } from './sync-state.ts';
import { fetchTextFile } from './text-body.ts';
import { queueSiteDownloads } from './write-article.ts';

/** Number of articles that are processed concurrently. The pictures of one article are fetched one after the other. */
const BATCH_SIZE = 4;

/** Maximum size of a picture. The limit for pictures from sites is in `image-limits.ts`. */
const MAX_PICTURE_BYTES = 64 * 2 ** 20;

/** Allowed media types. A file of another type, such as HTML, could be opened as a page of the extension. */
const MEDIA_TYPE = /^image\/[\w.+-]{1,60}$/;

function parsePicture(value: unknown): SyncPicture | null {
  const { file, type, bytes } = (value ?? {}) as Partial<Record<keyof SyncPicture, unknown>>;
  if (!isContentName(file) || typeof type !== 'string' || !MEDIA_TYPE.test(type)) return null;
  if (!Number.isInteger(bytes) || (bytes as number) < 0 || (bytes as number) > MAX_PICTURE_BYTES) return null;
  return { file, type, bytes: bytes as number };
}

/**
 * `all`: this device now has all of the article's content that is in the remote store. `some`: it lacks a part that the
 * next run may fetch. `unavailable`: the server could not deliver a part, which is retried after a delay.
 */
type FetchResult = 'all' | 'some' | 'unavailable';

/** The worse of two results. */
const pickWorseResult = (a: FetchResult, b: FetchResult): FetchResult =>
  a === 'unavailable' || b === 'unavailable' ? 'unavailable' : a === 'some' ? a : b;

/**
 * Fetches a picture.
 *
 * @returns null if the file is missing or unreadable; `unavailable` if the server can't deliver it now; `refused` if it
 *   must be discarded
 * @throws the remote store's errors that concern more than this file
 */
async function fetchPicture(
  engine: Engine,
  { file, type, bytes }: SyncPicture,
): Promise<Blob | null | 'unavailable' | 'refused'> {
  try {
    const encrypted = await getOptionalFile(
      engine,
      'content',
      contentFileName(file),
      getMaxPictureFileBytes(bytes),
    );
    if (encrypted === null) return null;
    const picture = new Blob([await openPicture(engine.key, file, bytes, encrypted)], { type });
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

/**
 * A missing file may still be uploading. After this time, other devices are asked to upload it again. After the same time,
 * pictures that the server does not deliver are downloaded from the sites.
 */
const GRACE_PERIOD_MS = 24 * 3_600_000;

/** Missing pictures that no device has uploaded again within this time are no longer retried. */
const GIVE_UP_AFTER_MS = 60 * 24 * 3_600_000;

/** Fetches an article's pictures. @param missing receives the names of files that are not in the remote store */
async function fetchPictures(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const { db } = engine;
  const articleId = keyOfLocalRef(row.local);
  const images = (await queryImages(db, articleId).toArray()).filter(({ state }) => state !== 'saved');
  let result: FetchResult = 'all';
  const since = row.ungiven?.since ?? engine.now();
  const isGivenUp = engine.now() - since >= GIVE_UP_AFTER_MS;
  for (const image of images) {
    engine.signal.throwIfAborted();
    if (hasTooManyFailures(engine, 'content')) {
      // The remaining pictures were not requested, so the next run may continue without a retry delay.
      result = pickWorseResult(result, 'some');
      break;
    }
    const picture = parsePicture(row.fields[`picture:${image.url}`]?.[1]);
    if (picture === null) continue;
    const blob = await fetchPicture(engine, picture);
    if (blob === 'unavailable') result = 'unavailable';
    else if (blob === null && !isGivenUp) {
      missing.push(picture.file);
      result = 'unavailable';
    } else if (blob instanceof Blob) await savePicture(engine, image, blob);
  }
  // While the server may still deliver the pictures, don't contact the sites, because that reveals this device to them.
  if (result === 'all' || missing.length > 0 || engine.now() - since >= GRACE_PERIOD_MS)
    await db.transaction('rw', db.jobs, db.images, () => queueSiteDownloads(db, articleId, engine.now()));
  return result;
}

/** Maximum number of files in a request to other devices. */
const MAX_FILES_PER_REQUEST = 100;

/** Returns the names of the files that a `missing` field requests. */
const parseRequestedFiles = (field: Field | undefined): string[] =>
  Array.isArray(field?.[1]) ? field[1].filter(isContentName).slice(0, MAX_FILES_PER_REQUEST) : [];

/**
 * Records that files are missing from the remote store and, after a grace period, requests that devices that have them
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
    // An earlier request concerned an earlier loss.
    const requestedBefore =
      missing !== undefined && timeOf(missing[0]) >= lackedAt ? parseRequestedFiles(missing) : [];
    const isRequested = files.every((file) => requestedBefore.includes(file));
    if (now() - lackedAt < GRACE_PERIOD_MS || isRequested) {
      if (row.lackedAt === undefined) await db.syncRecords.put({ ...row, lackedAt });
      return;
    }
    const requested = [...new Set([...files, ...requestedBefore])].slice(0, MAX_FILES_PER_REQUEST);
    const fields = { ...row.fields, missing: [clock.next(missing?.[0] ?? null), requested] as const };
    const unsent = [...new Set([...row.fresh, 'missing'])];
    await db.syncRecords.put({ ...row, lackedAt, fields, fresh: unsent, dirty: 1 });
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}

/** Fetches an article's text. @param missing receives the name of its file if it is not in the remote store */
async function fetchText(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const text = row.fields.text?.[1] as { body?: unknown } | null | undefined;
  if (row.lacksText !== 1) return 'all';
  if (hasTooManyFailures(engine, 'content')) return 'some';
  if (typeof text?.body !== 'string') return 'some';
  const { key, local } = row;
  const body = await fetchTextFile(engine, text.body);
  // Don't request the file: it exists, and the server would also fail to deliver a new upload.
  if (body === 'unavailable') return 'unavailable';
  if (body === null) {
    missing.push(text.body);
    return 'some';
  }
  const bodies = new Map([[text.body, body]]);
  await reconcile(engine, [{ key, kind: row.kind as RecordKind, local, incoming: EMPTY_RECORD, bodies }]);
  return 'all';
}

/** Fetches the text and the pictures of an article. */
async function fetchParts(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<FetchResult> {
  const text = await fetchText(engine, row, missing);
  if (engine.config.pictures !== 'none' && !engine.mayTransferPictures())
    return pickWorseResult(text, 'some');
  if (engine.config.pictures === 'none') {
    const { db } = engine;
    await db.transaction('rw', db.jobs, db.images, () =>
      queueSiteDownloads(db, keyOfLocalRef(row.local), engine.now()),
    );
    return text;
  }
  return pickWorseResult(text, await fetchPictures(engine, row, missing));
}

/** Records that an article's content is complete, or starts a retry delay if the server could not deliver it. */
async function recordFetched(
  { db, now }: Engine,
  fetchedRow: SyncRecordRow,
  result: FetchResult,
): Promise<void> {
  if (result === 'some') return;
  await db.transaction('rw', db.syncRecords, async () => {
    const row = await db.syncRecords.get(fetchedRow.key);
    if (row === undefined) return;
    const { wants, ungiven: _, lackedAt: __, ...rest } = row;
    const since = fetchedRow.ungiven?.since ?? now();
    if (result === 'unavailable' && wants)
      await db.syncRecords.put({ ...row, ungiven: { since, triedAt: now() } });
    else if (result === 'all' && !row.lacksText) await db.syncRecords.put(rest);
  });
}

/** Fetches the missing content of all articles. @throws the remote store's errors; the next call continues */
export async function fetchMissingContent(engine: Engine): Promise<void> {
  const { db } = engine;
  const keys = await db.syncRecords.where('wants').equals(1).primaryKeys();
  let done = 0;
  await inParallel(keys, BATCH_SIZE, async (key) => {
    engine.signal.throwIfAborted();
    engine.onProgress({ step: 'pictures', done, total: keys.length });
    const row = await db.syncRecords.get(key);
    if (row?.wants !== 1 || row.local === '' || mustWaitForRetry(engine, row.ungiven)) return;
    if (hasTooManyFailures(engine, 'content')) return;
    const missing: string[] = [];
    const result = await fetchParts(engine, row, missing);
    if (missing.length > 0) await requestMissingFiles(engine, row.key, missing);
    await recordFetched(engine, row, result);
    done += 1;
    await engine.yieldTurn();
  });
}
