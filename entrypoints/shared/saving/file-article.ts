/** Edits tags, lists and note of a saved article in the popup and the side panel. Loaded on demand, because it uses Dexie. */
import type { SavedDetails } from '../../../components/popup/SaveActions.tsx';
import { shownDetails, statedDetails } from '../../../utils/library/articles/article-details.ts';
import {
  getArticleNote,
  mergeArticleNote,
  undoArticleNote,
} from '../../../utils/library/articles/article-note.ts';
import { getArticles } from '../../../utils/library/articles/articles.ts';
import { changeTags, setInList } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, restoreArticles } from '../../../utils/library/articles/delete-articles.ts';
import { type ArticleUndo, undoEdit } from '../../../utils/library/articles/edit-articles.ts';
import { createList, listTree, removeList } from '../../../utils/library/lists/lists.ts';
import { suggestTags } from '../../../utils/library/lists/suggest-tags.ts';
import { allTags } from '../../../utils/library/lists/tags.ts';
import type { ArticleDetails } from '../../../utils/library/types.ts';
import { editDetails } from '../edit-details.ts';

/** Reads tags, lists and note of an article for editing. @returns null if the article is gone */
export async function readFiling(articleId: string): Promise<SavedDetails | null> {
  const [[row], tags, lists, suggested, note] = await Promise.all([
    getArticles([articleId]),
    allTags(),
    listTree(),
    suggestTags([articleId]),
    getArticleNote(articleId),
  ]);
  if (row === undefined) return null;
  const names = new Set([...row.tags, ...tags.sort((a, b) => b.count - a.count).map(({ tag }) => tag)]);
  return {
    tags: [...names].map((tag) => ({
      value: tag,
      label: tag,
      state: row.tags.includes(tag) ? 'all' : 'none',
    })),
    suggested,
    lists: lists.map(({ list, depth }) => ({
      value: list.id,
      label: list.name,
      depth,
      state: row.listIds.includes(list.id) ? 'all' : 'none',
    })),
    note,
  };
}

/** @returns null if the article is gone */
async function readDetails(
  articleId: string,
): Promise<{ shown: ArticleDetails; stated: ArticleDetails } | null> {
  const [row] = await getArticles([articleId]);
  return row === undefined ? null : { shown: shownDetails(row), stated: statedDetails(row) };
}

/** Undoes a change; resolves to false if that is no longer possible. */
type UndoFunction = () => Promise<unknown>;

const toUndoFunction = (undo: ArticleUndo): UndoFunction | null =>
  undo.length === 0 ? null : async () => (await undoEdit(undo)).length > 0;

/** Operations on a saved article. Where possible they return a function that undoes them; null if nothing changed. */
export const filing = {
  tag: async (id: string, tag: string, isOn: boolean): Promise<UndoFunction | null> =>
    toUndoFunction(await changeTags([id], isOn ? { tagsToAdd: [tag] } : { keysToRemove: [tag] })),
  list: async (id: string, listId: string, isIn: boolean): Promise<UndoFunction | null> =>
    toUndoFunction(await setInList([id], listId, isIn)),
  newList: async (id: string, name: string): Promise<UndoFunction> => {
    const list = await createList(name);
    await setInList([id], list.id, true);
    return () => removeList(list.id);
  },
  /** Stores a note. If the stored one is no longer `base`, both changes are merged. */
  mergeNote: (id: string, note: string, base: string) => mergeArticleNote(id, note, base),
  /** Restores the former note. @returns false if the note has been changed since */
  undoNote: (id: string, note: string, former: string) => undoArticleNote(id, note, former),
  readDetails,
  editDetails,
  undoSave: (id: string) => deleteArticles([id]),
  /** @returns false if the article has been deleted permanently */
  redoSave: async (id: string) => (await restoreArticles([id])) > 0,
};
