import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { latinKey } from './is-letter.ts';

/** Keys as `latinKey` gives them; two after one another as "g i". */
export type Shortcuts = Record<string, () => void>;

/** False where the user has switched single letters, digits and symbols off as shortcuts. */
export const SingleKeysContext = createContext(true);

interface KeyNames {
  /** For `aria-keyshortcuts`: the key, or undefined where it does nothing. */
  of(key: string): string | undefined;
  /** A tooltip that names the key where there is one. */
  title(words: string, key: string): string;
}

/** Names single keys on the controls that they work, as long as the user has not switched them off. */
export function useKeyNames(): KeyNames {
  const hasSingleKeys = useContext(SingleKeysContext);
  return {
    of: (key) => (hasSingleKeys ? key : undefined),
    title: (words, key) => (hasSingleKeys ? `${words} (${key})` : words),
  };
}

/** How long the first of two keys waits for the second, in ms. */
const PAIR_MS = 1200;

/** Keys there are for the text. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

/** A window over the screen has keys of its own; Escape, prevented here, would not close it. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** The shortcuts of all parts of the screen, the innermost first. They are heard as one: see `onKey`. */
const parts = new Set<{ readonly current: Shortcuts }>();
let first = '';
let since = 0;

function find(key: string): (() => void) | undefined {
  for (const { current } of parts) if (current[key] !== undefined) return current[key];
  return undefined;
}

/** Two keys of one part come before the second key alone of another: after `g`, `p` does not pin what has the focus. */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (takesText(event.target) || isInDialog(event.target)) return;
  const onControl = event.target instanceof Element && event.target.closest('a,button,summary') !== null;
  if (onControl && (event.key === 'Enter' || event.key === ' ')) return;
  const key = latinKey(event);
  const pair = event.timeStamp - since < PAIR_MS ? find(`${first} ${key}`) : undefined;
  first = key;
  since = event.timeStamp;
  const run = pair ?? find(key);
  if (run === undefined) return;
  event.preventDefault();
  first = '';
  run();
}

/** Space is no letter, and Escape and the arrows are what every window has. */
const isSingleKey = (key: string): boolean => key.split(' ').some((one) => one.length === 1);

/**
 * Single-key shortcuts of a part of a screen. Silent while the user types, and for keys with Ctrl, Alt or Meta,
 * which are the browser's. Enter and Space on a control stay the control's. One that opens a field which is yet to come
 * holds what is typed for it; see `hold-keys.ts`.
 *
 * @param shortcuts what each key does; may be a new object at every render
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const hasSingleKeys = useContext(SingleKeysContext);
  const latest = useRef(shortcuts);
  latest.current = hasSingleKeys
    ? shortcuts
    : Object.fromEntries(Object.entries(shortcuts).filter(([key]) => !isSingleKey(key)));
  // Before the screen is seen: a key that is pressed at once is not lost.
  useLayoutEffect(() => {
    if (parts.size === 0) document.addEventListener('keydown', onKey);
    parts.add(latest);
    return () => {
      parts.delete(latest);
      if (parts.size === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}
