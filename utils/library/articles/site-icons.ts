/**
 * Site icons (favicons), one for each site with saved articles. Stored in `meta` and not with the articles, because
 * they are not part of the saved content, and are fetched again with the next save.
 */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';

const KEY_PREFIX = 'icon ';

/** Whether an icon is stored for the host. */
export async function hasSiteIcon(host: string, db: LibraryDb = library): Promise<boolean> {
  return (await db.meta.get(KEY_PREFIX + host)) !== undefined;
}

/**
 * Stores the icon of a host.
 *
 * @param address a `data:` URL of the icon
 */
export async function storeSiteIcon(host: string, address: string, db: LibraryDb = library): Promise<void> {
  await db.meta.put({ key: KEY_PREFIX + host, value: address });
}

/** Returns the `data:` URLs of all icons, by host. */
export async function getSiteIcons(db: LibraryDb = library): Promise<Map<string, string>> {
  const rows = await db.meta.where('key').startsWith(KEY_PREFIX).toArray();
  return new Map(
    rows.flatMap(({ key, value }) =>
      typeof value === 'string' ? [[key.slice(KEY_PREFIX.length), value] as const] : [],
    ),
  );
}

/** Deletes the icons of sites without saved articles. */
export async function deleteUnusedSiteIcons(db: LibraryDb = library): Promise<void> {
  const hosts = [...(await getSiteIcons(db)).keys()];
  const counts = await db.counts.bulkGet(hosts.map((host) => `host:${host}`));
  await db.meta.bulkDelete(hosts.filter((_, i) => counts[i] === undefined).map((host) => KEY_PREFIX + host));
}
