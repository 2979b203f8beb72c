/** Sends local changes: first content files, then the segment that refers to them. */

import { queryImages } from '../../library/articles/article-parts.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { sealPicture, sealText } from '../format/content-file.ts';
import { contentFileName, segmentName } from '../format/remote-layout.ts';
import {
  type ExpectedSegments,
  type KeyedRecord,
  KINDS,
  type Kind,
  type ReadPositions,
  readSegment,
  type Segment,
  type SegmentHead,
  writeSegment,
} from '../format/segment-file.ts';
import { CopiedProfileError, UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { type DeviceId, type Field, newDeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { keyOfLocalRef } from './local-rows.ts';
import { getFile, isFileUnavailable, MAX_BYTES } from './remote-files.ts';
import { recordContents } from './segment-contents.ts';
import { EMPTY_OWN_LOG, type OwnLog, readState, type SentSegment, writeState } from './sync-state.ts';
import { textJson } from './text-body.ts';

/** Records per segment, and files that are uploaded in parallel. */
const MAX_RECORDS_PER_SEGMENT = 100;
const MAX_REQUESTS = 6;

/** Maximum number of remembered obsolete segments. A forgotten one would be taken for a copied profile's. */
const MAX_OBSOLETE = 2000;

/** Uploads an article's text. Its quotes may have been corrected since its file name was computed. */
async function putText(engine: Engine, row: SyncRecordRow): Promise<void> {
  const { db, key, remote, clock } = engine;
  const article = await db.articles.get(keyOfLocalRef(row.local));
  const json = article === undefined ? null : await textJson(db, article);
  if (json === null) return;
  const name = key.nameOf('text', json);
  await remote.put(contentFileName(name), await sealText(key, json));
  const field = row.fields.text;
  const value = field?.[1] as Readonly<Record<string, string>>;
  if (field === undefined || value.body === name) return;
  const renamed: Field = [clock.next(field[0]), { ...value, body: name }];
  await db.transaction('rw', db.syncRecords, async () => {
    const now = await db.syncRecords.get(row.key);
    if (now?.fields.text?.[0] !== field[0]) return;
    await db.syncRecords.put({ ...now, fields: { ...now.fields, text: renamed } });
  });
  row.fields = { ...row.fields, text: renamed };
}

async function putPicture(engine: Engine, row: SyncRecordRow, name: string): Promise<void> {
  const { db, key, remote } = engine;
  const url = name.slice('picture:'.length);
  const image = await db.images
    .where('[articleId+url]')
    .equals([keyOfLocalRef(row.local), url])
    .first();
  const { file } = (row.fields[name]?.[1] ?? {}) as { file?: string };
  if (!image?.blob || file === undefined) return;
  const bytes = new Uint8Array(await image.blob.arrayBuffer());
  if (key.nameOf('picture', bytes) === file)
    await remote.put(contentFileName(file), await sealPicture(key, bytes));
}

/** Uploads the content files that unsent fields refer to. */
async function putFiles(engine: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
  const jobs = rows.flatMap((row) =>
    row.fresh.filter((name) => row.fields[name]?.[1] !== null).map((name) => ({ row, name })),
  );
  const files = jobs.filter(({ name }) => name === 'text' || name.startsWith('picture:'));
  await inParallel(files, MAX_REQUESTS, async ({ row, name }) => {
    engine.signal.throwIfAborted();
    if (name === 'text') await putText(engine, row);
    else await putPicture(engine, row, name);
  });
}

/** The unsent fields of a record. */
function unsentPart(row: SyncRecordRow): KeyedRecord {
  const names = row.fresh.filter((name) => name !== '' && row.fields[name] !== undefined);
  const fields = Object.fromEntries(names.map((name) => [name, row.fields[name] as Field]));
  const kind: Kind = KINDS.find((one) => one === row.kind) ?? 'article';
  return { key: row.key, kind, record: { fields, gone: row.fresh.includes('') ? row.gone : null } };
}

/** How far this device has read the logs of the others. */
export async function currentSeen({ db }: Engine): Promise<ReadPositions> {
  const others = (await readState(db, 'others')) ?? {};
  return Object.fromEntries(Object.entries(others).map(([device, { upTo }]) => [device, upTo]));
}

/**
 * The segments that should be in the remote store: those of this device, except for `replaced`, and those of the
 * others.
 */
async function currentLive(engine: Engine, replaced: readonly number[]): Promise<ExpectedSegments> {
  const { db, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const gaps = (await readState(db, 'gaps')) ?? {};
  const live: Record<DeviceId, number[]> = {};
  for (const device of new Set([...Object.keys(others), ...Object.keys(gaps)]))
    live[device] = [
      ...new Set([...(others[device]?.read ?? []), ...Object.keys(gaps[device] ?? {}).map(Number)]),
    ].sort((a, b) => a - b);
  const own = (await readOwnLog(engine)).sent.map(({ number }) => number);
  live[config.device] = own.filter((number) => !replaced.includes(number));
  return live;
}

export async function readOwnLog({ db }: Engine): Promise<OwnLog> {
  return (await readState(db, 'own')) ?? EMPTY_OWN_LOG;
}

/**
 * Largest gap between the numbers of two consecutive segments. Numbers are skipped at random because two copies of one
 * profile that write at the same time would otherwise take the same number, and the later file would replace the other.
 */
const MAX_NUMBER_GAP = 255;

const randomGap = (): number => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % (MAX_NUMBER_GAP + 1);

/** Reserves a number permanently. */
function reserveNumber(engine: Engine): Promise<number> {
  const { db } = engine;
  return db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const next = own.number + 1 + randomGap();
    await writeState(db, 'own', { ...own, number: next, loose: [...own.loose, next].slice(-MAX_OBSOLETE) });
    return next;
  });
}

/**
 * Handles an existing file under a number that was just reserved: either ours, if an answer was lost, or that of a
 * copied profile.
 *
 * @throws CopiedProfileError; UnreadableFileError if the file is truncated, in which case the next run deletes it
 */
async function requireOwnSegment(
  engine: Engine,
  head: SegmentHead,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { number, mark } = head;
  const there = await readOwnSegment(engine, number);
  if (there === null) {
    // Some remote stores claim that every file exists.
    if ((await engine.remote.get(segmentName(head), MAX_BYTES.segment)) === null)
      return engine.remote.put(segmentName(head), bytes);
    throw new UnreadableFileError(segmentName(head));
  }
  if (there.head.mark !== mark) throw new CopiedProfileError();
}

/** Reads a segment of this device; null if it is damaged or missing, or the server can't deliver it. */
export async function readOwnSegment(
  { remote, key, config }: Engine,
  number: number,
): Promise<Segment | null> {
  const name = segmentName({ device: config.device, number });
  try {
    const bytes = await getFile(remote, name, MAX_BYTES.segment);
    return bytes === null ? null : await readSegment(key, name, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFileError || isFileUnavailable(error))) throw error;
    console.warn('offprint: a segment of this device can’t be read', error);
    return null;
  }
}

/**
 * Writes one segment. Its number is reserved permanently before: a retry uses another number, so that a file's content
 * never changes after other devices have read it.
 *
 * @param replaced segments of this device whose content is in this one
 * @param onWritten runs in the transaction that records the segment as written
 * @throws CopiedProfileError if another profile writes under this device's id; the remote store's errors
 */
export async function putSegment(
  engine: Engine,
  records: readonly KeyedRecord[],
  onWritten: () => Promise<void> = async () => undefined,
  replaced: readonly number[] = [],
): Promise<number> {
  const { db, key, config, remote } = engine;
  const { device, deviceName } = config;
  const seen = await currentSeen(engine);
  const mark = newDeviceId();
  const number = await reserveNumber(engine);
  const at = engine.now();
  const live = await currentLive(engine, replaced);
  const head = { device, number, mark, name: deviceName, at, seen, live };
  const bytes = await writeSegment(key, { head, records: [...records] });
  if (!(await remote.putNew(segmentName(head), bytes))) await requireOwnSegment(engine, head, bytes);
  await db.transaction('rw', db.syncState, db.syncRecords, db.syncGarbage, async () => {
    const own = await readOwnLog(engine);
    const sent: SentSegment[] = [...own.sent, { number, bytes: bytes.length, mark, at }];
    const loose = own.loose.filter((one) => one !== number);
    await writeState(db, 'own', { ...own, sent, loose, wroteAt: at, said: seen });
    await recordContents(
      engine,
      number,
      records.map(({ key: name }) => name),
    );
    await onWritten();
  });
  return number;
}

/** Removes sent fields from the unsent ones. Must run inside the caller's transaction. */
async function recordSent({ db }: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
  const now = await db.syncRecords.bulkGet(rows.map(({ key }) => key));
  const after = now.flatMap((row, i): SyncRecordRow[] => {
    const before = rows[i];
    if (row === undefined || before === undefined) return [];
    const isSent = (name: string): boolean =>
      before.fresh.includes(name) &&
      (name === '' ? row.gone === before.gone : row.fields[name]?.[0] === before.fields[name]?.[0]);
    const fresh = row.fresh.filter((name) => !isSent(name));
    const { dirty: _, ...rest } = row;
    return [{ ...rest, fresh, ...(fresh.length > 0 && { dirty: 1 as const }) }];
  });
  await db.syncRecords.bulkPut(after);
}

export function countUnsent({ db }: Pick<Engine, 'db'>): Promise<number> {
  return db.syncRecords.where('dirty').equals(1).count();
}

/** Sends all unsent fields. @throws the remote store's errors; the rest stays marked as unsent */
export async function writeUnsent(engine: Engine): Promise<void> {
  const { db } = engine;
  await holdBackPictures(engine);
  const total = await countUnsent(engine);
  for (let done = 0; ; ) {
    engine.signal.throwIfAborted();
    const rows = await db.syncRecords.where('dirty').equals(1).limit(MAX_RECORDS_PER_SEGMENT).toArray();
    if (rows.length === 0) break;
    engine.onProgress({ step: 'writing', done, total: Math.max(total, done) });
    await putFiles(engine, rows);
    await putSegment(engine, rows.map(unsentPart), () => recordSent(engine, rows));
    done += rows.length;
    await engine.yieldTurn();
  }
}

/**
 * When lost pictures have to be uploaded again, they wait like all others while the device is on a metered connection.
 */

const PICTURE = 'picture:';

/** Unsent picture fields whose files are stored on this device. */
async function fieldsWithFiles(db: LibraryDb, { local, fresh }: SyncRecordRow): Promise<string[]> {
  const urls = fresh.filter((name) => name.startsWith(PICTURE)).map((name) => name.slice(PICTURE.length));
  if (urls.length === 0) return [];
  const images = await queryImages(db, keyOfLocalRef(local)).toArray();
  const stored = new Set(images.filter(({ blob }) => blob !== null).map(({ url }) => url));
  return urls.filter((url) => stored.has(url)).map((url) => PICTURE + url);
}

/** Removes pictures that have to wait from the unsent fields. Called before anything is sent. */
export async function holdBackPictures({ db, mayTransferPictures }: Engine): Promise<void> {
  if (mayTransferPictures()) return;
  await db.transaction('rw', db.syncRecords, db.syncState, db.images, async () => {
    let isHolding = false;
    const fresh = db.syncRecords.where('dirty').equals(1);
    const hasPictures = (row: SyncRecordRow): boolean => row.fresh.some((name) => name.startsWith(PICTURE));
    for (const { dirty: _, ...row } of await fresh.filter(hasPictures).toArray()) {
      const waiting = new Set(await fieldsWithFiles(db, row));
      if (waiting.size === 0) continue;
      isHolding = true;
      const held = [...new Set([...(row.held ?? []), ...waiting])];
      const left = row.fresh.filter((name) => !waiting.has(name));
      await db.syncRecords.put({
        ...row,
        ...{ held, fresh: left },
        ...(left.length > 0 && { dirty: 1 as const }),
      });
    }
    if (isHolding) await writeState(db, 'held', true);
  });
}

/** Marks held-back pictures as unsent once they may be transferred again. */
export async function releasePictures({ db, mayTransferPictures }: Engine): Promise<void> {
  if (!mayTransferPictures() || (await readState(db, 'held')) !== true) return;
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    const waiting = await db.syncRecords.filter(({ held }) => held !== undefined).toArray();
    for (const { held = [], ...row } of waiting) {
      const names = held.filter((name) => Object.hasOwn(row.fields, name));
      const fresh = [...new Set([...row.fresh, ...names])];
      await db.syncRecords.put({ ...row, fresh, ...(fresh.length > 0 && { dirty: 1 as const }) });
    }
    await db.syncState.delete('held');
  });
}
