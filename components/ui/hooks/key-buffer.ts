import { useLayoutEffect } from 'preact/hooks';
import { acceptsText } from './use-shortcuts.ts';

/** How long to wait for the field after the last key, in ms. */
const MAX_WAIT_MS = 5000;

/** Named keys with an effect on a field or the screen. Other named keys are left to the browser or an input method. */
const ACTION_KEYS =
  /^(?:Enter|Backspace|Delete|Escape|Tab|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right))$/;

/** Whether a key types text. Names of keys are ASCII; one key of an Arabic keyboard types two letters. */
const isTextKey = (key: string): boolean => /^.$|[^ -~]/u.test(key);

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Discards the current buffer; null if there is none. */
let discardBuffer: (() => void) | null = null;

/** True while a buffered key is dispatched to the field; the listener must ignore that event. */
let isDispatching = false;

/**
 * Buffers key presses until a field gets the focus, then types them into it. Users start typing at once, and keys meant
 * for a field that is still loading must not act as shortcuts. Does not affect a field that already has the focus. A
 * pointer press, or Escape before anything was typed, discards the buffer.
 *
 * @returns a function that discards the buffer if the field is not going to appear; it does nothing once a field has
 *   appeared
 */
export function bufferKeys(): () => void {
  discardBuffer?.();
  const controller = new AbortController();
  const { signal } = controller;
  const keys: string[] = [];
  /** The field that got the focus; null until then. */
  let field: Field | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    controller.abort();
    clearTimeout(timer);
    if (discardBuffer === end) discardBuffer = null;
  };
  const restartTimer = (): void => {
    clearTimeout(timer);
    if (field === null) timer = setTimeout(end, MAX_WAIT_MS);
  };
  discardBuffer = end;
  restartTimer();
  const listenerOptions = { capture: true, signal };
  const onKey = (event: KeyboardEvent): void => {
    if (isDispatching || !shouldBuffer(event)) return;
    if (acceptsText(event.target) && event.target !== field) return;
    if (event.key === 'Escape' && keys.length === 0 && field === null) {
      end();
      return;
    }
    // A key held down for too long should not be typed several times.
    if (!event.repeat) keys.push(event.key);
    event.preventDefault();
    event.stopImmediatePropagation();
    restartTimer();
  };
  addEventListener('keydown', onKey, listenerOptions);
  // Firefox clicks the focused button when Space is released.
  addEventListener('keyup', (event) => event.key === ' ' && event.preventDefault(), listenerOptions);
  addEventListener('pointerdown', end, listenerOptions);
  // Inserting text would break an active composition.
  addEventListener('compositionstart', end, listenerOptions);
  addEventListener(
    'focusin',
    ({ target }) => {
      if (field !== null || !isField(target)) return;
      field = target;
      clearTimeout(timer);
      void typeAll(keys, target, signal).then(end);
    },
    listenerOptions,
  );
  return () => {
    if (field === null) end();
  };
}

/** Discards the buffer even if the field has appeared, because its content is no longer shown. */
export function discardBufferedKeys(): void {
  discardBuffer?.();
}

/**
 * Buffers keys from the moment something is opened until its field has the focus; see `bufferKeys`.
 *
 * @param open identifies what is open; a change starts a new buffer, and null discards it
 * @param isFieldReady true if the field appears without delay
 */
export function useKeyBuffer(open: string | null, isFieldReady: boolean): void {
  useLayoutEffect(() => (open === null || isFieldReady ? undefined : bufferKeys()), [open]);
}

/**
 * Whether a key types text or acts on a field. With Ctrl, Alt or Meta it is a browser shortcut instead, unless it
 * produces a character, as with AltGr, and Option on macOS.
 */
function shouldBuffer(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (event.isComposing || event.keyCode === 229) return false;
  if (!(ctrlKey || altKey || metaKey)) return isTextKey(key) || ACTION_KEYS.test(key);
  const isOption = altKey && !ctrlKey && !metaKey && navigator.platform.startsWith('Mac');
  return isTextKey(key) && (isOption || event.getModifierState('AltGraph'));
}

const isField = (target: EventTarget | null): target is Field =>
  acceptsText(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** Types the buffered keys, one per task so that the screen can update; keys pressed meanwhile are typed, too. */
async function typeAll(keys: string[], field: Field, signal: AbortSignal): Promise<void> {
  // Wait until the screen is rendered.
  await nextTask();
  for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
    if (signal.aborted || document.activeElement !== field) return;
    typeKey(key, field);
    await nextTask();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Dispatches a key to the field, and performs its default action unless a handler prevented it. Keys that only move the
 * caret have no default action here.
 */
function typeKey(key: string, field: Field): void {
  isDispatching = true;
  const isUnhandled = field.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  isDispatching = false;
  if (!isUnhandled) return;
  if (key === 'Escape') field.closest('dialog')?.close();
  else if (key === 'Backspace') insertText(field, '', getLastCharacterLength(field));
  else if (key !== 'Enter') isTextKey(key) && insertText(field, key);
  else if (field instanceof HTMLTextAreaElement) insertText(field, '\n');
  else field.form?.requestSubmit();
}

/** @param deletedBefore if nothing is selected, the number of UTF-16 code units to delete before the caret */
function insertText(field: Field, text: string, deletedBefore = 0): void {
  const { selectionStart: start, selectionEnd: end, value, maxLength } = field;
  if (start === null || end === null) return;
  const from = start === end ? start - deletedBefore : start;
  const length = value.length - (end - from) + text.length;
  if (text !== '' && maxLength >= 0 && length > maxLength) return;
  field.setRangeText(text, from, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Returns the length of the grapheme before the caret, in UTF-16 code units. */
function getLastCharacterLength({ value, selectionStart }: Field): number {
  const textBefore = value.slice(0, selectionStart ?? 0);
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(textBefore)];
  return segments.at(-1)?.segment.length ?? 0;
}
