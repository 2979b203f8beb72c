/** Getting what is at the place and not here yet: pictures, and texts that could not be read before. */
import { countImages } from '../../library/articles/article-images.ts';
import { imagesOf } from '../../library/articles/article-parts.ts';
import { ViewTally } from '../../library/lists/view-tally.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ImageRow } from '../../library/types.ts';
import { openPicture } from '../format/content-file.ts';
import { fileName, isFileName } from '../format/place-layout.ts';
import type { Kind } from '../format/segment-file.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import type { Field } from '../merge/field.ts';
import { NOTHING } from '../merge/record.ts';
import { timeOf } from '../merge/stamp.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine-types.ts';
import { ByteBudget, getOneOfMany, givesNone, isResting, isUngiven, mostOfPicture } from './file-limits.ts';
import { keyOfLocal } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { writeState } from './sync-state.ts';
import { fetchBody } from './text-body.ts';
import { leaveToSites } from './write-article.ts';

/** Articles that are seen to at once, and of each its pictures one after the other. */
const AT_ONCE = 4;

/** The largest picture that is taken; see `image-caps.ts` for what a site may send. */
const LARGEST = 64 * 2 ** 20;

/** Of pictures: another type could be opened as a page of ours. */
const TYPE = /^image\/[\w.+-]{1,60}$/;

function readPicture(value: unknown): SyncPicture | null {
  const { file, type, bytes } = (value ?? {}) as Partial<Record<keyof SyncPicture, unknown>>;
  if (!isFileName(file) || typeof type !== 'string' || !TYPE.test(type)) return null;
  if (!Number.isInteger(bytes) || (bytes as number) < 0 || (bytes as number) > LARGEST) return null;
  return { file, type, bytes: bytes as number };
}

/** Whether everything is here now that the place can give; `ungiven`: of something the server can't. */
type Fetched = 'all' | 'some' | 'ungiven';

/** Of both together. */
const lessOf = (a: Fetched, b: Fetched): Fetched =>
  a === 'ungiven' || b === 'ungiven' ? 'ungiven' : a === 'some' ? a : b;

/**
 * Null where the place does not have it, or it can't be read; `ungiven` where the server can't give it now; `refused` where
 * it is no picture that may be kept.
 */
async function fetchPicture(
  engine: Engine,
  { file, type, bytes }: SyncPicture,
): Promise<Blob | null | 'ungiven' | 'refused'> {
  try {
    const found = await getOneOfMany(engine, 'content', fileName(file), mostOfPicture(bytes));
    if (found === null) return null;
    const picture = new Blob([await openPicture(engine.key, file, bytes, found)], { type });
    return (await engine.cleanPicture(picture)) ?? 'refused';
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    console.warn('offprint: a picture at the place can’t be read', error);
    return isUngiven(error.cause) ? 'ungiven' : null;
  }
}

async function keepPicture({ db }: Engine, { id, articleId }: ImageRow, blob: Blob): Promise<void> {
  await db.transaction('rw', db.images, db.articles, db.counts, db.jobs, async () => {
    const image = await db.images.get(id);
    const article = await db.articles.get(articleId);
    if (image === undefined || article === undefined || image.state === 'saved') return;
    await db.images.put({ ...image, state: 'saved', error: null, blob, type: blob.type, bytes: blob.size });
    const jobs = await db.jobs.where('articleId').equals(articleId).toArray();
    await db.jobs.bulkDelete(jobs.filter(({ imageId }) => imageId === id).map((job) => job.id));
    countImages(article, await imagesOf(db, articleId).toArray());
    const tally = new ViewTally();
    await db.articles.put(tally.place(article));
    await tally.write(db);
  });
}

/** What is not at the place for so long is asked for elsewhere: until then it may be on its way (ms). */
const PATIENCE = 24 * 3_600_000;

/** Pictures that nobody has put at the place again for so long are given up (ms). */
const GIVEN_UP = 60 * 24 * 3_600_000;

/** @param missing gets the names of files that are not at the place */
async function fetchPictures(
  engine: Engine,
  row: SyncRecordRow,
  budget: ByteBudget,
  missing: string[],
): Promise<Fetched> {
  const { db } = engine;
  const articleId = keyOfLocal(row.local);
  const images = (await imagesOf(db, articleId).toArray()).filter(({ state }) => state !== 'saved');
  let fetched: Fetched = 'all';
  const since = row.ungiven?.since ?? engine.now();
  const isGivenUp = engine.now() - since >= GIVEN_UP;
  for (const image of images) {
    engine.signal.throwIfAborted();
    if (givesNone(engine)) {
      // Where nothing of this article was asked for, the next run does that, and not one in an hour.
      fetched = lessOf(fetched, 'some');
      break;
    }
    const picture = readPicture(row.fields[`picture:${image.url}`]?.[1]);
    if (picture === null) continue;
    await budget.within(picture.bytes, async () => {
      const blob = await fetchPicture(engine, picture);
      if (blob === 'ungiven') fetched = 'ungiven';
      else if (blob === null && !isGivenUp) {
        missing.push(picture.file);
        fetched = 'ungiven';
      } else if (blob instanceof Blob) await keepPicture(engine, image, blob);
    });
  }
  // The sites need not hear of this device for what the server may give again in an hour.
  if (fetched === 'all' || missing.length > 0 || engine.now() - since >= PATIENCE)
    await db.transaction('rw', db.jobs, db.images, () => leaveToSites(db, articleId, engine.now()));
  return fetched;
}

/** Files that are asked for at once. */
const MAX_ASKED = 100;

/** The names of files that a field `missing` asks for. */
const askedIn = (field: Field | undefined): string[] =>
  Array.isArray(field?.[1]) ? field[1].filter(isFileName).slice(0, MAX_ASKED) : [];

/** Notes that files are not at the place, and after a while tells those who have them. */
async function noteMissing({ db, clock, now }: Engine, key: string, files: readonly string[]): Promise<void> {
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    const row = await db.syncRecords.get(key);
    if (row === undefined) return;
    const lackedAt = row.lackedAt ?? now();
    const { missing } = row.fields;
    // An older question is of another loss.
    const asked = missing !== undefined && timeOf(missing[0]) >= lackedAt ? askedIn(missing) : [];
    const isAsked = files.every((file) => asked.includes(file));
    if (now() - lackedAt < PATIENCE || isAsked) {
      if (row.lackedAt === undefined) await db.syncRecords.put({ ...row, lackedAt });
      return;
    }
    const wanted = [...new Set([...files, ...asked])].slice(0, MAX_ASKED);
    const fields = { ...row.fields, missing: [clock.next(missing?.[0] ?? null), wanted] as const };
    const fresh = [...new Set([...row.fresh, 'missing'])];
    await db.syncRecords.put({ ...row, lackedAt, fields, fresh, dirty: 1 });
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}

/** @param missing gets the name of its file where that is not at the place */
async function fetchText(engine: Engine, row: SyncRecordRow, missing: string[]): Promise<Fetched> {
  const text = row.fields.text?.[1] as { body?: unknown } | null | undefined;
  if (row.lacksText !== 1) return 'all';
  if (givesNone(engine)) return 'some';
  if (typeof text?.body !== 'string') return 'some';
  const { key, local } = row;
  const body = await fetchBody(engine, text.body);
  // It is there, and whoever put it again would meet the same fault.
  if (body === 'ungiven') return 'ungiven';
  if (body === null) {
    missing.push(text.body);
    return 'some';
  }
  const bodies = new Map([[text.body, body]]);
  await reconcile(engine, [{ key, kind: row.kind as Kind, local, coming: NOTHING, bodies }]);
  return 'all';
}

async function fetchFor(engine: Engine, row: SyncRecordRow, budget: ByteBudget): Promise<Fetched> {
  const missing: string[] = [];
  const fetched = await fetchParts(engine, row, budget, missing);
  if (missing.length > 0) await noteMissing(engine, row.key, missing);
  return fetched;
}

async function fetchParts(
  engine: Engine,
  row: SyncRecordRow,
  budget: ByteBudget,
  missing: string[],
): Promise<Fetched> {
  const text = await fetchText(engine, row, missing);
  if (engine.config.pictures !== 'none' && !engine.mayPictures()) return lessOf(text, 'some');
  if (engine.config.pictures === 'none') {
    const { db } = engine;
    await db.transaction('rw', db.jobs, db.images, () =>
      leaveToSites(db, keyOfLocal(row.local), engine.now()),
    );
    return text;
  }
  return lessOf(text, await fetchPictures(engine, row, budget, missing));
}

/** What was fetched is wanted no more, and what the server can't give is left alone for a while. */
async function noteFetched({ db, now }: Engine, before: SyncRecordRow, fetched: Fetched): Promise<void> {
  if (fetched === 'some') return;
  await db.transaction('rw', db.syncRecords, async () => {
    const row = await db.syncRecords.get(before.key);
    if (row === undefined) return;
    const { wants, ungiven: _, lackedAt: __, ...rest } = row;
    const since = before.ungiven?.since ?? now();
    if (fetched === 'ungiven' && wants)
      await db.syncRecords.put({ ...row, ungiven: { since, triedAt: now(), isUngiven: true } });
    else if (fetched === 'all' && !row.lacksText) await db.syncRecords.put(rest);
  });
}

/**
 * Gets what is wanted.
 *
 * @throws what the place throws; the next call goes on
 */
export async function fetchWanted(engine: Engine): Promise<void> {
  const { db } = engine;
  const keys = await db.syncRecords.where('wants').equals(1).primaryKeys();
  const budget = new ByteBudget();
  let done = 0;
  const tried = new Set<string>();
  // Last what is tried only because the user asks: it must not use up what a run tries.
  for (const isDue of engine.triesAll ? [true, false] : [true])
    await inParallel(keys, AT_ONCE, async (key) => {
      engine.signal.throwIfAborted();
      engine.onProgress({ step: 'pictures', done, total: keys.length });
      const row = await db.syncRecords.get(key);
      if (row?.wants !== 1 || row.local === '' || (isDue && isResting(engine, row.ungiven))) return;
      if (givesNone(engine) || tried.has(key)) return;
      tried.add(key);
      await noteFetched(engine, row, await fetchFor(engine, row, budget));
      done += 1;
      await engine.breathe();
    });
}
