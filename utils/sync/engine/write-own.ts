/** Writing what this device has to say: files first, then the segment that refers to them. */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { sealPicture, sealText } from '../format/content-file.ts';
import { fileName, segmentName } from '../format/place-layout.ts';
import {
  type KeyedRecord,
  KINDS,
  type Kind,
  type Live,
  readSegment,
  type Seen,
  type Segment,
  type SegmentHead,
  writeSegment,
} from '../format/segment-file.ts';
import { CopiedProfileError, UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import type { Field } from '../merge/field.ts';
import type { DeviceId } from '../merge/stamp.ts';
import { deviceIdNow, numbersLeftOut } from './device-id.ts';
import type { Engine } from './engine-types.ts';
import { getFile, isUngiven, MOST_BYTES } from './file-limits.ts';
import { holdPictures } from './held-pictures.ts';
import { keyOfLocal } from './local-rows.ts';
import { noteContents } from './segment-contents.ts';
import { EMPTY_LOG, type OwnLog, readState, type SentSegment, writeState } from './sync-state.ts';
import { bodyJson } from './text-body.ts';

/** Records of a segment, and files that are written at once. */
const RECORDS = 100;
const REQUESTS = 6;

/** Loose segments that are remembered, beside those that are still at the place. */
const MOST_LOOSE = 500;

/** Puts the text of an article. Its quotes may have been corrected since its name was worked out. */
async function putText(engine: Engine, row: SyncRecordRow): Promise<void> {
  const { db, key, place, clock } = engine;
  const article = await db.articles.get(keyOfLocal(row.local));
  const json = article === undefined ? null : await bodyJson(db, article);
  if (json === null) return;
  const name = key.nameOf('text', json);
  await place.put(fileName(name), await sealText(key, json));
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
  const { db, key, place } = engine;
  const url = name.slice('picture:'.length);
  const image = await db.images
    .where('[articleId+url]')
    .equals([keyOfLocal(row.local), url])
    .first();
  const { file } = (row.fields[name]?.[1] ?? {}) as { file?: string };
  if (!image?.blob || file === undefined) return;
  const bytes = new Uint8Array(await image.blob.arrayBuffer());
  if (key.nameOf('picture', bytes) === file) await place.put(fileName(file), await sealPicture(key, bytes));
}

/** Puts the files that what is fresh refers to. */
async function putFiles(engine: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
  const jobs = rows.flatMap((row) =>
    row.fresh.filter((name) => row.fields[name]?.[1] !== null).map((name) => ({ row, name })),
  );
  const files = jobs.filter(({ name }) => name === 'text' || name.startsWith('picture:'));
  await inParallel(files, REQUESTS, async ({ row, name }) => {
    engine.signal.throwIfAborted();
    if (name === 'text') await putText(engine, row);
    else await putPicture(engine, row, name);
  });
}

/** What is fresh of a row. */
function travelling(row: SyncRecordRow): KeyedRecord {
  const names = row.fresh.filter((name) => name !== '' && row.fields[name] !== undefined);
  const fields = Object.fromEntries(names.map((name) => [name, row.fields[name] as Field]));
  const kind: Kind = KINDS.find((one) => one === row.kind) ?? 'article';
  return { key: row.key, kind, record: { fields, gone: row.fresh.includes('') ? row.gone : null } };
}

/** How far this device has read the logs of the others. */
export async function seenNow({ db }: Engine): Promise<Seen> {
  const others = (await readState(db, 'others')) ?? {};
  return Object.fromEntries(Object.entries(others).map(([device, { upTo }]) => [device, upTo]));
}

/** Segments that should be at the place: of this device, but for those in `replaced`, and of the others. */
async function liveNow(engine: Engine, replaced: readonly number[]): Promise<Live> {
  const { db, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const gaps = (await readState(db, 'gaps')) ?? {};
  const live: Record<DeviceId, number[]> = {};
  for (const device of new Set([...Object.keys(others), ...Object.keys(gaps)]))
    live[device] = [
      ...new Set([...(others[device]?.read ?? []), ...Object.keys(gaps[device] ?? {}).map(Number)]),
    ].sort((a, b) => a - b);
  const own = (await readOwn(engine)).sent.map(({ number }) => number);
  live[config.device] = own.filter((number) => !replaced.includes(number));
  return live;
}

export async function readOwn({ db }: Engine): Promise<OwnLog> {
  return (await readState(db, 'own')) ?? EMPTY_LOG;
}

/** Gives out a number for good. */
function takeNumber(engine: Engine, mark: string): Promise<number> {
  const { db } = engine;
  return db.transaction('rw', db.syncState, async () => {
    const own = await readOwn(engine);
    const next = own.number + 1 + numbersLeftOut();
    const loose = own.loose.filter(({ isThere }, at) => isThere || at > own.loose.length - MOST_LOOSE);
    await writeState(db, 'own', { ...own, number: next, loose: [...loose, { number: next, mark }] });
    return next;
  });
}

/** At a place that can't tell whether a file is new. */
async function putOver({ place }: Engine, head: SegmentHead, bytes: Uint8Array<ArrayBuffer>): Promise<true> {
  await place.put(segmentName(head), bytes);
  return true;
}

/**
 * There is a file under a number that was given out just now: ours, where an answer was lost, or of a copy of this
 * profile.
 *
 * @throws CopiedProfileError; UnreadableFileError where it is torn off, which the next run takes away
 */
async function requireOurs(engine: Engine, head: SegmentHead, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { number, mark } = head;
  const there = await readOwnSegment(engine, number);
  if (there === null) {
    // A place that says of every file that it is there.
    if ((await engine.place.get(segmentName(head), MOST_BYTES.segment)) === null)
      return void (await putOver(engine, head, bytes));
    throw new UnreadableFileError(segmentName(head));
  }
  if (there.head.mark === mark) return;
  const { db } = engine;
  // Not ours to be taken away.
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwn(engine);
    await writeState(db, 'own', { ...own, loose: own.loose.filter((one) => one.number !== number) });
  });
  throw new CopiedProfileError();
}

/** A segment of ours; null where it is damaged or not there. */
export async function readOwnSegment(
  { place, key, config }: Engine,
  number: number,
): Promise<Segment | null> {
  const name = segmentName({ device: config.device, number });
  try {
    const bytes = await getFile(place, name, MOST_BYTES.segment);
    return bytes === null ? null : await readSegment(key, name, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return null;
  }
}

/** The same as `readOwnSegment`, but for one that the server can't give: `ungiven`. It may be able to later. */
export async function tryOwnSegment(engine: Engine, number: number): Promise<Segment | null | 'ungiven'> {
  try {
    return await readOwnSegment(engine, number);
  } catch (error) {
    if (!isUngiven(error)) throw error;
    console.warn('offprint: a segment of this device is not to be had', error);
    return 'ungiven';
  }
}

/**
 * Writes one segment. Its number is given out for good before: another try gets another one, so that nobody finds
 * other things in a file that they have read.
 *
 * @param replaced segments of this device whose content is in this one
 * @param settle what is done in the transaction that notes the segment as written
 * @throws CopiedProfileError where somebody else writes under this device's id, and what the place throws
 */
export async function putSegment(
  engine: Engine,
  records: readonly KeyedRecord[],
  settle: () => Promise<void> = async () => undefined,
  replaced: readonly number[] = [],
): Promise<number> {
  const { db, key, config, place } = engine;
  const { device, deviceName } = config;
  const seen = await seenNow(engine);
  const mark = deviceIdNow();
  const number = await takeNumber(engine, mark);
  const at = engine.now();
  const live = await liveNow(engine, replaced);
  const head = { device, number, mark, name: deviceName, at, seen, live };
  const bytes = await writeSegment(key, { head, records: [...records] });
  const isNew = (await place.putNew?.(segmentName(head), bytes)) ?? (await putOver(engine, head, bytes));
  if (!isNew) await requireOurs(engine, head, bytes);
  await db.transaction('rw', db.syncState, db.syncRecords, db.syncGarbage, async () => {
    const own = await readOwn(engine);
    const sent: SentSegment[] = [...own.sent, { number, bytes: bytes.length, mark }];
    const loose = own.loose.filter((one) => one.number !== number);
    await writeState(db, 'own', { ...own, sent, loose, wroteAt: at, said: seen });
    await noteContents(
      engine,
      number,
      records.map(({ key: name }) => name),
    );
    await settle();
  });
  return number;
}

/** Takes from what is fresh what was sent. Inside the caller's transaction. */
async function noteSent({ db }: Engine, rows: readonly SyncRecordRow[]): Promise<void> {
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

export function countWaiting({ db }: Pick<Engine, 'db'>): Promise<number> {
  return db.syncRecords.where('dirty').equals(1).count();
}

/**
 * Writes all that the place does not have yet.
 *
 * @throws what the place throws; what was not written stays noted
 */
export async function writeOwn(engine: Engine): Promise<void> {
  const { db } = engine;
  await holdPictures(engine);
  const total = await countWaiting(engine);
  for (let done = 0; ; ) {
    engine.signal.throwIfAborted();
    const rows = await db.syncRecords.where('dirty').equals(1).limit(RECORDS).toArray();
    if (rows.length === 0) break;
    engine.onProgress({ step: 'writing', done, total: Math.max(total, done) });
    await putFiles(engine, rows);
    await putSegment(engine, rows.map(travelling), () => noteSent(engine, rows));
    done += rows.length;
    await engine.breathe();
  }
}
