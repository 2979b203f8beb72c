import { useEffect, useState } from 'preact/hooks';
import { locateRange } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';

/** Words that are selected in the article. */
export interface SelectedWords {
  place: TextPlace;
  /** Position in the window at the time of selection. */
  rect: DOMRect;
}

/** How long a selection must be unchanged before the bar is shown, in ms. */
const SETTLE_DELAY_MS = 180;

/** The currently selected words of the article, or null. */
export function useSelection(body: HTMLElement | null, text: string): SelectedWords | null {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  useEffect(() => {
    if (body === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const read = (): void => {
      const selection = document.getSelection();
      const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0);
      const place = range === null ? null : getSelectionOffsets(body, text, range);
      setSelected(range === null || place === null ? null : { place, rect: range.getBoundingClientRect() });
    };
    const soon = (): void => {
      clearTimeout(timer);
      // No bar appears under a pointer that is still selecting.
      if (!isPressed) timer = setTimeout(read, SETTLE_DELAY_MS);
    };
    const press = (): void => {
      isPressed = true;
    };
    const release = (): void => {
      isPressed = false;
      soon();
    };
    // Words may already be selected before this listens.
    soon();
    const life = new AbortController();
    const { signal } = life;
    document.addEventListener('selectionchange', soon, { signal });
    body.addEventListener('pointerdown', press, { signal });
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('pointercancel', release, { signal });
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, [body, text]);
  return selected;
}

/** Offsets (UTF-16) into the article's text. */
export interface TextPlace {
  start: number;
  end: number;
}

/**
 * Returns the offsets of a selection in the article's text.
 *
 * @param root the article's body in the page
 * @param text the article's text
 * @returns null if the selection is not part of the text (a caption), or extends beyond it
 */
function getSelectionOffsets(root: HTMLElement, text: string, selected: Range): TextPlace | null {
  if (!root.contains(selected.commonAncestorContainer)) return null;
  return locateRange(readPageText(root), text, selected);
}
