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
import { NoteInWriting } from './note-in-writing.ts';

/** Pause in typing after which the note is stored. */
const SETTLE_MS = 400;

/** The note of a highlight, opened from the bar in the page with `?highlight=`. */
export function HighlightNoteScreen() {
  const id = new URLSearchParams(location.search).get('highlight') ?? '';
  useChangeLog();
  const read = useLibrary(() => getHighlight(id), [id], true);
  const [writing] = useState(() => new NoteInWriting((note) => changeHighlight(id, { note })));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: highlight not changed', error));
  };
  /** Changes the highlight and refreshes the page behind the popup. */
  const changeSeen = async (work: Promise<unknown>): Promise<void> => {
    await work;
    const asked = tabIdFromUrl();
    const tab = await (asked === null ? findActiveTab() : findTab(asked));
    if (tab === null) return;
    await sendToTab(tab.id, 'highlights/changed', { reason: 'changed' }).catch((error: unknown) => {
      // The page was left meanwhile.
      if (!(error instanceof NoReceiverError)) throw error;
    });
  };
  const keep = (): Promise<void> => {
    clearTimeout(timer.current);
    return writing.keep();
  };
  useAbortableEffect((signal) => {
    const onHide = (): void => {
      const note = writing.left;
      if (note !== null) run(sendToBackground('highlights/keepNote', { id, note }));
    };
    addEventListener('pagehide', onHide, { signal });
  });
  useKeyBuffer(read === null ? null : 'note', false);
  if (read === undefined) return null;
  return (
    <HighlightNote
      highlight={read}
      onColour={(colour) => run(changeSeen(changeHighlight(id, { colour })))}
      onNote={(note) => {
        writing.take(note);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => run(keep()), SETTLE_MS);
      }}
      onDelete={() => run(changeSeen(deleteHighlight(id)).then(() => window.close()))}
      onClose={() => run(keep().then(() => window.close()))}
    />
  );
}
