import { useLayoutEffect } from 'preact/hooks';
import { acceptsText } from './use-shortcuts.ts';

/** How long after the last key to wait for a field, in ms. */
const MAX_WAIT_MS = 5000;

/** Named keys that act on a field or on the screen. All others belong to the browser or an input method. */
const ACTION_KEYS =
  /^(?:Enter|Backspace|Delete|Escape|Tab|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right))$/;

/** Names of keys are ASCII; an Arabic keyboard has a key for two letters. */
const isTextKey = (key: string): boolean => /^.$|[^ -~]/u.test(key);

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Stops holding keys, if they are held at the moment. */
let releaseHeld: (() => void) | null = null;

/** True while a held key is dispatched to its field, since that event passes the listener too. */
let isDispatching = false;

/**
 * Holds pressed keys until a field gets the focus, then types them into it: users type on at once, and keys meant for
 * a field that is still loading must not act as shortcuts. Does not affect a field that already has the focus. A
 * press elsewhere, or Escape before anything was typed, releases the keys.
 *
 * @returns releases the keys if no field will appear; does nothing once one has
 */
export function holdKeys(): () => void {
  releaseHeld?.();
  const life = new AbortController();
  const { signal } = life;
  const keys: string[] = [];
  /** The field that has appeared, until all is typed. */
  let field: Field | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    life.abort();
    clearTimeout(timer);
    if (releaseHeld === end) releaseHeld = null;
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (field === null) timer = setTimeout(end, MAX_WAIT_MS);
  };
  releaseHeld = end;
  wait();
  const listening = { capture: true, signal };
  const onKey = (event: KeyboardEvent): void => {
    if (isDispatching || !isHeldKey(event)) return;
    if (acceptsText(event.target) && event.target !== field) return;
    if (event.key === 'Escape' && keys.length === 0 && field === null) {
      end();
      return;
    }
    // Key repeat is not intended.
    if (!event.repeat) keys.push(event.key);
    event.preventDefault();
    event.stopImmediatePropagation();
    wait();
  };
  addEventListener('keydown', onKey, listening);
  // Firefox clicks a button when Space is released.
  addEventListener('keyup', (event) => event.key === ' ' && event.preventDefault(), listening);
  addEventListener('pointerdown', end, listening);
  // Nothing may be written into an active composition.
  addEventListener('compositionstart', end, listening);
  addEventListener(
    'focusin',
    ({ target }) => {
      if (field !== null || !isField(target)) return;
      field = target;
      clearTimeout(timer);
      void typeAll(keys, target, signal).then(end);
    },
    listening,
  );
  return () => {
    if (field === null) end();
  };
}

/** Releases the keys even if their field is there, because they were meant for something no longer shown. */
export function releaseKeys(): void {
  releaseHeld?.();
}

/**
 * Holds keys from the moment something is opened until its field has the focus; see `holdKeys`.
 *
 * @param open what is open, or null; a change starts again, null releases the keys
 * @param isHere true if its field appears without delay
 */
export function useHeldKeys(open: string | null, isHere: boolean): void {
  useLayoutEffect(() => (open === null || isHere ? undefined : holdKeys()), [open]);
}

/**
 * Whether a key is held: it types or acts on a field. With Ctrl, Alt or Meta it is a browser shortcut instead, unless it
 * produces a character: AltGr, and Option on macOS.
 */
function isHeldKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (event.isComposing || event.keyCode === 229) return false;
  if (!(ctrlKey || altKey || metaKey)) return isTextKey(key) || ACTION_KEYS.test(key);
  const isOption = altKey && !ctrlKey && !metaKey && navigator.platform.startsWith('Mac');
  return isTextKey(key) && (isOption || event.getModifierState('AltGraph'));
}

const isField = (target: EventTarget | null): target is Field =>
  acceptsText(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** Types the keys one after another as the screen updates; keys pressed meanwhile follow. */
async function typeAll(keys: string[], field: Field, signal: AbortSignal): Promise<void> {
  // The screen is being rendered.
  await nextTask();
  for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
    if (signal.aborted || document.activeElement !== field) return;
    typeKey(key, field);
    await nextTask();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A synthetic event moves no caret, so a key that writes nothing only triggers the screen's handlers. */
function typeKey(key: string, field: Field): void {
  isDispatching = true;
  const isFree = field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  isDispatching = false;
  if (!isFree) return;
  if (key === 'Escape') field.closest('dialog')?.close();
  else if (key === 'Backspace') insertText(field, '', lastCharacterLength(field));
  else if (key !== 'Enter') isTextKey(key) && insertText(field, key);
  else if (field instanceof HTMLTextAreaElement) insertText(field, '\n');
  else field.form?.requestSubmit();
}

/** @param before the number of characters before the caret to replace if nothing is selected */
function insertText(field: Field, words: string, before = 0): void {
  const { selectionStart: start, selectionEnd: end, value, maxLength } = field;
  if (start === null || end === null) return;
  const from = start === end ? start - before : start;
  const length = value.length - (end - from) + words.length;
  if (words !== '' && maxLength >= 0 && length > maxLength) return;
  field.setRangeText(words, from, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** The length of the character before the caret, which may be several code points. */
function lastCharacterLength({ value, selectionStart }: Field): number {
  const before = value.slice(0, selectionStart ?? 0);
  const all = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(before)];
  return all.at(-1)?.segment.length ?? 0;
}
