import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';

/** Handlers by key, as returned by `getLatinKey`, or by a sequence of two keys, such as “g i”. */
type Shortcuts = Record<string, () => void>;

/** False if the user has turned off shortcuts that are single letters, digits or symbols (WCAG 2.1.4). */
export const SingleKeysContext = createContext(true);

interface ShortcutHints {
  /** Returns the value of `aria-keyshortcuts`; undefined if single-key shortcuts are turned off. */
  ariaShortcut(key: string): string | undefined;
  /** Returns a tooltip with the key, unless single-key shortcuts are turned off. */
  tooltip(label: string, key: string): string;
}

/** Returns functions that add the key of a shortcut to its control. */
export function useShortcutHints(): ShortcutHints {
  const hasSingleKeys = useContext(SingleKeysContext);
  return {
    ariaShortcut: (key) => (hasSingleKeys ? key : undefined),
    tooltip: (label, key) => (hasSingleKeys ? `${label} (${key})` : label),
  };
}

/** Maximum time between the two keys of a sequence, in ms. */
const SEQUENCE_TIMEOUT_MS = 1200;

/** Whether an element accepts text, or letter keys as a `select` does, so that keys must not act as shortcuts. */
export function acceptsText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

/** Whether an element is in a dialog, which handles keys itself; a prevented Escape would not close it. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** The shortcuts of all mounted components, the innermost first. One listener handles them all; see `onKey`. */
const shortcutSets = new Set<{ readonly current: Shortcuts }>();
let previousKey = '';
let previousKeyAt = 0;

function findHandler(key: string): (() => void) | undefined {
  for (const { current } of shortcutSets) if (current[key] !== undefined) return current[key];
  return undefined;
}

/**
 * A sequence takes precedence over its second key alone, even if that belongs to an inner component: after `g`, `p` does
 * not pin the focused row.
 */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (acceptsText(event.target) || isInDialog(event.target)) return;
  const isOnControl = event.target instanceof Element && event.target.closest('a,button,summary') !== null;
  if (isOnControl && (event.key === 'Enter' || event.key === ' ')) return;
  const key = getLatinKey(event);
  const sequenceHandler =
    event.timeStamp - previousKeyAt < SEQUENCE_TIMEOUT_MS ? findHandler(`${previousKey} ${key}`) : undefined;
  previousKey = key;
  previousKeyAt = event.timeStamp;
  const handler = sequenceHandler ?? findHandler(key);
  if (handler === undefined) return;
  event.preventDefault();
  previousKey = '';
  handler();
}

/** Whether a shortcut contains a letter, digit or symbol. Named keys, such as Escape, cannot be turned off. */
const isSingleKey = (key: string): boolean => key.split(' ').some((part) => part.length === 1);

/**
 * Registers the single-key shortcuts of a part of the screen. They are ignored:
 * - while the user types, and in dialogs
 * - with Ctrl, Alt or Meta, which are for browser shortcuts
 * - for Enter and Space on a control, which activate it
 *
 * A shortcut that opens a field should buffer keys until it is loaded; see `key-buffer.ts`.
 *
 * @param shortcuts the handlers by key; may be a new object at every render
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const hasSingleKeys = useContext(SingleKeysContext);
  const latestShortcuts = useRef(shortcuts);
  latestShortcuts.current = hasSingleKeys
    ? shortcuts
    : Object.fromEntries(Object.entries(shortcuts).filter(([key]) => !isSingleKey(key)));
  // A layout effect runs before painting, so that no early key press is lost.
  useLayoutEffect(() => {
    if (shortcutSets.size === 0) document.addEventListener('keydown', onKey);
    shortcutSets.add(latestShortcuts);
    return () => {
      shortcutSets.delete(latestShortcuts);
      if (shortcutSets.size === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Matches a letter with marks, or the two letters of one key on an Arabic keyboard. */
const LETTERS = /^[\p{L}\p{M}]+$/u;
const LATIN = /\p{Script=Latin}/u;

/** Key codes that type a symbol on a Latin keyboard and a letter on others, such as Cyrillic ones. */
const SYMBOL_KEYS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
};

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * Returns the intended key: the character it types or, on a keyboard without Latin letters, the character at the same
 * position of a US keyboard. Symbols are used as typed, and all digits become ASCII digits.
 *
 * @returns a value like `KeyboardEvent.key`
 */
function getLatinKey({ key, code, shiftKey }: PressedKey): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && /^\p{Nd}$/u.test(key)) return digit;
  if (!LETTERS.test(key) || LATIN.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined) return SYMBOL_KEYS[code] ?? key;
  return shiftKey ? letter : letter.toLowerCase();
}

/**
 * Whether a key is the given letter, in either case; see `getLatinKey`.
 *
 * @param letter a to z, in lower case
 */
export function isLetterKey(event: PressedKey, letter: string): boolean {
  return getLatinKey(event).toLowerCase() === letter;
}
