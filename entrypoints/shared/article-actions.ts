import type { Strings } from '../../components/ui/base/strings.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setInList,
  setPinned,
} from '../../utils/library/articles/change-articles.ts';
import { deleteArticles, restoreArticles } from '../../utils/library/articles/delete-articles.ts';
import { type ArticleUndo, undoEdit } from '../../utils/library/articles/edit-articles.ts';
import { allLists, createList, removeList } from '../../utils/library/lists/lists.ts';
import type { ArticleDetails, ArticleRow } from '../../utils/library/types.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { editDetails } from './edit-details.ts';
import { exportSelection } from './hand-over.ts';
import type { Act } from './use-undo.ts';

/**
 * Permanently deletes articles that are in the trash.
 *
 * @param ids ids of the articles; null for the whole trash
 * @returns a sentence about the result
 */
export async function deletePermanently(
  ids: readonly string[] | null,
  { t, count }: Strings,
): Promise<string> {
  const { removed, isFinished } = await sendToBackground('library/purge', { ids });
  return isFinished ? count('deletedForGood', removed) : t('deletedForGoodLater');
}

/** Creates the user's actions on one or several articles; most can be undone. */
export function createArticleActions(act: Act, strings: Strings) {
  const { t, count } = strings;
  const edit = (message: string, work: () => Promise<ArticleUndo>, isPlain = false): void =>
    act(async () => {
      const undo = await work();
      return undo.length === 0
        ? null
        : { message, undo: async () => (await undoEdit(undo)).length > 0, isPlain };
    });
  const remove = (sentence: string, ids: readonly string[]): void =>
    act(async () => {
      await deleteArticles(ids);
      return {
        message: sentence,
        undo: async () => (await restoreArticles(ids)) > 0,
        forGood: () => deletePermanently(ids, strings),
      };
    });
  const bulkActions = {
    onArchive: (ids: string[], archived: boolean): void =>
      edit(count(archived ? 'bulkArchived' : 'bulkUnarchived', ids.length), () => setArchived(ids, archived)),
    onFavourite: (ids: string[], favourite: boolean): void =>
      edit(count(favourite ? 'bulkFavoured' : 'bulkUnfavoured', ids.length), () =>
        setFavourite(ids, favourite),
      ),
    onDone: (ids: string[], done: boolean): void =>
      edit(count(done ? 'bulkFinished' : 'bulkUnread', ids.length), () => setDone(ids, done)),
    onPin: (ids: string[], pinned: boolean): void =>
      edit(count(pinned ? 'bulkPinned' : 'bulkUnpinned', ids.length), () => setPinned(ids, pinned)),
    onTag: (ids: string[], tag: string, isOn: boolean): void =>
      edit(count(isOn ? 'bulkTagged' : 'bulkUntagged', ids.length, tag), () =>
        changeTags(ids, isOn ? { tagsToAdd: [tag] } : { keysToRemove: [tag] }),
      ),
    onList: (ids: string[], listId: string, isIn: boolean): void =>
      act(async () => {
        const name = (await allLists()).find(({ id }) => id === listId)?.name ?? '';
        const undo = await setInList(ids, listId, isIn);
        if (undo.length === 0) return null;
        const sentence = count(isIn ? 'bulkListed' : 'bulkUnlisted', ids.length, name);
        return { message: sentence, undo: async () => (await undoEdit(undo)).length > 0 };
      }),
    onNewList: (ids: string[], name: string): void =>
      act(async () => {
        const list = await createList(name);
        await setInList(ids, list.id, true);
        return { message: count('bulkListed', ids.length, list.name), undo: () => removeList(list.id) };
      }),
    onRetry: (ids: string[]): void =>
      act(async () => {
        for (const articleId of ids) await sendToBackground('article/retryImages', { articleId });
        return { message: t('detailsRetrying'), undo: null };
      }),
    onExport: exportSelection,
    onDelete: (ids: string[]): void => remove(count('bulkDeleted', ids.length), ids),
  };
  return {
    bulkActions,
    onArchive: (article: ArticleRow, archived: boolean): void =>
      edit(t(archived ? 'libraryArchived' : 'libraryUnarchived', article.title), () =>
        setArchived([article.id], archived),
      ),
    // The change is visible and can be reversed with the same button, so no message is shown.
    onFavourite: (article: ArticleRow, favourite: boolean): void =>
      edit(
        count(favourite ? 'bulkFavoured' : 'bulkUnfavoured', 1),
        () => setFavourite([article.id], favourite),
        true,
      ),
    onDone: (article: ArticleRow, done: boolean): void => bulkActions.onDone([article.id], done),
    onPin: (article: ArticleRow, pinned: boolean): void => bulkActions.onPin([article.id], pinned),
    onOpenPage: ({ canonicalUrl }: ArticleRow): void => {
      window.open(canonicalUrl, '_blank', 'noopener,noreferrer');
    },
    onCopyLink: ({ canonicalUrl }: ArticleRow): void =>
      act(async () => {
        await navigator.clipboard.writeText(canonicalUrl);
        return { message: t('linkCopied'), undo: null };
      }),
    onExport: ({ id }: ArticleRow): void => exportSelection([id]),
    onEditDetails: (id: string, details: ArticleDetails): void =>
      act(() => editDetails(id, details, strings)),
    /** Offers to undo a deletion that was made in the reader. */
    onDeleted: (id: string, title: string): void =>
      act(async () => ({
        message: t('libraryDeleted', title),
        undo: async () => (await restoreArticles([id])) > 0,
        forGood: () => deletePermanently([id], strings),
      })),
    onDelete: (article: ArticleRow): void => remove(t('libraryDeleted', article.title), [article.id]),
  };
}
