/**
 * Syncs the settings that are not specific to one device: what is hidden, on which sites, and how the user classified
 * pages. Theme, type, shortcuts and the browser's permissions stay on the device. Settings are not rows of the library,
 * so they have a merge of their own.
 */

import type { ClutterKind } from '../../clutter/types.ts';
import { mayFetch } from '../../fetching/address-policy.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../settings/schema.ts';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  findSubstitutes,
  isSameValue,
  keepSubstitutes,
  mergeRecords,
  type SyncRecord,
  undoSubstitutes,
  valuesOf,
  withoutFutureStamps,
} from '../merge/record.ts';
import { EARLIEST_TIME, type Json } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { unsentFields } from './reconcile.ts';
import { readState, writeState } from './sync-state.ts';

const NAME = 'setting\nsettings';

/**
 * Merges local and incoming settings. Settings are written before their sync record: after an interruption in between,
 * incoming values are sent again and nothing is lost.
 */
export async function syncSettings(engine: Engine, incoming: SyncRecord = EMPTY_RECORD): Promise<void> {
  const { db, key, clock, settings } = engine;
  if (settings === null) return;
  const name = key.nameOf('record', NAME);
  const row = await db.syncRecords.get(name);
  const known = row
    ? withoutFutureStamps({ fields: row.fields, gone: row.gone }, engine.now())
    : EMPTY_RECORD;
  for (const [stamp] of Object.values(incoming.fields)) clock.observe(stamp);
  const read = await settings.read();
  const localValues = undoSubstitutes(read, known, row?.shown);
  // When a device joins, its settings apply only if the other devices have not set them.
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
  let shown = keepSubstitutes(row?.shown, known, result);
  if (!isSameSettings(wanted, localValues)) {
    const written = await settings.write(wanted, read);
    // Changed by the user since they were read; merge that change first.
    if (written === null) return syncSettings(engine, incoming);
    shown = findSubstitutes(wanted, written);
  }
  const fresh = unsentFields(row, known, incoming, result);
  const after: SyncRecordRow = {
    key: name,
    kind: 'setting',
    local: '',
    fields: { ...result.fields },
    gone: null,
    fresh,
    shown,
  };
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    await db.syncRecords.put(fresh.length > 0 ? { ...after, dirty: 1 } : after);
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}

type Values = ReadonlyMap<string, Json>;

/** Names of fields: `clutter:overlay`, `site:paper.example`, `page:https://…`. */
const FIELD = /^(clutter|site|page):(.*)$/s;

/** False for a field of a later version: its absence on this device does not mean that it was removed. */
export function isSettingField(name: string): boolean {
  const [, group, key = ''] = FIELD.exec(name) ?? [];
  if (group === 'clutter') return Object.hasOwn(DEFAULT_SETTINGS.clutter, key);
  return group !== undefined;
}

/**
 * The synced settings as values by field. Default values are omitted, so that a new device changes nothing on the
 * others.
 */
export function settingValues(settings: Settings): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [kind, isHidden] of Object.entries(settings.clutter))
    if (isHidden !== DEFAULT_SETTINGS.clutter[kind as ClutterKind]) values.set(`clutter:${kind}`, isHidden);
  for (const [host, site] of Object.entries(settings.sites))
    values.set(`site:${host}`, JSON.parse(JSON.stringify(site)) as Json);
  for (const { url, treatAs } of settings.pages) values.set(`page:${url}`, treatAs);
  return values;
}

/**
 * Applies values from another device to the settings, in place, with the same validation as stored settings. Pages on a
 * local network are accepted only if they were added on this device, because the options page turns their addresses
 * into links.
 */
export function applySettings(settings: Settings, values: Values): void {
  const clutter: Record<string, Json> = { ...DEFAULT_SETTINGS.clutter };
  const sites: Record<string, Json> = {};
  const said = new Map<string, Json>();
  const own = new Set(settings.pages.map(({ url }) => url));
  for (const [name, value] of values) {
    const [, group, key = ''] = FIELD.exec(name) ?? [];
    if (group === 'clutter') clutter[key] = value;
    else if (group === 'site') sites[key] = value;
    else if (group === 'page' && (own.has(key) || mayFetch(key))) said.set(key, value);
  }
  // In the local order; new pages come last.
  const urls = new Set([...own, ...said.keys()]);
  const pages = [...urls].flatMap((url) => (said.has(url) ? [{ url, treatAs: said.get(url) }] : []));
  Object.assign(settings, readSettings({ ...settings, clutter, sites, pages }));
}

/**
 * Applies values to the settings, in place, if they have not changed since they were read.
 *
 * @param before the settings as they were read
 * @returns the resulting values; null if the settings have changed meanwhile, and are left as they are
 */
export function replaceSettings(settings: Settings, values: Values, before: Values): Values | null {
  if (!isSameSettings(settingValues(settings), before)) return null;
  applySettings(settings, values);
  return settingValues(settings);
}

export const isSameSettings = (a: Values, b: Values): boolean =>
  a.size === b.size && [...a].every(([name, value]) => isSameValue(value, b.get(name)));
