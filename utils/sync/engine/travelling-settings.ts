/**
 * The settings that are not of one device: what is hidden, on which sites, and what the user said of pages. Theme,
 * type, keys and what the browser gives access to stay with the device.
 */
import type { ClutterKind } from '../../clutter/types.ts';
import { mayFetch } from '../../fetching/address-policy.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../settings/schema.ts';
import type { Json } from '../merge/field.ts';
import { isSameValue } from '../merge/record.ts';

type Values = ReadonlyMap<string, Json>;

/** Names of fields: `clutter:overlay`, `site:paper.example`, `page:https://…`, `siteMemory`. */
const FIELD = /^(clutter|site|page):(.*)$/s;

/** False for a field of a later version: it is not gone by not being here. */
export function isSettingField(name: string): boolean {
  const [, group, key = ''] = FIELD.exec(name) ?? [];
  if (group === 'clutter') return Object.hasOwn(DEFAULT_SETTINGS.clutter, key);
  return group !== undefined || name === 'siteMemory';
}

/** Values by field. What is as it was from the start is not there: a new device changes nothing on the others. */
export function settingValues(settings: Settings): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [kind, isHidden] of Object.entries(settings.clutter))
    if (isHidden !== DEFAULT_SETTINGS.clutter[kind as ClutterKind]) values.set(`clutter:${kind}`, isHidden);
  if (settings.siteMemory !== DEFAULT_SETTINGS.siteMemory) values.set('siteMemory', settings.siteMemory);
  for (const [host, site] of Object.entries(settings.sites))
    values.set(`site:${host}`, JSON.parse(JSON.stringify(site)) as Json);
  for (const { url, treatAs } of settings.pages) values.set(`page:${url}`, treatAs);
  return values;
}

/**
 * Puts values into settings, in place. They come from another device, and are read as what is stored is. Of pages on a
 * local network only those are taken that were chosen here: the options page makes links of their addresses.
 */
export function putValues(settings: Settings, values: Values): void {
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
  // In the order they are in here; those that are new come last.
  const urls = new Set([...own, ...said.keys()]);
  const pages = [...urls].flatMap((url) => (said.has(url) ? [{ url, treatAs: said.get(url) }] : []));
  const siteMemory = values.get('siteMemory') ?? DEFAULT_SETTINGS.siteMemory;
  const read = readSettings({ ...settings, clutter, sites, pages, siteMemory });
  Object.assign(settings, read);
}

/**
 * Puts values into settings, in place, where those are still as they were read.
 *
 * @returns what is there then; null where it was changed meanwhile, and is left as it is
 */
export function replaceValues(settings: Settings, values: Values, before: Values): Values | null {
  if (!isSameSettings(settingValues(settings), before)) return null;
  putValues(settings, values);
  return settingValues(settings);
}

export const isSameSettings = (a: Values, b: Values): boolean =>
  a.size === b.size && [...a].every(([name, value]) => isSameValue(value, b.get(name)));
