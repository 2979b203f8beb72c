import { useEffect, useState } from 'preact/hooks';
import { placeOfSelection, type TextPlace } from './selection-place.ts';

/** Words that are selected in the article. */
export interface SelectedWords {
  place: TextPlace;
  /** Where they stand in the window when they were selected. */
  rect: DOMRect;
}

/** How long a selection must rest before something is offered for it, in ms. */
const REST_MS = 180;

/** The words of the article that are selected at the moment, or null. */
export function useSelection(body: HTMLElement | null, text: string): SelectedWords | null {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  useEffect(() => {
    if (body === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const read = (): void => {
      const selection = document.getSelection();
      const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0);
      const place = range === null ? null : placeOfSelection(body, text, range);
      setSelected(range === null || place === null ? null : { place, rect: range.getBoundingClientRect() });
    };
    const soon = (): void => {
      clearTimeout(timer);
      // Nothing pops up under a pointer that is still selecting.
      if (!isPressed) timer = setTimeout(read, REST_MS);
    };
    const press = (): void => {
      isPressed = true;
    };
    const release = (): void => {
      isPressed = false;
      soon();
    };
    // Words may be selected already: the text is there a moment before anybody listens.
    soon();
    document.addEventListener('selectionchange', soon);
    body.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
      body.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [body, text]);
  return selected;
}
