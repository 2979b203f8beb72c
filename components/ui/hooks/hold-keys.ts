import { useLayoutEffect } from 'preact/hooks';
import { takesText } from './use-shortcuts.ts';

/** How long keys wait for a field that does not come, in ms. */
const LONGEST_MS = 5000;

/** Keys that write, and those that go with them. */
const KEYS = ['Enter', 'Backspace'];

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Lets go of the keys that are held at this moment. */
let letGo: (() => void) | null = null;

/**
 * Keeps the keys that are pressed until a field gets the focus, and types them into it then: users type on at once, and
 * what they type for a field that is still being fetched must not be taken for shortcuts. A press elsewhere, or Escape
 * before anything was typed, gives the field up.
 *
 * @returns gives it up where no field will come; does nothing once one is there
 */
export function holdKeys(): () => void {
  letGo?.();
  const life = new AbortController();
  const { signal } = life;
  const keys: string[] = [];
  let isArriving = false;
  const end = (): void => {
    life.abort();
    clearTimeout(timer);
    if (letGo === end) letGo = null;
  };
  const timer = setTimeout(end, LONGEST_MS);
  letGo = end;
  const listening = { capture: true, signal };
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, isTrusted } = event;
    // What is typed into the field from here comes by here, too.
    if (!isTrusted && isArriving) return;
    if ((ctrlKey || altKey || metaKey) && !event.getModifierState('AltGraph')) return;
    if (key === 'Escape' && keys.length === 0 && !isArriving) end();
    else if (key.length === 1 || KEYS.includes(key) || key === 'Escape') {
      // A key that is held down a little long is not meant twice.
      if (!event.repeat) keys.push(key);
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  addEventListener('keydown', onKey, listening);
  // Firefox presses a button as Space comes up.
  addEventListener('keyup', (event) => event.key === ' ' && event.preventDefault(), listening);
  addEventListener('pointerdown', end, listening);
  addEventListener(
    'focusin',
    ({ target }) => {
      if (isArriving || !isField(target)) return;
      isArriving = true;
      void typeAll(keys, target, signal).then(end);
    },
    listening,
  );
  return () => {
    if (!isArriving) end();
  };
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

function typeKey(key: string, field: Field): void {
  const init = { key, bubbles: true, cancelable: true };
  if (!field.dispatchEvent(new KeyboardEvent('keydown', init))) return;
  const { selectionStart: start, selectionEnd: end } = field;
  if (key === 'Escape' || start === null || end === null) return;
  if (key === 'Backspace') field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  else if (key !== 'Enter') field.setRangeText(key, start, end, 'end');
  else if (field instanceof HTMLTextAreaElement) field.setRangeText('\n', start, end, 'end');
  else field.form?.requestSubmit();
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Holds keys for as long as something is open whose field has yet to come; see `holdKeys`. */
export function useHeldKeys(isComing: boolean): void {
  useLayoutEffect(() => (isComing ? holdKeys() : undefined), [isComing]);
}
