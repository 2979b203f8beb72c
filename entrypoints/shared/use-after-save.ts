import { useContext, useEffect, useState } from 'preact/hooks';
import type { AfterSaveProps, FiledAs, Filing } from '../../components/popup/AfterSave.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { explainError } from './explain-error.ts';
import type { Act } from './use-undo.ts';

const work = () => import('./file-article.ts');

/** What `?then=` of our own address asks to be opened at once: a toast's button was pressed. */
function askedFor(): Filing | null {
  const asked = new URLSearchParams(location.search).get('then');
  return asked === 'tags' || asked === 'lists' || asked === 'note' ? asked : null;
}

/**
 * What one does next with the saved article.
 *
 * @param articleId null where none is saved
 * @param undoSave takes the save back, with the way back from that; null where it was not saved just now
 * @param onRead opens the saved copy
 */
export function useAfterSave(
  articleId: string | null,
  undoSave: Act | null,
  onRead: () => void,
): AfterSaveProps | null {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [open, setOpen] = useState<Filing | null>(askedFor);
  const [filed, setFiled] = useState<FiledAs | null>(null);
  const fail = (error: unknown): void => {
    console.error('offprint: not filed', error);
    announce(explainError(error, t));
  };
  const read = (id: string): Promise<void> =>
    work()
      .then(({ readFiling }) => readFiling(id))
      .then(setFiled)
      .catch(fail);
  useEffect(() => setFiled(null), [articleId]);
  useEffect(() => {
    if (articleId !== null && open !== null) void read(articleId);
  }, [articleId, open]);
  if (articleId === null) return null;
  const change = (act: (filing: Awaited<ReturnType<typeof work>>['filing']) => Promise<unknown>): void => {
    work()
      .then(({ filing }) => act(filing))
      .then(() => read(articleId))
      .catch(fail);
  };
  return {
    filed,
    open,
    onOpen: setOpen,
    onUndo:
      undoSave &&
      (() => {
        setOpen(null);
        undoSave(async () => {
          const { filing } = await work();
          await filing.undoSave(articleId);
          return { sentence: t('savedUndone'), undo: () => filing.redoSave(articleId) };
        });
      }),
    onTag: (tag, isOn) => change((filing) => filing.tag(articleId, tag, isOn)),
    onList: (listId, isIn) => change((filing) => filing.list(articleId, listId, isIn)),
    onNewList: (name) => change((filing) => filing.newList(articleId, name)),
    onNote: (note) =>
      change(async (filing) => {
        await filing.note(articleId, note);
        announce(t('savedNoteKept'));
      }),
    onRead,
  };
}
