import { useContext, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/announcer.tsx';
import { StringsContext } from '../../components/strings.ts';
import { setArchived, setFavourite } from '../../utils/library/change-articles.ts';
import { deleteArticles, restoreArticles } from '../../utils/library/delete-articles.ts';
import type { ArticleRow } from '../../utils/library/types.ts';

interface Undo {
  sentence: string;
  onUndo: (() => void) | null;
}

/** What the reader does to the articles of a list, each with its way back. */
export function useActions() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo | null>(null);

  const say = (sentence: string, onUndo: (() => void) | null): void => {
    setUndo({ sentence, onUndo });
    announce(sentence);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    say(error instanceof Error ? error.message : String(error), null);
  };
  const takeBack = (work: () => Promise<boolean>) => (): void => {
    setUndo(null);
    work()
      .then((worked) => (worked ? announce(t('libraryRestored')) : say(t('libraryUndoFailed'), null)))
      .catch(fail);
  };

  return {
    undo,
    dismiss: () => setUndo(null),
    archive: (article: ArticleRow, archived: boolean): void => {
      setArchived([article.id], archived)
        .then(() =>
          say(
            t(archived ? 'libraryArchived' : 'libraryUnarchived', article.title),
            takeBack(async () => {
              await setArchived([article.id], !archived);
              return true;
            }),
          ),
        )
        .catch(fail);
    },
    favour: (article: ArticleRow, favourite: boolean): void => {
      setFavourite([article.id], favourite).catch(fail);
    },
    remove: (article: ArticleRow): void => {
      deleteArticles([article.id])
        .then(() =>
          say(
            t('libraryDeleted', article.title),
            takeBack(async () => (await restoreArticles([article.id])) > 0),
          ),
        )
        .catch(fail);
    },
  };
}
