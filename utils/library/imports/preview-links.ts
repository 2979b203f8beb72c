/** Previews what adding some addresses would do. */

import { readRecords } from '../../transfer/import/detect-format.ts';
import { splitLinks } from '../../transfer/import/split-links.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { LinkPreview } from '../view-types.ts';

/** Addresses per query. */
const BATCH_SIZE = 500;

/** Articles at these addresses, including redirected ones, by address. */
async function findExisting(
  db: LibraryDb,
  identities: readonly string[],
): Promise<Map<string, LinkPreview['existing'][0]>> {
  const found = new Map<string, LinkPreview['existing'][0]>();
  const requested = new Set(identities);
  for (let from = 0; from < identities.length; from += BATCH_SIZE) {
    const rows = await db.articles
      .where('addresses')
      .anyOf(identities.slice(from, from + BATCH_SIZE))
      .toArray();
    // Deleted articles count as new.
    for (const { addresses, id, title, deletedAt } of rows) {
      if (deletedAt === null)
        for (const one of addresses) if (requested.has(one)) found.set(one, { id, title });
    }
  }
  return found;
}

/**
 * Extracts addresses from a text, and checks which of them are in the library.
 *
 * @param text as it was typed, pasted or dropped
 */
export async function previewLinks(text: string, db: LibraryDb = library): Promise<LinkPreview> {
  const items = new Map<string, LinkPreview['newLinks'][0]>();
  const failures: LinkPreview['failures'] = [];
  let duplicates = 0;
  for await (const record of readRecords(new Blob([splitLinks(text)]), 'urlList')) {
    if ('why' in record) failures.push(record);
    if (!('item' in record)) continue;
    const identity = normaliseAddress(record.item.url);
    if (items.has(identity)) duplicates += 1;
    else items.set(identity, { url: record.item.url, title: record.item.title });
  }
  const existing = await findExisting(db, [...items.keys()]);
  return {
    newLinks: [...items].flatMap(([identity, item]) => (existing.has(identity) ? [] : [item])),
    existing: [...new Map([...existing.values()].map((article) => [article.id, article])).values()],
    duplicates,
    failures,
  };
}
