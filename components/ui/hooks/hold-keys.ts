import { useLayoutEffect } from 'preact/hooks';
import { takesText } from './use-shortcuts.ts';

/** How long after the last key a field that does not come is waited for, in ms. */
const PATIENCE_MS = 5000;

/** Keys that work a field, or the screen behind it. All others with a name are the browser's, or those of an input method. */
const WORKS = /^(?:Enter|Backspace|Delete|Escape|Tab|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right))$/;

/** Names of keys are ASCII; an Arabic keyboard has a key for two letters. */
const writes = (key: string): boolean => /^.$|[^ -~]/u.test(key);

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Lets go of the keys that are held at this moment. */
let letGo: (() => void) | null = null;

/** True while a held key is told to its field: it comes by here, too. */
let isTelling = false;

/**
 * Keeps the keys that are pressed until a field gets the focus, and types them into it then: users type on at once, and
 * what they type for a field that is still being fetched must not be taken for shortcuts. What is typed into a field
 * that has the focus already goes there. A press elsewhere, or Escape before anything was typed, gives the keys back
 * to the screen; the field comes all the same.
 *
 * @returns gives them back where no field will come; does nothing once one is there
 */
export function holdKeys(): () => void {
  letGo?.();
  const life = new AbortController();
  const { signal } = life;
  const keys: string[] = [];
  /** The one that has come, until all is typed. */
  let field: Field | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    life.abort();
    clearTimeout(timer);
    if (letGo === end) letGo = null;
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (field === null) timer = setTimeout(end, PATIENCE_MS);
  };
  letGo = end;
  wait();
  const listening = { capture: true, signal };
  const onKey = (event: KeyboardEvent): void => {
    if (isTelling || !isHeld(event)) return;
    if (takesText(event.target) && event.target !== field) return;
    if (event.key === 'Escape' && keys.length === 0 && field === null) {
      end();
      return;
    }
    // A key that is held down a little long is not meant twice.
    if (!event.repeat) keys.push(event.key);
    event.preventDefault();
    event.stopImmediatePropagation();
    wait();
  };
  addEventListener('keydown', onKey, listening);
  // Firefox presses a button as Space comes up.
  addEventListener('keyup', (event) => event.key === ' ' && event.preventDefault(), listening);
  addEventListener('pointerdown', end, listening);
  // Nothing may be written into what an input method is composing.
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

/** Gives the keys back, also where their field is there: they were meant for what is not shown any more. */
export function letKeysGo(): void {
  letGo?.();
}

/**
 * Holds keys from the moment when the user opens something until its field has the focus; see `holdKeys`.
 *
 * @param open what is open, null where nothing is: they are held anew for another, and let go where it is closed
 * @param isHere true where its field comes without delay
 */
export function useHeldKeys(open: string | null, isHere: boolean): void {
  useLayoutEffect(() => (open === null || isHere ? undefined : holdKeys()), [open]);
}

/** With Ctrl, Alt or Meta a key is the browser's, except where it writes by them: AltGr, and Option on macOS. */
function isHeld(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (event.isComposing || event.keyCode === 229) return false;
  if (!(ctrlKey || altKey || metaKey)) return writes(key) || WORKS.test(key);
  const isOption = altKey && !ctrlKey && !metaKey && navigator.platform.startsWith('Mac');
  return writes(key) && (isOption || event.getModifierState('AltGraph'));
}

const isField = (target: EventTarget | null): target is Field =>
  takesText(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** One after the other, as fast as the screen follows; those that are pressed meanwhile come after them. */
async function typeAll(keys: string[], field: Field, signal: AbortSignal): Promise<void> {
  // The screen is in the middle of being drawn.
  await nextTask();
  for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
    if (signal.aborted || document.activeElement !== field) return;
    typeKey(key, field);
    await nextTask();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Of keys that write nothing, only what the screen makes of them can be had: no caret moves by an event that is made. */
function typeKey(key: string, field: Field): void {
  isTelling = true;
  const isFree = field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  isTelling = false;
  if (!isFree) return;
  if (key === 'Escape') field.closest('dialog')?.close();
  else if (key === 'Backspace') write(field, '', lengthOfLast(field));
  else if (key !== 'Enter') writes(key) && write(field, key);
  else if (field instanceof HTMLTextAreaElement) write(field, '\n');
  else field.form?.requestSubmit();
}

/** @param before how many characters before the caret are replaced, where nothing is selected */
function write(field: Field, words: string, before = 0): void {
  const { selectionStart: start, selectionEnd: end, value, maxLength } = field;
  if (start === null || end === null) return;
  const from = start === end ? start - before : start;
  const length = value.length - (end - from) + words.length;
  if (words !== '' && maxLength >= 0 && length > maxLength) return;
  field.setRangeText(words, from, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Of the character before the caret, which may be of several code points. */
function lengthOfLast({ value, selectionStart }: Field): number {
  const before = value.slice(0, selectionStart ?? 0);
  const all = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(before)];
  return all.at(-1)?.segment.length ?? 0;
}
