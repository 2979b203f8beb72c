import { useEffect, useRef, useState } from 'preact/hooks';
import type { SavedState, TagsAndListsProps } from '../../components/reader/reader-props.ts';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { describeReplacement } from '../../components/ui/base/format.ts';
import { type Strings, useStrings } from '../../components/ui/base/strings.ts';
import { getArticles } from '../../utils/library/articles/articles.ts';
import { setProgress } from '../../utils/library/articles/change-articles.ts';
import { allLists } from '../../utils/library/lists/lists.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import type { SaveOutcome } from '../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { READ_THRESHOLD } from '../../utils/text/reading-progress.ts';
import { createArticleActions } from '../shared/article-actions.ts';
import { explainError } from '../shared/explain-error.ts';
import { handOverReplaced, takeReplaced } from '../shared/hand-over.ts';
import { readFiling } from '../shared/saving/file-article.ts';
import { useSynced } from '../shared/saving/use-synced.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { useUndo } from '../shared/use-undo.ts';
import type { OpenDocument } from './open-document.ts';

function toSavedState(row: ArticleRow, synced: SavedState['synced']): SavedState {
  return {
    savedAt: row.updatedAt,
    isFavourite: row.favourite,
    isArchived: row.archivedAt !== null,
    imagesTotal: row.imagesTotal,
    imagesSaved: row.imagesSaved,
    imagesFailed: row.imagesFailed,
    synced: synced ?? null,
  };
}

/** Shows the saved copy of a page that was read from its tab. If saving replaced a text, the copy offers to undo that. */
export function openSavedCopy(
  { articleId, replaced, undo }: Pick<Extract<SaveOutcome, { ok: true }>, 'articleId' | 'replaced' | 'undo'>,
  strings: Strings,
): void {
  if (replaced !== undefined && undo !== undefined)
    handOverReplaced({ message: describeReplacement(strings, replaced), undo });
  location.replace(`reader.html?id=${encodeURIComponent(articleId)}`);
}

/**
 * Whether the open article is saved, and the actions on it.
 *
 * @param document_ the open article
 * @param reopen called when images have been saved that the open copy does not show
 * @param undo runs actions that can be undone
 */
export function useSavedActions(
  document_: OpenDocument | null,
  reopen: () => void,
  { act, offer }: Pick<ReturnType<typeof useUndo>, 'act' | 'offer'>,
) {
  const strings = useStrings();
  const { t } = strings;
  const articleActions = createArticleActions(act, strings);
  const announce = useAnnounce();
  const [saveError, setSaveError] = useState<string | null>(null);
  const id = document_?.row?.id ?? null;
  const live = useLibrary(() => (id === null ? Promise.resolve([]) : getArticles([id])), [id], true);
  const row = live?.[0] ?? document_?.row ?? null;

  const synced = useSynced(id);
  const isComplete = row !== null && row.imagesSaved + row.imagesFailed >= row.imagesTotal;
  const hasMore = row !== null && document_?.row != null && row.imagesSaved > document_.row.imagesSaved;
  const latest = useRef(reopen);
  latest.current = reopen;
  useEffect(() => {
    // Reopened only after the last image, so that the text does not move with each one.
    if (isComplete && hasMore) latest.current();
  }, [isComplete, hasMore]);

  const isOpen = id !== null;
  useEffect(() => {
    const replaced = isOpen ? takeReplaced() : null;
    if (replaced === null) return;
    const { message, undo: token } = replaced;
    offer({
      message,
      undo: async () => {
        const isRestored = await sendToBackground('save/undo', { token });
        latest.current();
        return isRestored;
      },
    });
  }, [isOpen]);

  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      console.error('offprint: not changed', error);
      announce(explainError(error, t));
    });
  };

  return {
    row,
    saved: row === null ? null : toSavedState(row, synced),
    saveError,
    /** @param isLeaving whether the page may be closed before the library has stored it */
    keepProgress: (progress: number, isLeaving: boolean): void => {
      if (row === null || (row.progress >= READ_THRESHOLD && progress < READ_THRESHOLD)) return;
      const articleId = row.id;
      const at = Date.now();
      run(
        isLeaving
          ? sendToBackground('article/keepProgress', { articleId, progress, at }).catch(() =>
              setProgress(articleId, progress, undefined, at),
            )
          : setProgress(articleId, progress),
      );
    },
    toggleFavourite: (): void => {
      if (row !== null) articleActions.onFavourite(row, !row.favourite);
    },
    toggleArchived: (): void => {
      if (row !== null) articleActions.onArchive(row, row.archivedAt === null);
    },
    retryImages: (): void => {
      if (row !== null) run(sendToBackground('article/retryImages', { articleId: row.id }));
    },
    save: (): void => {
      if (document_?.tabId == null) return;
      sendToBackground('article/save', { tabId: document_.tabId })
        .then((outcome) => {
          if (outcome.ok) openSavedCopy(outcome, strings);
          else setSaveError(outcome.message || t(`saveError_${outcome.code}`));
        })
        .catch((error: unknown) => {
          console.error('offprint: not saved', error);
          setSaveError(t('saveError_failed'));
        });
    },
  };
}

/** The current tags and lists of the open article. Null if it is not saved. */
export function useTagsAndLists(
  row: ArticleRow | null,
  { bulkActions }: Pick<ReturnType<typeof createArticleActions>, 'bulkActions'>,
): TagsAndListsProps | null {
  const [open, onOpen] = useState<TagsAndListsProps['open']>(null);
  const id = row?.id ?? null;
  const lists = useLibrary(() => (id === null ? Promise.resolve([]) : allLists()), [id], true) ?? [];
  const openId = open === null ? null : id;
  const filed = useLibrary(
    () => (openId === null ? Promise.resolve(null) : readFiling(openId)),
    [openId],
    true,
  );
  if (row === null) return null;
  const read = filed ?? null;
  // Falls back to the row, so that the panel is shown at once and typed text is not taken for shortcuts.
  const options = {
    tags: read?.tags ?? row.tags.map((tag) => ({ value: tag, label: tag, state: 'all' as const })),
    lists:
      read?.lists ??
      lists.map(({ id: listId, name }) => ({
        value: listId,
        label: name,
        state: row.listIds.includes(listId) ? ('all' as const) : ('none' as const),
      })),
    suggested: read?.suggested ?? [],
  };
  return {
    tags: row.tags,
    lists: lists.flatMap(({ id: listId, name }) => (row.listIds.includes(listId) ? [name] : [])),
    options,
    open,
    onOpen,
    onTag: (tag, isOn) => bulkActions.onTag([row.id], tag, isOn),
    onList: (listId, isIn) => bulkActions.onList([row.id], listId, isIn),
    onNewList: (name) => bulkActions.onNewList([row.id], name),
  };
}
