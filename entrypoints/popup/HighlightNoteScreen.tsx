import { useRef, useState } from 'preact/hooks';
import { HighlightNote } from '../../components/highlights/HighlightNote.tsx';
import { useKeyBuffer } from '../../components/ui/hooks/key-buffer.ts';
import { changeHighlight, deleteHighlight } from '../../utils/library/articles/change-highlights.ts';
import { getHighlight } from '../../utils/library/articles/highlights.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import { sendToBackground, sendToTab } from '../../utils/messaging/send.ts';
import { findActiveTab, findTab } from '../../utils/platform/active-tab.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { useLibrary } from '../shared/use-library.ts';
import { tabIdFromUrl } from '../shared/use-watched-page.ts';
import { UnsavedNote } from './unsaved-note.ts';

/** Debounce after which a typed note is stored. */
const DEBOUNCE_MS = 400;

/** Edits the note of the highlight in `?highlight=`; opened from the highlight's toolbar in the page. */
export function HighlightNoteScreen() {
  const id = new URLSearchParams(location.search).get('highlight') ?? '';
  useChangeLog();
  const read = useLibrary(() => getHighlight(id), [id], true);
  const [unsavedNote] = useState(() => new UnsavedNote((note) => changeHighlight(id, { note })));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: highlight not changed', error));
  };
  /** Awaits a change of the highlight, and tells the page behind the popup to reload its highlights. */
  const changeAndNotify = async (work: Promise<unknown>): Promise<void> => {
    await work;
    const tabId = tabIdFromUrl();
    const tab = await (tabId === null ? findActiveTab() : findTab(tabId));
    if (tab === null) return;
    await sendToTab(tab.id, 'highlights/changed', { reason: 'changed' }).catch((error: unknown) => {
      // The user has left the page.
      if (!(error instanceof NoReceiverError)) throw error;
    });
  };
  const storeNote = (): Promise<void> => {
    clearTimeout(timer.current);
    return unsavedNote.store();
  };
  useAbortableEffect((signal) => {
    const onHide = (): void => {
      const note = unsavedNote.text;
      if (note !== null) run(sendToBackground('highlights/keepNote', { id, note }));
    };
    addEventListener('pagehide', onHide, { signal });
  });
  useKeyBuffer(read === null ? null : 'note', false);
  if (read === undefined) return null;
  return (
    <HighlightNote
      highlight={read}
      onColour={(colour) => run(changeAndNotify(changeHighlight(id, { colour })))}
      onNote={(note) => {
        unsavedNote.set(note);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => run(storeNote()), DEBOUNCE_MS);
      }}
      onDelete={() => run(changeAndNotify(deleteHighlight(id)).then(() => window.close()))}
      onClose={() => run(storeNote().then(() => window.close()))}
    />
  );
}
