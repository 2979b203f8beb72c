import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AfterSaveProps, SavedDetails, SavedPanel } from '../../../components/popup/SaveActions.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { discardBufferedKeys, useKeyBuffer } from '../../../components/ui/hooks/key-buffer.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import { explainError } from '../explain-error.ts';
import type { Done, useUndo } from '../use-undo.ts';
import { keepDraft, putDraft, putDrafts } from './note-draft.ts';

const work = () => import('./file-article.ts');
type Work = Awaited<ReturnType<typeof work>>['filing'];

/** Pause in typing after which a note is stored. */
const PAUSE_MS = 400;

/** The panel requested by `?then=` of this page's address, after a press of a toast's button. */
function askedFor(): SavedPanel | null {
  const asked = new URLSearchParams(location.search).get('then');
  return asked === 'tags' || asked === 'lists' || asked === 'note' ? asked : null;
}

/** A save made just now, and how to undo it. */
export interface FreshSave {
  /** Ends the offer to undo it. */
  settle: () => void;
  /** A token to restore the previous version, if its text was replaced. */
  former: string | null;
  /** False while the undo bar offers something else: only one thing at a time can be undone by button. */
  hasButton?: boolean;
}

/**
 * The actions on the saved article after a save.
 *
 * @param articleId null if none is saved
 * @param undo undoes the last action first: the save only after changes of its filing
 * @param fresh undoes the save or restores the previous text; null if nothing was saved just now
 * @param onRead opens the saved copy
 */
export function useAfterSave(
  articleId: string | null,
  undo: Pick<ReturnType<typeof useUndo>, 'act' | 'offer'>,
  fresh: FreshSave | null,
  onRead: () => void,
): AfterSaveProps | null {
  const { t, count } = useContext(StringsContext);
  const announce = useAnnounce();
  const drafting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The part of the open note that is stored. */
  const put = useRef<{ articleId: string; note: string } | null>(null);
  useEffect(() => {
    // Drafts of a popup that was closed.
    putDrafts().catch(fail);
  }, []);
  const [open, setOpen] = useState<SavedPanel | null>(askedFor);
  /** With the article's id, because the side panel follows the user to other articles. */
  const [read, setRead] = useState<{ articleId: string; filed: SavedDetails | null } | null>(null);
  const shown = useRef(articleId);
  shown.current = articleId;
  const filed = read !== null && read.articleId === articleId ? read.filed : null;
  const filedNow = useRef(filed);
  filedNow.current = filed;
  // From the first frame on if a toast's button asked for it, although the article may not be found yet.
  useKeyBuffer(open, filed !== null);
  // Keys typed for one article must not go to the next.
  useLayoutEffect(() => (articleId === null ? undefined : discardBufferedKeys), [articleId]);
  const fail = (error: unknown): void => {
    console.error('offprint: not filed', error);
    announce(explainError(error, t));
  };
  const readAgain = (id: string): Promise<void> =>
    putDraft(id)
      .then(work)
      .then(({ readFiling }) => readFiling(id))
      .then((now) => {
        if (shown.current !== id) return;
        setRead({ articleId: id, filed: now });
        // The article is gone, so the panel will not open.
        if (now === null) setOpen(null);
      })
      .catch((error: unknown) => {
        fail(error);
        if (shown.current === id && filedNow.current === null) setOpen(null);
      });
  useEffect(() => setRead(null), [articleId]);
  useEffect(() => {
    put.current = null;
    if (articleId !== null && open !== null) void readAgain(articleId);
  }, [articleId, open]);
  const { former = null, settle } = fresh ?? {};
  const isFresh = fresh !== null;
  const latest = useRef({ settle });
  latest.current = { settle };
  /** Undoes the save by button; can itself be undone. */
  const takeBack = async (id: string): Promise<Done> => {
    if (former !== null) {
      const isBack = await sendToBackground('save/undo', { token: former });
      return { message: t(isBack ? 'newerUndone' : 'libraryUndoFailed'), undo: null };
    }
    const { filing } = await work();
    await filing.undoSave(id);
    return { message: t('savedUndone'), undo: () => filing.redoSave(id) };
  };
  // By key as well, as long as the button is there.
  useEffect(() => {
    if (articleId === null || !isFresh) return;
    return undo.offer({
      message: t('actionSaved'),
      undo: async () => {
        latest.current.settle?.();
        return former === null
          ? (await work()).filing.undoSave(articleId)
          : sendToBackground('save/undo', { token: former });
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
  /** The fields show the change, so it is not announced; it can be undone by key. */
  const change = (sentence: string, make: (filing: Work) => Promise<Done['undo']>): void =>
    undo.act(async () => {
      const back = await make((await work()).filing);
      void readAgain(articleId);
      if (back === null) return null;
      const takeBackChange = (): Promise<unknown> => back().finally(() => readAgain(articleId));
      return { message: sentence, undo: takeBackChange, isPlain: true };
    });
  return {
    details: filed,
    open,
    onOpen: setOpen,
    onUndo:
      fresh === null || fresh.hasButton === false
        ? null
        : () => {
            setOpen(null);
            fresh.settle();
            undo.act(() => takeBack(articleId));
          },
    onTag: (tag, isOn) =>
      change(count(isOn ? 'bulkTagged' : 'bulkUntagged', 1, tag), (filing) =>
        filing.tag(articleId, tag, isOn),
      ),
    onList: (listId, isIn) => {
      const name = read?.filed?.lists.find(({ value }) => value === listId)?.label ?? '';
      change(count(isIn ? 'bulkListed' : 'bulkUnlisted', 1, name), (filing) =>
        filing.list(articleId, listId, isIn),
      );
    },
    onNewList: (name) => change(count('bulkListed', 1, name), (filing) => filing.newList(articleId, name)),
    onNoteDraft: (note, begun) => {
      draft(note, begun);
      const toLibrary = async (): Promise<void> => {
        const there = await putDraft(articleId);
        if (there !== null) put.current = { articleId, note: there };
      };
      drafting.current = setTimeout(() => toLibrary().catch(fail), PAUSE_MS);
    },
    onSaveNote: (note, begun) => {
      draft(note, begun);
      change(t('highlightNote'), async (filing) => {
        await putDraft(articleId);
        announce(t('savedNoteKept'));
        return () => filing.takeBackNote(articleId, note, begun);
      });
    },
    onRead,
  };
}
