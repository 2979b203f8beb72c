/** Sends local changes: first content files, then a segment that refers to them. */

import { queryImages } from '../../library/articles/article-parts.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { sealPicture, sealText } from '../format/content-file.ts';
import { contentFileName, segmentName } from '../format/remote-layout.ts';
import {
  type ExpectedSegments,
  type KeyedRecord,
  RECORD_KINDS,
  type ReadPositions,
  type RecordKind,
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
import { readTextJson } from './text-body.ts';

/** Maximum number of records per segment. */
const MAX_RECORDS_PER_SEGMENT = 100;
/** Maximum number of concurrent uploads. */
const MAX_REQUESTS = 6;

/** Maximum number of stored obsolete segments. One that is not stored is mistaken for a segment of a copied profile. */
const MAX_OBSOLETE = 2000;

/** Uploads an article's text. If its quotes were corrected after its file name was computed, the field is updated. */
async function uploadText(engine: Engine, row: SyncRecordRow): Promise<void> {
  const { db, key, remote, clock } = engine;
  const article = await db.articles.get(keyOfLocalRef(row.local));
  const json = article === undefined ? null : await readTextJson(db, article);
  if (json === null) return;
  const name = key.computeName('text', json);
  await remote.put(contentFileName(name), await sealText(key, json));
  const field = row.fields.text;
  const oldValue = field?.[1] as Readonly<Record<string, string>>;
  if (field === undefined || oldValue.body === name) return;
  const newField: Field = [clock.next(field[0]), { ...oldValue, body: name }];
  await db.transaction('rw', db.syncRecords, async () => {
    const current = await db.syncRecords.get(row.key);
    if (current?.fields.text?.[0] !== field[0]) return;
    await db.syncRecords.put({ ...current, fields: { ...current.fields, text: newField } });
  });
  row.fields = { ...row.fields, text: newField };
}

/** Uploads the picture of a `picture:` field, if it is stored and has not changed. */
async function uploadPicture(engine: Engine, row: SyncRecordRow, name: string): Promise<void> {
  const { db, key, remote } = engine;
  const url = name.slice('picture:'.length);
  const image = await db.images
    .where('[articleId+url]')
    .equals([keyOfLocalRef(row.local), url])
    .first();
  const { file } = (row.fields[name]?.[1] ?? {}) as { file?: string };
  if (!image?.blob || file === undefined) return;
  const bytes = new Uint8Array(await image.blob.arrayBuffer());
  if (key.computeName('picture', bytes) === file)
    await remote.put(contentFileName(file), await sealPicture(key, bytes));
}

/** Uploads the content files that unsent fields refer to. */
async function uploadFiles(engine: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
  const unsentFields = rows.flatMap((row) =>
    row.fresh.filter((name) => row.fields[name]?.[1] !== null).map((name) => ({ row, name })),
  );
  const files = unsentFields.filter(({ name }) => name === 'text' || name.startsWith('picture:'));
  await inParallel(files, MAX_REQUESTS, async ({ row, name }) => {
    engine.signal.throwIfAborted();
    if (name === 'text') await uploadText(engine, row);
    else await uploadPicture(engine, row, name);
  });
}

/** Returns the unsent part of a record. */
function pickUnsent(row: SyncRecordRow): KeyedRecord {
  const names = row.fresh.filter((name) => name !== '' && row.fields[name] !== undefined);
  const fields = Object.fromEntries(names.map((name) => [name, row.fields[name] as Field]));
  const kind: RecordKind = RECORD_KINDS.find((known) => known === row.kind) ?? 'article';
  return { key: row.key, kind, record: { fields, gone: row.fresh.includes('') ? row.gone : null } };
}

/** Returns how far this device has read the logs of the others. */
export async function getReadPositions({ db }: Engine): Promise<ReadPositions> {
  const others = (await readState(db, 'others')) ?? {};
  return Object.fromEntries(Object.entries(others).map(([device, { upTo }]) => [device, upTo]));
}

/**
 * Returns the segments that should exist in the remote store: those of this device, except for `replaced`, and those of
 * other devices that this one has read or found missing.
 */
async function getExpectedSegments(engine: Engine, replaced: readonly number[]): Promise<ExpectedSegments> {
  const { db, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const gaps = (await readState(db, 'gaps')) ?? {};
  const expected: Record<DeviceId, number[]> = {};
  for (const device of new Set([...Object.keys(others), ...Object.keys(gaps)]))
    expected[device] = [
      ...new Set([...(others[device]?.read ?? []), ...Object.keys(gaps[device] ?? {}).map(Number)]),
    ].sort((a, b) => a - b);
  const own = (await readOwnLog(engine)).sent.map(({ number }) => number);
  expected[config.device] = own.filter((number) => !replaced.includes(number));
  return expected;
}

/** Reads the state of this device's log. */
export async function readOwnLog({ db }: Engine): Promise<OwnLog> {
  return (await readState(db, 'own')) ?? EMPTY_OWN_LOG;
}

/**
 * Maximum number of skipped numbers between consecutive segments. Numbers are skipped randomly because otherwise, two
 * copies of a profile that write at the same time would use the same number, and one file could replace the other.
 */
const MAX_NUMBER_GAP = 255;

const randomNumberGap = (): number =>
  (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % (MAX_NUMBER_GAP + 1);

/** Reserves a segment number, which is never used again. */
function reserveNumber(engine: Engine): Promise<number> {
  const { db } = engine;
  return db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const next = own.number + 1 + randomNumberGap();
    await writeState(db, 'own', { ...own, number: next, loose: [...own.loose, next].slice(-MAX_OBSOLETE) });
    return next;
  });
}

/**
 * Handles an existing file under a number that was just reserved. It is ours if a response was lost, otherwise that of a
 * copied profile.
 *
 * @throws CopiedProfileError if it is not ours; UnreadableFileError if it is truncated, in which case the next run
 *   deletes it
 */
async function requireOwnSegment(
  engine: Engine,
  head: SegmentHead,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { number, mark } = head;
  const existing = await readOwnSegment(engine, number);
  if (existing === null) {
    // Some remote stores claim that every file exists.
    if ((await engine.remote.get(segmentName(head), MAX_BYTES.segment)) === null)
      return engine.remote.put(segmentName(head), bytes);
    throw new UnreadableFileError(segmentName(head));
  }
  if (existing.head.mark !== mark) throw new CopiedProfileError();
}

/** Reads a segment of this device; null if it is missing or damaged, or the server can't deliver it. */
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
 * Writes a segment. Each attempt uses a new number, so that a file never changes after other devices have read it.
 *
 * @param onWritten runs in the transaction that records the segment as written
 * @param replaced the numbers of this device's segments that this one replaces
 * @returns the segment's number
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
  const seen = await getReadPositions(engine);
  const mark = newDeviceId();
  const number = await reserveNumber(engine);
  const at = engine.now();
  const live = await getExpectedSegments(engine, replaced);
  const head = { device, number, mark, name: deviceName, at, seen, live };
  const bytes = await writeSegment(key, { head, records: [...records] });
  if (!(await remote.putNew(segmentName(head), bytes))) await requireOwnSegment(engine, head, bytes);
  await db.transaction('rw', db.syncState, db.syncRecords, db.syncGarbage, async () => {
    const own = await readOwnLog(engine);
    const sent: SentSegment[] = [...own.sent, { number, bytes: bytes.length, mark, at }];
    const loose = own.loose.filter((other) => other !== number);
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

/** Marks the fields of a written segment as sent. Must run inside the caller's transaction. */
async function recordSent({ db }: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
  const currentRows = await db.syncRecords.bulkGet(rows.map(({ key }) => key));
  const newRows = currentRows.flatMap((row, i): SyncRecordRow[] => {
    const sentRow = rows[i];
    if (row === undefined || sentRow === undefined) return [];
    const isSent = (name: string): boolean =>
      sentRow.fresh.includes(name) &&
      (name === '' ? row.gone === sentRow.gone : row.fields[name]?.[0] === sentRow.fields[name]?.[0]);
    const unsent = row.fresh.filter((name) => !isSent(name));
    const { dirty: _, ...rest } = row;
    return [{ ...rest, fresh: unsent, ...(unsent.length > 0 && { dirty: 1 as const }) }];
  });
  await db.syncRecords.bulkPut(newRows);
}

/** Counts the records with unsent fields. */
export function countUnsent({ db }: Pick<Engine, 'db'>): Promise<number> {
  return db.syncRecords.where('dirty').equals(1).count();
}

/** Sends all unsent fields. @throws the remote store's errors; the remaining fields are still marked as unsent */
export async function writeUnsent(engine: Engine): Promise<void> {
  const { db } = engine;
  await holdBackPictures(engine);
  const total = await countUnsent(engine);
  for (let done = 0; ; ) {
    engine.signal.throwIfAborted();
    const rows = await db.syncRecords.where('dirty').equals(1).limit(MAX_RECORDS_PER_SEGMENT).toArray();
    if (rows.length === 0) break;
    engine.onProgress({ step: 'writing', done, total: Math.max(total, done) });
    await uploadFiles(engine, rows);
    await putSegment(engine, rows.map(pickUnsent), () => recordSent(engine, rows));
    done += rows.length;
    await engine.yieldTurn();
  }
}

const PICTURE_PREFIX = 'picture:';

/** Returns the unsent picture fields whose pictures are stored on this device. */
async function findStoredPictureFields(db: LibraryDb, { local, fresh }: SyncRecordRow): Promise<string[]> {
  const urls = fresh
    .filter((name) => name.startsWith(PICTURE_PREFIX))
    .map((name) => name.slice(PICTURE_PREFIX.length));
  if (urls.length === 0) return [];
  const images = await queryImages(db, keyOfLocalRef(local)).toArray();
  const stored = new Set(images.filter(({ blob }) => blob !== null).map(({ url }) => url));
  return urls.filter((url) => stored.has(url)).map((url) => PICTURE_PREFIX + url);
}

/** Moves pictures that may not be transferred now from the unsent fields to `held`. Called before anything is sent. */
async function holdBackPictures({ db, mayTransferPictures }: Engine): Promise<void> {
  if (mayTransferPictures()) return;
  await db.transaction('rw', db.syncRecords, db.syncState, db.images, async () => {
    let isAnyHeldBack = false;
    const unsentRows = db.syncRecords.where('dirty').equals(1);
    const hasPictures = (row: SyncRecordRow): boolean =>
      row.fresh.some((name) => name.startsWith(PICTURE_PREFIX));
    for (const { dirty: _, ...row } of await unsentRows.filter(hasPictures).toArray()) {
      const heldBack = new Set(await findStoredPictureFields(db, row));
      if (heldBack.size === 0) continue;
      isAnyHeldBack = true;
      const held = [...new Set([...(row.held ?? []), ...heldBack])];
      const unsent = row.fresh.filter((name) => !heldBack.has(name));
      await db.syncRecords.put({
        ...row,
        held,
        fresh: unsent,
        ...(unsent.length > 0 && { dirty: 1 as const }),
      });
    }
    if (isAnyHeldBack) await writeState(db, 'held', true);
  });
}

/** Marks held-back pictures as unsent again, once they may be transferred. */
export async function releasePictures({ db, mayTransferPictures }: Engine): Promise<void> {
  if (!mayTransferPictures() || (await readState(db, 'held')) !== true) return;
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    const heldBack = await db.syncRecords.filter(({ held }) => held !== undefined).toArray();
    for (const { held = [], ...row } of heldBack) {
      const names = held.filter((name) => Object.hasOwn(row.fields, name));
      const unsent = [...new Set([...row.fresh, ...names])];
      await db.syncRecords.put({ ...row, fresh: unsent, ...(unsent.length > 0 && { dirty: 1 as const }) });
    }
    await db.syncState.delete('held');
  });
}
