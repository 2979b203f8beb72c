// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bufferKeys } from '../../../../../components/ui/hooks/key-buffer.ts';

let discard = (): void => undefined;
/** What the screen behind hears. */
let heard: string[] = [];
const hear = ({ key }: KeyboardEvent): void => {
  heard.push(key);
};

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  document.addEventListener('keydown', hear);
  discard = bufferKeys();
});
afterEach(() => {
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  document.removeEventListener('keydown', hear);
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** @returns false where the browser does nothing by it */
function press(key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  return (document.activeElement ?? document.body).dispatchEvent(event);
}

function type(words: string): void {
  for (const key of words) press(key);
}

function add<Name extends 'input' | 'textarea'>(name: Name, within: Element = document.body) {
  const field = document.createElement(name);
  within.append(field);
  return field;
}

/** The field has come, and all is typed. */
async function arrive(field: HTMLElement): Promise<void> {
  field.focus();
  await vi.advanceTimersByTimeAsync(500);
}

it.each(['Tab', 'Delete', 'Home', 'End', 'PageDown', 'ArrowLeft', 'ArrowDown', 'Enter', ' ', 'ش', '𝒳', 'لا'])(
  'keeps %s from the screen behind, and tells it to the field alone',
  async (key) => {
    expect(press(key)).toBe(false);
    expect(heard).toEqual([]);
    const field = add('input');
    const told = vi.fn(({ key: one }: KeyboardEvent) => one);
    field.addEventListener('keydown', told);
    await arrive(field);
    expect(told.mock.results.map(({ value }) => value)).toEqual([key]);
    expect(field.value).toBe(/^[A-Z]/.test(key) ? '' : key);
  },
);

it.each(['Shift', 'Control', 'CapsLock', 'Dead', 'Process', 'Unidentified', 'F5', 'ContextMenu'])(
  'leaves %s to the browser',
  async (key) => {
    expect(press(key)).toBe(true);
    const field = add('input');
    await arrive(field);
    expect(field.value).toBe('');
  },
);

it('leaves keys to an input method, and inserts nothing into an active composition', async () => {
  expect(press('k', { keyCode: 229 })).toBe(true);
  expect(press('k', { isComposing: true })).toBe(true);
  type('abc');
  const field = add('textarea');
  field.focus();
  await vi.advanceTimersByTimeAsync(0);
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  const { value } = field;
  await vi.advanceTimersByTimeAsync(500);
  expect(field.value).toBe(value);
  expect(press('d')).toBe(true);
});

it('buffers characters typed with Option on macOS, and no other key with Alt', async () => {
  expect(press('ø', { altKey: true })).toBe(true);
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  expect(press('ø', { altKey: true })).toBe(false);
  expect(press('ArrowLeft', { altKey: true })).toBe(true);
  expect(press('ø', { altKey: true, metaKey: true })).toBe(true);
  expect(press('€', { altKey: true, ctrlKey: true, modifierAltGraph: true })).toBe(false);
  const field = add('input');
  await arrive(field);
  expect(field.value).toBe('ø€');
});

it('waits for the field while the user types, and a limited time after that', async () => {
  for (const key of 'wait') {
    expect(press(key)).toBe(false);
    await vi.advanceTimersByTimeAsync(4000);
  }
  const field = add('input');
  await arrive(field);
  expect(field.value).toBe('wait');
  field.remove();
  discard = bufferKeys();
  press('a');
  await vi.advanceTimersByTimeAsync(6000);
  expect(press('b')).toBe(true);
});

it('types all buffered keys, even if that takes longer than the maximum wait for the field', async () => {
  const words = 'on and on '.repeat(20);
  type(words);
  await vi.advanceTimersByTimeAsync(4990);
  const field = add('textarea');
  await arrive(field);
  expect(field.value).toBe(words);
});

it('does not buffer keys typed into a field that already has the focus', async () => {
  const other = add('input');
  discard();
  other.focus();
  discard = bufferKeys();
  expect(press('a')).toBe(true);
  expect(press('Enter')).toBe(true);
  const field = add('input');
  await arrive(field);
  expect(field.value).toBe('');
});

it('appends keys pressed while it types, once', async () => {
  type('ab');
  const field = add('input');
  field.focus();
  expect(press('c')).toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(field.value).toBe('abc');
  expect(press('d')).toBe(true);
});

it('deletes a whole grapheme with Backspace, and respects the maximum length of the field', async () => {
  const field = document.createElement('input');
  field.maxLength = 4;
  field.value = 'a👩‍🌾';
  press('Backspace');
  type('bcdefg');
  document.body.append(field);
  field.setSelectionRange(field.value.length, field.value.length);
  await arrive(field);
  expect(field.value).toBe('abcd');
});

it.each([
  ['closes the sheet of a field by Escape after letters', false, 1],
  ['leaves the sheet to a field that takes Escape itself', true, 0],
])('%s', async (_, takesEscape, closed) => {
  HTMLDialogElement.prototype.close ??= () => undefined;
  const close = vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(() => undefined);
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.open = true;
  type('a');
  press('Escape');
  const field = add('textarea', dialog);
  if (takesEscape)
    field.addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault());
  await arrive(field);
  expect(close).toHaveBeenCalledTimes(closed);
});

it('discards keys on Escape before anything was typed, on a press elsewhere, and if no field will appear', () => {
  expect(press('Escape')).toBe(true);
  expect(press('a')).toBe(true);
  discard = bufferKeys();
  expect(press('a')).toBe(false);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(press('a')).toBe(true);
  discard = bufferKeys();
  discard();
  expect(press('a')).toBe(true);
});
