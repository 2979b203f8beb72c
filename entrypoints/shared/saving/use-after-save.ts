import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { AfterSaveProps, FiledAs, Filing } from '../../../components/popup/AfterSave.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import type { FormerArticle } from '../../../utils/library/articles/former-article.ts';
import { explainError } from '../explain-error.ts';
import type { Done, useUndo } from '../use-undo.ts';
import { keepDraft, putDraft, putDrafts } from './note-draft.ts';

const work = () => import('./file-article.ts');

/** How long the user must pause before what they write goes into the library, in ms. */
const PAUSE_MS = 400;

/** What `?then=` of our own address asks to be opened at once: a toast's button was pressed. */
function askedFor(): Filing | null {
  const asked = new URLSearchParams(location.search).get('then');
  return asked === 'tags' || asked === 'lists' || asked === 'note' ? asked : null;
}

/** A save that was made just now, and the ways to take it back. */
export interface FreshSave {
  undo: Pick<ReturnType<typeof useUndo>, 'act' | 'offer'>;
  /** From now on it is not offered to be taken back. */
  settle: () => void;
  /** The article as it was, where a newer text took its place. */
  former: FormerArticle | null;
  /** False while a bar offers to take back something else: by button one thing is taken back at a time. */
  hasButton?: boolean;
}

/**
 * What one does next with the saved article.
 *
 * @param articleId null where none is saved
 * @param fresh takes the save back, with the way back from that, or puts the former text back; null where nothing was
 *   saved just now
 * @param onRead opens the saved copy
 */
export function useAfterSave(
  articleId: string | null,
  fresh: FreshSave | null,
  onRead: () => void,
): AfterSaveProps | null {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const drafting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What of the note in the open field is in the library by now. */
  const put = useRef<{ articleId: string; note: string } | null>(null);
  useEffect(() => {
    // The popup was closed while they were written.
    putDrafts().catch(fail);
  }, []);
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
    putDraft(id)
      .then(work)
      .then(({ readFiling }) => readFiling(id))
      .then((filed) => {
        if (shown.current === id) setRead({ articleId: id, filed });
      })
      .catch(fail);
  useEffect(() => setRead(null), [articleId]);
  useEffect(() => {
    put.current = null;
    if (articleId !== null && open !== null) void readAgain(articleId);
  }, [articleId, open]);
  const { former = null, undo, settle } = fresh ?? {};
  const isFresh = fresh !== null;
  const takeBack = async (id: string): Promise<Done> => {
    const { filing } = await work();
    if (former !== null) {
      const isBack = await filing.putBackFormer(former);
      return { sentence: t(isBack ? 'newerUndone' : 'libraryUndoFailed'), undo: null };
    }
    await filing.undoSave(id);
    return { sentence: t('savedUndone'), undo: () => filing.redoSave(id) };
  };
  const latest = useRef({ takeBack, settle });
  latest.current = { takeBack, settle };
  // By key as by the button, for as long as that is there.
  useEffect(() => {
    if (articleId === null || !isFresh) return;
    return undo?.offer({
      sentence: t('actionSaved'),
      undo: async () => {
        latest.current.settle?.();
        await latest.current.takeBack(articleId);
      },
      isPlain: true,
    });
  }, [articleId, isFresh, former]);
  if (articleId === null) return null;
  const draft = (note: string, begun: string): void => {
    const base = put.current?.articleId === articleId ? put.current.note : begun;
    keepDraft(articleId, { note, base });
    clearTimeout(drafting.current);
  };
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
      fresh === null || fresh.hasButton === false
        ? null
        : () => {
            setOpen(null);
            fresh.settle();
            fresh.undo.act(() => takeBack(articleId));
          },
    onTag: (tag, isOn) => change((filing) => filing.tag(articleId, tag, isOn)),
    onList: (listId, isIn) => change((filing) => filing.list(articleId, listId, isIn)),
    onNewList: (name) => change((filing) => filing.newList(articleId, name)),
    onDraft: (note, begun) => {
      draft(note, begun);
      const toLibrary = async (): Promise<void> => {
        const there = await putDraft(articleId);
        if (there !== null) put.current = { articleId, note: there };
      };
      drafting.current = setTimeout(() => toLibrary().catch(fail), PAUSE_MS);
    },
    onNote: (note, begun) => {
      draft(note, begun);
      putDraft(articleId)
        .then(() => announce(t('savedNoteKept')))
        .then(() => readAgain(articleId))
        .catch(fail);
    },
    onRead,
  };
}
