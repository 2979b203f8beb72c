import { useContext, useEffect, useState } from 'preact/hooks';
import type { AfterSaveProps, FiledAs, Filing } from '../../components/popup/AfterSave.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { explainError } from './explain-error.ts';

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
 * @param isNew it was saved just now, and that can be taken back
 * @param onRead opens the saved copy
 */
export function useAfterSave(
  articleId: string | null,
  isNew: boolean,
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
    onUndo: isNew
      ? () => {
          setOpen(null);
          work()
            .then(({ filing }) => filing.undoSave(articleId))
            .then(() => announce(t('savedUndone')))
            .catch(fail);
        }
      : null,
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
