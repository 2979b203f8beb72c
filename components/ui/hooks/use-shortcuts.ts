import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';

/** Keys as returned by `latinKey`; a sequence of two as “g i”. */
type Shortcuts = Record<string, () => void>;

/** False if the user has turned off single letters, digits and symbols as shortcuts. */
export const SingleKeysContext = createContext(true);

interface KeyNames {
  /** For `aria-keyshortcuts`: the key, or undefined if it is turned off. */
  of(key: string): string | undefined;
  /** A tooltip with the key, if it is turned on. */
  title(words: string, key: string): string;
}

/** Names single keys on their controls, unless the user has turned them off. */
export function useKeyNames(): KeyNames {
  const hasSingleKeys = useContext(SingleKeysContext);
  return {
    of: (key) => (hasSingleKeys ? key : undefined),
    title: (words, key) => (hasSingleKeys ? `${words} (${key})` : words),
  };
}

/** How long the first key of a sequence waits for the second, in ms. */
const SEQUENCE_TIMEOUT_MS = 1200;

/** Whether an element takes text input, so that keys belong to it. */
export function acceptsText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

/** A dialog has its own keys; preventing Escape here would not let it close. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** The shortcuts of all parts of the screen, the innermost first. One listener serves them all: see `onKey`. */
const parts = new Set<{ readonly current: Shortcuts }>();
let first = '';
let since = 0;

function find(key: string): (() => void) | undefined {
  for (const { current } of parts) if (current[key] !== undefined) return current[key];
  return undefined;
}

/** A sequence of one part precedes its second key alone in another: after `g`, `p` does not pin the focused row. */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (acceptsText(event.target) || isInDialog(event.target)) return;
  const onControl = event.target instanceof Element && event.target.closest('a,button,summary') !== null;
  if (onControl && (event.key === 'Enter' || event.key === ' ')) return;
  const key = latinKey(event);
  const pair = event.timeStamp - since < SEQUENCE_TIMEOUT_MS ? find(`${first} ${key}`) : undefined;
  first = key;
  since = event.timeStamp;
  const run = pair ?? find(key);
  if (run === undefined) return;
  event.preventDefault();
  first = '';
  run();
}

/** Space is not a letter; Escape and the arrow keys are standard. */
const isSingleKey = (key: string): boolean => key.split(' ').some((one) => one.length === 1);

/**
 * Single-key shortcuts of a part of a screen. Ignored while the user types, and with Ctrl, Alt or Meta, which belong
 * to the browser. Enter and Space on a control stay the control's. A shortcut that opens a field still loading holds
 * the keys for it; see `hold-keys.ts`.
 *
 * @param shortcuts what each key does; may be a new object at every render
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const hasSingleKeys = useContext(SingleKeysContext);
  const latest = useRef(shortcuts);
  latest.current = hasSingleKeys
    ? shortcuts
    : Object.fromEntries(Object.entries(shortcuts).filter(([key]) => !isSingleKey(key)));
  // Before painting, so that a key pressed at once is not lost.
  useLayoutEffect(() => {
    if (parts.size === 0) document.addEventListener('keydown', onKey);
    parts.add(latest);
    return () => {
      parts.delete(latest);
      if (parts.size === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Letters with marks, and the two letters of one key on an Arabic keyboard. */
const LETTERS = /^[\p{L}\p{M}]+$/u;
const LATIN = /\p{Script=Latin}/u;

/** Keys with a sign on a Latin keyboard and a letter on others, such as Cyrillic ones. */
const SIGN_KEYS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * The intended key: what it writes or, on a keyboard without Latin letters, what a Latin one has at its position.
 * Latin layouts keep their own letters; signs and digits are used as written.
 *
 * @returns as `KeyboardEvent.key`
 */
function latinKey({ key, code, shiftKey }: Pressed): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && /^\p{Nd}$/u.test(key)) return digit;
  if (!LETTERS.test(key) || LATIN.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined) return SIGN_KEYS[code] ?? key;
  return shiftKey ? letter : letter.toLowerCase();
}

/**
 * True where a key is this letter; see `latinKey`.
 *
 * @param letter a to z, in lower case
 */
export function isLetter(event: Pressed, letter: string): boolean {
  return latinKey(event).toLowerCase() === letter;
}
