/**
 * Syncs the settings that are not specific to a device: which clutter is hidden on which sites, and the user's overrides
 * for pages. Theme, typography, shortcuts and the browser's permissions are not synced. Settings are not rows of the
 * library, so they are not merged by `reconcile`.
 */

import type { ClutterKind } from '../../clutter/types.ts';
import { mayFetch } from '../../fetching/address-policy.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../settings/schema.ts';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  filterUnchangedSubstitutes,
  findSubstitutes,
  isSameValue,
  mergeRecords,
  type SyncRecord,
  undoSubstitutes,
  valuesOf,
  withoutFutureStamps,
} from '../merge/record.ts';
import { EARLIEST_TIME, type Json } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { findUnsentFields } from './reconcile.ts';
import { readState, writeState } from './sync-state.ts';

const RECORD_NAME = 'setting\nsettings';

/**
 * Merges local and incoming settings. The settings are written before their sync record, so that after an interruption in
 * between, incoming values are only sent again, and nothing is lost.
 *
 * @param incoming the record from another device; by default, only local changes are recorded
 */
export async function syncSettings(engine: Engine, incoming: SyncRecord = EMPTY_RECORD): Promise<void> {
  const { db, key, clock, settings } = engine;
  if (settings === null) return;
  const name = key.computeName('record', RECORD_NAME);
  const row = await db.syncRecords.get(name);
  const known = row
    ? withoutFutureStamps({ fields: row.fields, gone: row.gone }, engine.now())
    : EMPTY_RECORD;
  for (const [stamp] of Object.values(incoming.fields)) clock.observe(stamp);
  const storedValues = await settings.read();
  const localValues = undoSubstitutes(storedValues, known, row?.shown);
  // When a device joins a library, its own settings apply only if no other device has set them.
  const isJoining = row === undefined && (await readState(db, 'walk'))?.first === 'join';
  const afterLocal = isJoining
    ? applyLocalChanges(
        known,
        localValues,
        () => clock.at(EARLIEST_TIME),
        () => true,
      )
    : applyLocalChanges(
        known,
        localValues,
        (seen) => clock.next(seen),
        (name) => !isSettingField(name),
      );
  if (afterLocal === known && incoming === EMPTY_RECORD) return;
  const result = mergeRecords(afterLocal, incoming);
  const wanted = valuesOf(result);
  let shown = filterUnchangedSubstitutes(row?.shown, known, result);
  if (!isSameSettings(wanted, localValues)) {
    const resultingValues = await settings.write(wanted, storedValues);
    // The settings have changed since they were read. Merge that change, too.
    if (resultingValues === null) return syncSettings(engine, incoming);
    shown = findSubstitutes(wanted, resultingValues);
  }
  const unsent = findUnsentFields(row, known, incoming, result);
  const newRow: SyncRecordRow = {
    key: name,
    kind: 'setting',
    local: '',
    fields: { ...result.fields },
    gone: null,
    fresh: unsent,
    shown,
  };
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    await db.syncRecords.put(unsent.length > 0 ? { ...newRow, dirty: 1 } : newRow);
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}

type Values = ReadonlyMap<string, Json>;

/** Field names are, for example, `clutter:overlay`, `site:paper.example` and `page:https://…`. */
const FIELD_NAME = /^(clutter|site|page):(.*)$/s;

/** False for a field of a later version, whose absence on this device does not mean that it was removed. */
function isSettingField(name: string): boolean {
  const [, group, key = ''] = FIELD_NAME.exec(name) ?? [];
  if (group === 'clutter') return Object.hasOwn(DEFAULT_SETTINGS.clutter, key);
  return group !== undefined;
}

/**
 * Converts settings to values by field. Default values are omitted, so that a new device does not change settings on
 * other devices.
 */
export function toSettingValues(settings: Settings): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [kind, isHidden] of Object.entries(settings.clutter))
    if (isHidden !== DEFAULT_SETTINGS.clutter[kind as ClutterKind]) values.set(`clutter:${kind}`, isHidden);
  for (const [host, site] of Object.entries(settings.sites))
    values.set(`site:${host}`, JSON.parse(JSON.stringify(site)) as Json);
  for (const { url, treatAs } of settings.pages) values.set(`page:${url}`, treatAs);
  return values;
}

/**
 * Applies values from another device to the settings, in place. They are validated like stored settings. Overrides for
 * pages on a local network are accepted only if they were added on this device, because the options page shows their URLs
 * as links.
 */
function applySettings(settings: Settings, values: Values): void {
  const clutter: Record<string, Json> = { ...DEFAULT_SETTINGS.clutter };
  const sites: Record<string, Json> = {};
  const pageValues = new Map<string, Json>();
  const localUrls = new Set(settings.pages.map(({ url }) => url));
  for (const [name, value] of values) {
    const [, group, key = ''] = FIELD_NAME.exec(name) ?? [];
    if (group === 'clutter') clutter[key] = value;
    else if (group === 'site') sites[key] = value;
    else if (group === 'page' && (localUrls.has(key) || mayFetch(key))) pageValues.set(key, value);
  }
  // Keep the local order, and append new pages.
  const urls = new Set([...localUrls, ...pageValues.keys()]);
  const pages = [...urls].flatMap((url) =>
    pageValues.has(url) ? [{ url, treatAs: pageValues.get(url) }] : [],
  );
  Object.assign(settings, readSettings({ ...settings, clutter, sites, pages }));
}

/**
 * Applies values to the settings, in place, unless the settings have changed since they were read.
 *
 * @param before the settings as they were read
 * @returns the resulting values; null if the settings have changed meanwhile, in which case nothing is written
 */
export function replaceSettings(settings: Settings, values: Values, before: Values): Values | null {
  if (!isSameSettings(toSettingValues(settings), before)) return null;
  applySettings(settings, values);
  return toSettingValues(settings);
}

const isSameSettings = (a: Values, b: Values): boolean =>
  a.size === b.size && [...a].every(([name, value]) => isSameValue(value, b.get(name)));
