import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { AfterSaveProps, FiledAs, Filing } from '../../../components/popup/AfterSave.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { explainError } from '../explain-error.ts';
import type { Act } from '../use-undo.ts';

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
  /** With whose it is: the side panel follows the user to other articles. */
  const [read, setRead] = useState<{ articleId: string; filed: FiledAs | null } | null>(null);
  const shown = useRef(articleId);
  shown.current = articleId;
  const fail = (error: unknown): void => {
    console.error('offprint: not filed', error);
    announce(explainError(error, t));
  };
  const readAgain = (id: string): Promise<void> =>
    work()
      .then(({ readFiling }) => readFiling(id))
      .then((filed) => {
        if (shown.current === id) setRead({ articleId: id, filed });
      })
      .catch(fail);
  useEffect(() => setRead(null), [articleId]);
  useEffect(() => {
    if (articleId !== null && open !== null) void readAgain(articleId);
  }, [articleId, open]);
  if (articleId === null) return null;
  const change = (act: (filing: Awaited<ReturnType<typeof work>>['filing']) => Promise<unknown>): void => {
    work()
      .then(({ filing }) => act(filing))
      .then(() => readAgain(articleId))
      .catch(fail);
  };
  return {
    filed: read?.articleId === articleId ? read.filed : null,
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
