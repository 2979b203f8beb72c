/** Renaming, merging and removing tags, with undo, and suggestions for merging similar ones. */
import { listArticleIds } from '../articles/articles.ts';
import { type ArticleUndo, editRows, undoEdit } from '../articles/edit-articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { equalsWithTypos } from '../search/find-terms.ts';
import type { TagRow } from '../user-types.ts';
import type { TagCount } from '../view-types.ts';
import { cleanTag, tagKey } from './tags.ts';

/** The data needed to undo a change of a tag. */
export interface TagUndo {
  /** Former rows; null for rows that did not exist. */
  rows: { key: string; row: TagRow | null }[];
  articles: ArticleUndo;
}

async function change(
  db: LibraryDb,
  keys: readonly string[],
  work: (rows: Map<string, TagRow>) => Promise<ArticleUndo>,
): Promise<TagUndo> {
  return db.write([db.tags, db.articles, db.counts], async () => {
    const found = await db.tags.bulkGet([...keys]);
    const rows = new Map(found.flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
    const before = keys.map((key) => ({ key, row: rows.get(key) ?? null }));
    return { rows: before, articles: await work(rows) };
  });
}

/** Replaces a tag by another name, or removes it, in all articles. */
async function replaceTag(db: LibraryDb, from: string, to: string | null): Promise<ArticleUndo> {
  return editRows(db, await listArticleIds(`tag:${from}`, db), (article) => {
    const tags = article.tags.flatMap((tag) => (tag === from ? (to === null ? [] : [to]) : [tag]));
    article.tags = [...new Set(tags)];
  });
}

/**
 * Renames a tag. If the new name is that of another tag, the two are merged. Articles that later get the old name get
 * the new one instead.
 *
 * @param name the tag's name as stored in articles
 * @returns the undo data, and the resulting name, which is the other tag's after a merge
 */
export async function renameTag(
  name: string,
  to: string,
  db: LibraryDb = library,
): Promise<TagUndo & { name: string }> {
  const from = tagKey(name);
  const spelling = cleanTag(to);
  const target = tagKey(spelling);
  let chosen = spelling;
  const undo = await change(db, [...new Set([from, target])], async (rows) => {
    if (target === '') return [];
    const now = Date.now();
    const existing = target === from ? undefined : rows.get(target);
    if (existing !== undefined && existing.aliasOf === null) chosen = existing.name;
    await db.tags.put({ key: target, name: chosen, createdAt: existing?.createdAt ?? now, aliasOf: null });
    if (target !== from) {
      await db.tags.put({ key: from, name, createdAt: rows.get(from)?.createdAt ?? now, aliasOf: target });
      // Keep aliases flat: none refers to another alias.
      await db.tags.where('aliasOf').equals(from).modify({ aliasOf: target });
    }
    return replaceTag(db, name, chosen);
  });
  return { ...undo, name: chosen };
}

/** Removes a tag from all articles. */
export function removeTag(name: string, db: LibraryDb = library): Promise<TagUndo> {
  return change(db, [tagKey(name)], async () => {
    await db.tags.delete(tagKey(name));
    return replaceTag(db, name, null);
  });
}

/** Undoes a change of a tag. */
export async function undoTagChange(undo: TagUndo, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.tags, db.lists, db.articles, db.counts, async () => {
    for (const { key, row } of undo.rows) {
      if (row === null) await db.tags.delete(key);
      else await db.tags.put(row);
    }
    await undoEdit(undo.articles, db);
  });
}

/** Normalises a tag for comparison: removes word separators and the ending of an English plural. */
function tagStem(tag: string): string {
  return tagKey(tag)
    .replace(/[\s_#-]+/g, '')
    .replace(/(?:es|s)$/, '');
}

/** Pairs of tags that are probably the same, the rarer one first: different characters, a plural, or a typo. */
export function suggestMerges(tags: readonly TagCount[], limit = 5): [rarer: TagCount, commoner: TagCount][] {
  const pairs: [TagCount, TagCount][] = [];
  // The number is limited because all pairs are compared. More tags are rarely maintained by hand.
  const some = tags.slice(0, 600);
  for (const [i, a] of some.entries()) {
    for (const b of some.slice(i + 1)) {
      const [x, y] = [tagStem(a.tag), tagStem(b.tag)];
      if (x.length < 3 || (x !== y && !(x.length >= 6 && equalsWithTypos(x, y)))) continue;
      pairs.push(a.count <= b.count ? [a, b] : [b, a]);
    }
  }
  return pairs.sort((a, b) => b[1].count - a[1].count).slice(0, limit);
}
