/** What users do to devices that sync, beside what they do to a library. */
import { shownDetails } from '../../../utils/library/articles/article-details.ts';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../../utils/library/articles/change-details.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../utils/library/articles/delete-articles.ts';
import { cleanDatabase } from '../../../utils/library/deletion/clean-database.ts';
import { removeList, restoreList } from '../../../utils/library/lists/lists.ts';
import { removeTag, undoTagChange } from '../../../utils/library/lists/manage-tags.ts';
import { updateLog } from '../../../utils/library/log/maintain-log.ts';
import { splitPerson } from '../../../utils/library/people/decide-people.ts';
import { reconcile } from '../../../utils/sync/engine/reconcile.ts';
import { clearSyncState } from '../../../utils/sync/engine/sync-state.ts';
import type { RecordKind } from '../../../utils/sync/format/segment-file.ts';
import type { Field } from '../../../utils/sync/merge/stamp.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { MemoryPlace } from '../library/memory-place.ts';
import { pickArticle } from '../library/random-users.ts';
import { type SharedPlace, TestDevice } from './sync-devices.ts';

/** A device whose change log is kept as the background keeps it. */
export class LoggedDevice extends TestDevice {
  readonly log: MemoryPlace;

  constructor(place: SharedPlace, log = new MemoryPlace()) {
    super(place, freshLibrary(log));
    this.log = log;
  }

  async keepLog(cleaned: string | null = null): Promise<void> {
    await updateLog(this.db, this.log, async () => undefined, cleaned);
  }

  /** Deletes articles for good, and shreds what the log has of them, at once. */
  async purge(ids: readonly string[]): Promise<void> {
    await deleteArticles(ids, this.db);
    await purgeArticles(ids, this.db);
    await this.keepLog(await cleanDatabase(this.db));
  }

  /** What it knows of everything: in the end the same as all others. */
  async known(): Promise<unknown[]> {
    const rows = await this.db.syncRecords.toArray();
    return rows.map(({ key, kind, fields, gone }) => ({ key, kind, fields, gone }));
  }
}

type Step = (device: LoggedDevice, quay: number, n: number) => Promise<unknown>;

/** A later version's device says something that nobody here knows. */
async function sayUnknown(device: LoggedDevice, n: number): Promise<void> {
  const engine = await device.open();
  const rows = (await device.db.syncRecords.toArray()).filter(
    ({ kind, local }) => kind !== 'setting' && local !== '',
  );
  const row = rows[n % Math.max(1, rows.length)];
  if (row === undefined) return;
  const seen = row.fields.rating?.[0] ?? null;
  const rating: Field = [engine.clock.next(seen), n];
  const incoming = { fields: { rating }, gone: null };
  await reconcile(engine, [{ key: row.key, kind: row.kind as RecordKind, local: null, incoming }]);
  const now = await device.db.syncRecords.get(row.key);
  if (now?.fields.rating === undefined) return;
  await device.db.syncRecords.update(row.key, { fresh: [...new Set([...now.fresh, 'rating'])], dirty: 1 });
}

export const DEVICE_STEPS: Record<string, Step> = {
  details: async ({ db }, quay, n) => {
    for (const id of await pickArticle(db, quay)) {
      const row = await db.articles.get(id);
      const own = n % 4 === 0 ? {} : { title: `Title ${n}`, publishedAt: `2026-03-${10 + n}` };
      if (row) await changeDetails(id, { ...shownDetails(row), ...row.stated, ...own }, db);
    }
  },
  purgeNow: async (device, quay) => device.purge(await pickArticle(device.db, quay)),
  split: async ({ db }, quay) => {
    for (const id of await pickArticle(db, quay)) await splitPerson('ina holm', id, db);
  },
  unlistAndBack: async (device, _, n) => {
    const lists = await device.db.lists.toArray();
    const list = lists[n % Math.max(1, lists.length)];
    const removed = list && (await removeList(list.id, device.db));
    if (n % 2 === 0) await device.syncUntilDone();
    if (removed) await restoreList(removed, device.db);
  },
  leaveAndJoin: async (device) => {
    await clearSyncState(device.db);
    for (;;) {
      const isThere = await device.setUp('join').catch(() => null);
      if (isThere !== null) return;
    }
  },
  tagInOtherCase: async ({ db }, quay, n) => {
    const spelling = ['sea', 'SEA', 'Sea'][n % 3] ?? '';
    await changeTags(await pickArticle(db, quay), { tagsToAdd: [spelling] }, db);
  },
  untagAndBack: async (device, _, n) => {
    const names = (await device.db.tags.toArray()).map(({ name }) => name);
    const name = names[n % Math.max(1, names.length)];
    const undo = name === undefined ? null : await removeTag(name, device.db);
    if (n % 2 === 0) await device.syncUntilDone();
    if (undo !== null && n % 3 > 0) await undoTagChange(undo, device.db);
  },
  trashAndBack: async (device, quay, n) => {
    const ids = await pickArticle(device.db, quay);
    await deleteArticles(ids, device.db);
    if (n % 2 === 0) await device.syncUntilDone();
    await restoreArticles(ids, device.db);
  },
  unknown: (device, _, n) => sayUnknown(device, n),
};
