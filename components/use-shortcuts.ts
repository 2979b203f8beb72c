import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** Keys as `KeyboardEvent.key` gives them; two after one another as "g i". */
export type Shortcuts = Record<string, () => void>;

/** False where the reader has switched single letters, figures and signs off as shortcuts. */
export const SingleKeysContext = createContext(true);

interface KeyNames {
  /** For `aria-keyshortcuts`: the key, or undefined where it does nothing. */
  of(key: string): string | undefined;
  /** A tooltip that names the key where there is one. */
  title(words: string, key: string): string;
}

/** Names single keys on the controls that they work, as long as the reader has not switched them off. */
export function useKeyNames(): KeyNames {
  const hasSingleKeys = useContext(SingleKeysContext);
  return {
    of: (key) => (hasSingleKeys ? key : undefined),
    title: (words, key) => (hasSingleKeys ? `${words} (${key})` : words),
  };
}

/** How long the first of two keys waits for the second, in ms. */
const PAIR_MS = 1200;

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

/** A window over the screen has keys of its own; Escape, prevented here, would not close it. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/**
 * Single-key shortcuts of a screen. Silent while the reader types, and for keys with Ctrl, Alt or Meta, which
 * are the browser's. Enter and Space on a control stay the control's.
 *
 * @param shortcuts what each key does; may be a new object at every render
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const hasSingleKeys = useContext(SingleKeysContext);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    let first = '';
    let since = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      // Space is no letter, and Escape and the arrows are what every window has.
      if (!hasSingleKeys && event.key.length === 1 && event.key !== ' ') return;
      if (takesText(event.target) || isInDialog(event.target)) return;
      const onControl = event.target instanceof Element && event.target.closest('a,button,summary') !== null;
      if (onControl && (event.key === 'Enter' || event.key === ' ')) return;
      const pair = event.timeStamp - since < PAIR_MS ? latest.current[`${first} ${event.key}`] : undefined;
      first = event.key;
      since = event.timeStamp;
      const run = pair ?? latest.current[event.key];
      if (run === undefined) return;
      event.preventDefault();
      first = '';
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hasSingleKeys]);
}
