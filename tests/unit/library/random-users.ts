/** What users do to a library, and what of it must not be lost. */
import {
  changeTags,
  setArchived,
  setInList,
  setProgress,
} from '../../../utils/library/articles/change-articles.ts';
import {
  addHighlight,
  changeHighlight,
  deleteHighlight,
} from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeDeleted } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { createList, removeList } from '../../../utils/library/lists/lists.ts';
import { renameTag } from '../../../utils/library/lists/manage-tags.ts';
import { createSmartList, removeSmartList } from '../../../utils/library/lists/smart-lists.ts';
import { mergePeople, renamePerson } from '../../../utils/library/people/decide-people.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { deleteVersions } from '../../../utils/library/schema/storage-use.ts';
import type { ArticleRow, ImageRow } from '../../../utils/library/types.ts';
import { makeQuote, makeSave } from './make-article.ts';
/** Articles the random users save. */
export const QUAYS = 6;

export async function saveQuay(db: LibraryDb, quay: number, edition: number): Promise<void> {
  const text = `Quay ${quay} was closed for the ${edition}th time.\n\n“We stayed at quay ${quay},” the pilot said. \ud800 is half a letter.\tTabbed.`;
  const speaker = ['Ina Holm', 'Bo Arnholt', null][quay % 3] ?? null;
  await saveArticle(
    makeSave(
      { url: `https://paper.example/quay-${quay}`, title: `Quay ${quay}`, text },
      {
        quotes: [makeQuote(`We stayed at quay ${quay},`, speaker, text.indexOf('We'))],
        images: [`https://img.example/${quay}.png`],
        tags: quay % 2 === 0 ? ['Sea'] : [],
      },
    ),
    db,
  );
}

type Step = (db: LibraryDb, quay: number, n: number) => Promise<unknown>;

export const pickArticle = async (db: LibraryDb, quay: number): Promise<string[]> => {
  const ids = await db.articles.toCollection().primaryKeys();
  const id = ids[quay % Math.max(1, ids.length)];
  return id === undefined ? [] : [id];
};

const allArticles = (db: LibraryDb): Promise<string[]> => db.articles.toCollection().primaryKeys();

/** What users do, as far as it changes rows. */
export const STEPS: Record<string, Step> = {
  save: (db, quay, n) => saveQuay(db, quay, n),
  archive: async (db, quay, n) => setArchived(await pickArticle(db, quay), n % 2 === 0, db),
  tag: async (db, quay, n) => changeTags(await pickArticle(db, quay), { tagsToAdd: [`tag ${n % 3}`] }, db),
  tagAll: async (db, _, n) => changeTags(await allArticles(db), { tagsToAdd: [`all ${n % 3}`] }, db),
  archiveAll: async (db, _, n) => setArchived(await allArticles(db), n % 2 === 0, db),
  renameTag: (db, _, n) => renameTag(`tag ${n % 3}`, `tag ${(n + 1) % 3}`, db),
  read: async (db, quay, n) => {
    for (const id of await pickArticle(db, quay)) await setProgress(id, (n % 10) / 10, db);
  },
  list: async (db, quay, n) => {
    const list = await createList(`List ${n}`, null, db);
    await setInList(await pickArticle(db, quay), list.id, true, db);
  },
  unlist: async (db, _, n) => {
    const lists = await db.lists.toArray();
    const list = lists[n % Math.max(1, lists.length)];
    if (list !== undefined) await removeList(list.id, db);
  },
  smart: (db, _, n) => createSmartList(`Smart ${n}`, 'is:unread', { by: 'saved', reversed: false }, db),
  unsmart: async (db) => {
    const row = await db.smartLists.toCollection().first();
    if (row !== undefined) await removeSmartList(row.id, db);
  },
  mark: async (db, quay, n) => {
    for (const id of await pickArticle(db, quay)) {
      await addHighlight(id, { start: 0, end: 4 + (n % 3) }, { note: `note ${n}`, colour: 'blue' }, db);
    }
  },
  remark: async (db, _, n) => {
    const row = await db.highlights.toCollection().first();
    if (row !== undefined) await changeHighlight(row.id, { note: `again ${n}` }, db);
  },
  unmark: async (db) => {
    const row = await db.highlights.toCollection().first();
    if (row !== undefined) await deleteHighlight(row.id, db);
  },
  person: async (db) => {
    const names = (await db.speakers.toArray()).map(({ speakerKey }) => speakerKey);
    if (names[0] !== undefined && names[1] !== undefined) await mergePeople([names[0], names[1]], db);
    else if (names[0] !== undefined) await renamePerson(names[0], 'Ina B. Holm', db);
  },
  trash: async (db, quay) => deleteArticles(await pickArticle(db, quay), db),
  purge: (db) => purgeDeleted(Date.now() + 1, db),
  deleteVersions: (db) => deleteVersions(db),
};

/** What must come back, without what is derived, numbered anew or fetched again. */
export async function keepsakes(db: LibraryDb): Promise<Record<string, unknown[]>> {
  const article = ({ searchDoc, views, imagesSaved, imagesFailed, imagesTotal, ...row }: ArticleRow) => row;
  const image = ({ id, url, articleId }: ImageRow) => ({ id, url, articleId });
  const rows = async (name: string): Promise<unknown[]> => db.table(name).toArray();
  return {
    articles: (await db.articles.toArray()).map(article),
    images: (await db.images.toArray()).map(image),
    contents: await rows('contents'),
    quotes: await rows('quoteSets'),
    versions: await rows('versions'),
    highlights: await rows('highlights'),
    corrections: await rows('corrections'),
    lists: await rows('lists'),
    tags: await rows('tags'),
    smartLists: await rows('smartLists'),
    people: await rows('people'),
    aliases: await rows('aliases'),
    counts: (await db.counts.toArray()).filter(({ view }) => view !== ''),
  };
}
