import { useState } from 'preact/hooks';
import type { ReaderShelfProps } from '../../components/reader/ReaderHead.tsx';
import { allLists } from '../../utils/library/lists/lists.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import type { articleActions } from '../shared/article-actions.ts';
import { readFiling } from '../shared/saving/file-article.ts';
import { useLibrary } from '../shared/use-library.ts';

/** The current tags and lists of the open article. Null if it is not saved. */
export function useReaderShelf(
  row: ArticleRow | null,
  { bulkActions: many }: Pick<ReturnType<typeof articleActions>, 'bulkActions'>,
): ReaderShelfProps | null {
  const [open, onOpen] = useState<ReaderShelfProps['open']>(null);
  const id = row?.id ?? null;
  const names = useLibrary(() => (id === null ? Promise.resolve([]) : allLists()), [id], true);
  const wanted = open === null ? null : id;
  const filed = useLibrary(
    () => (wanted === null ? Promise.resolve(null) : readFiling(wanted)),
    [wanted],
    true,
  );
  if (row === null) return null;
  const lists = names.state === 'ready' ? names.value : [];
  const read = filed.state === 'ready' ? filed.value : null;
  // Shown at once, so that text typed right after the shortcut is not taken for more shortcuts.
  const choices = {
    tags: read?.tags ?? row.tags.map((tag) => ({ value: tag, label: tag, state: 'all' as const })),
    lists:
      read?.lists ??
      lists.map(({ id: listId, name }) => ({
        value: listId,
        label: name,
        state: row.listIds.includes(listId) ? ('all' as const) : ('none' as const),
      })),
    suggested: read?.suggestedTags ?? [],
  };
  return {
    tags: row.tags,
    lists: lists.flatMap(({ id: listId, name }) => (row.listIds.includes(listId) ? [name] : [])),
    choices,
    open,
    onOpen,
    onTag: (tag, isOn) => many.onTag([row.id], tag, isOn),
    onList: (listId, isIn) => many.onList([row.id], listId, isIn),
    onNewList: (name) => many.onNewList([row.id], name),
  };
}
