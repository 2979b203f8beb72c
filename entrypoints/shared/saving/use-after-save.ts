import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AfterSaveProps, SavedDetails, SavedPanel } from '../../../components/popup/SaveActions.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { discardBufferedKeys, useKeyBuffer } from '../../../components/ui/hooks/key-buffer.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import { explainError } from '../explain-error.ts';
import type { Done, useUndo } from '../use-undo.ts';
import { flushDraft, flushDrafts, storeDraft } from './note-draft.ts';

const loadFiling = () => import('./file-article.ts');
type Filing = Awaited<ReturnType<typeof loadFiling>>['filing'];

/** Debounce after which a typed note is stored. */
const NOTE_DEBOUNCE_MS = 400;

/** The panel requested by `?then=` in this page's URL, after a click on a toast's button. */
function readPanelInUrl(): SavedPanel | null {
  const panel = new URLSearchParams(location.search).get('then');
  return panel === 'tags' || panel === 'lists' || panel === 'note' ? panel : null;
}

/** A recent save that can be undone. */
export interface UndoableSave {
  /** Withdraws the offer to undo the save. */
  settle: () => void;
  /** The token that restores the previous version; null if no text was replaced. */
  former: string | null;
  /** False while the undo bar offers to undo something else, so that there is only one undo button. */
  hasButton?: boolean;
}

/**
 * The actions offered after a save.
 *
 * @param articleId the saved article; null if there is none
 * @param undo the undo stack, in which later changes of tags, lists and note come before the save
 * @param fresh the save, if it can still be undone
 * @param onRead opens the saved copy
 */
export function useAfterSave(
  articleId: string | null,
  undo: Pick<ReturnType<typeof useUndo>, 'act' | 'offer'>,
  fresh: UndoableSave | null,
  onRead: () => void,
): AfterSaveProps | null {
  const { t, count } = useContext(StringsContext);
  const announce = useAnnounce();
  const draftTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The note as last stored. */
  const storedNote = useRef<{ articleId: string; note: string } | null>(null);
  useEffect(() => {
    // Drafts may be left from a popup that was closed.
    flushDrafts().catch(fail);
  }, []);
  const [open, setOpen] = useState<SavedPanel | null>(readPanelInUrl);
  /** Includes the article's id, because the side panel may change to another article. */
  const [read, setRead] = useState<{ articleId: string; filed: SavedDetails | null } | null>(null);
  const currentId = useRef(articleId);
  currentId.current = articleId;
  const filed = read !== null && read.articleId === articleId ? read.filed : null;
  const latestFiled = useRef(filed);
  latestFiled.current = filed;
  // Buffers keys from the first frame if a toast's button requested a panel, even before the article is loaded.
  useKeyBuffer(open, filed !== null);
  // Keys typed for one article must not be applied to the next.
  useLayoutEffect(() => (articleId === null ? undefined : discardBufferedKeys), [articleId]);
  const fail = (error: unknown): void => {
    console.error('offprint: not filed', error);
    announce(explainError(error, t));
  };
  const reload = (id: string): Promise<void> =>
    flushDraft(id)
      .then(loadFiling)
      .then(({ readFiling }) => readFiling(id))
      .then((now) => {
        if (currentId.current !== id) return;
        setRead({ articleId: id, filed: now });
        // The article is gone, so the panel can't be opened.
        if (now === null) setOpen(null);
      })
      .catch((error: unknown) => {
        fail(error);
        if (currentId.current === id && latestFiled.current === null) setOpen(null);
      });
  useEffect(() => setRead(null), [articleId]);
  useEffect(() => {
    storedNote.current = null;
    if (articleId !== null && open !== null) void reload(articleId);
  }, [articleId, open]);
  const { former = null, settle } = fresh ?? {};
  const isFresh = fresh !== null;
  const latest = useRef({ settle });
  latest.current = { settle };
  /** Undoes the save by the button. Deleting a new article can itself be undone. */
  const undoSave = async (id: string): Promise<Done> => {
    if (former !== null) {
      const isRestored = await sendToBackground('save/undo', { token: former });
      return { message: t(isRestored ? 'newerUndone' : 'libraryUndoFailed'), undo: null };
    }
    const { filing } = await loadFiling();
    await filing.undoSave(id);
    return { message: t('savedUndone'), undo: () => filing.redoSave(id) };
  };
  // While the button is shown, the save can also be undone by Ctrl+Z.
  useEffect(() => {
    if (articleId === null || !isFresh) return;
    return undo.offer({
      message: t('actionSaved'),
      undo: async () => {
        latest.current.settle?.();
        return former === null
          ? (await loadFiling()).filing.undoSave(articleId)
          : sendToBackground('save/undo', { token: former });
      },
      isPlain: true,
    });
  }, [articleId, isFresh, former]);
  if (articleId === null) return null;
  const draft = (note: string, begun: string): void => {
    const base = storedNote.current?.articleId === articleId ? storedNote.current.note : begun;
    storeDraft(articleId, { note, base });
    clearTimeout(draftTimer.current);
  };
  /** The change is visible in the fields, so no message is shown; it can be undone with Ctrl+Z. */
  const change = (sentence: string, apply: (filing: Filing) => Promise<Done['undo']>): void =>
    undo.act(async () => {
      const undoChange = await apply((await loadFiling()).filing);
      void reload(articleId);
      if (undoChange === null) return null;
      const undoAndReload = (): Promise<unknown> => undoChange().finally(() => reload(articleId));
      return { message: sentence, undo: undoAndReload, isPlain: true };
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
            undo.act(() => undoSave(articleId));
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
        const stored = await flushDraft(articleId);
        if (stored !== null) storedNote.current = { articleId, note: stored };
      };
      draftTimer.current = setTimeout(() => toLibrary().catch(fail), NOTE_DEBOUNCE_MS);
    },
    onSaveNote: (note, begun) => {
      draft(note, begun);
      change(t('highlightNote'), async (filing) => {
        await flushDraft(articleId);
        announce(t('savedNoteKept'));
        return () => filing.undoNote(articleId, note, begun);
      });
    },
    onRead,
  };
}
