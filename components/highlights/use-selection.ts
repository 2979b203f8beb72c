import { useEffect, useState } from 'preact/hooks';
import { locateRange } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';

/** Text that is selected in the article. */
export interface TextSelection {
  offsets: TextOffsets;
  /** Position in the window when the text was selected. */
  rect: DOMRect;
}

/** Debounce delay after a change of the selection before the bar is shown. */
const SETTLE_DELAY_MS = 180;

/** Returns the currently selected text of the article, or null. */
export function useSelection(body: HTMLElement | null, text: string): TextSelection | null {
  const [selected, setSelected] = useState<TextSelection | null>(null);
  useEffect(() => {
    if (body === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const read = (): void => {
      const selection = document.getSelection();
      const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0);
      const offsets = range === null ? null : getSelectionOffsets(body, text, range);
      setSelected(
        range === null || offsets === null ? null : { offsets, rect: range.getBoundingClientRect() },
      );
    };
    const scheduleRead = (): void => {
      clearTimeout(timer);
      // The bar must not appear under a pointer that is still selecting.
      if (!isPressed) timer = setTimeout(read, SETTLE_DELAY_MS);
    };
    const press = (): void => {
      isPressed = true;
    };
    const release = (): void => {
      isPressed = false;
      scheduleRead();
    };
    // Text may already be selected before the listeners are added.
    scheduleRead();
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener('selectionchange', scheduleRead, { signal });
    body.addEventListener('pointerdown', press, { signal });
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('pointercancel', release, { signal });
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body, text]);
  return selected;
}

/** A range of the article's text, in UTF-16 offsets. */
export interface TextOffsets {
  start: number;
  end: number;
}

/**
 * Converts a selected range to offsets into the article's text.
 *
 * @param root the article's body in the page
 * @param text the article's text
 * @returns null if the range is not part of the text (for example a caption), or extends beyond it
 */
function getSelectionOffsets(root: HTMLElement, text: string, range: Range): TextOffsets | null {
  if (!root.contains(range.commonAncestorContainer)) return null;
  return locateRange(readPageText(root), text, range);
}
