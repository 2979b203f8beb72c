// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Act, useUndo } from '../../../entrypoints/shared/use-undo.ts';
import { type Shown, show } from './render.tsx';

let act: Act;
let appendToMessage: (former: string, words: string) => void;

function Screen() {
  const all = useUndo();
  act = all.act;
  appendToMessage = all.appendToMessage;
  return <p>{all.undo === null ? 'nothing' : `${all.undo.message} ${all.undo.onUndo !== null}`}</p>;
}

let shown: Shown;

async function pass(ms: number): Promise<string> {
  await vi.advanceTimersByTimeAsync(ms);
  await shown.again(<Screen />);
  return shown.root.querySelector('p')?.textContent ?? '';
}

const after = <T,>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

beforeEach(async () => {
  vi.useFakeTimers();
  undone.length = 0;
  shown = await show(<Screen />);
});
afterEach(() => vi.useRealTimers());

/** What is done, and what was taken back of it. */
const undone: string[] = [];
const done = (message: string, isPlain = false) => ({
  message,
  undo: async () => undone.push(message) > 0,
  isPlain,
});
/** Does something and sees what is said of it. */
async function see(message: string, isPlain = false): Promise<string> {
  act(async () => done(message, isPlain));
  return pass(10);
}

const press = (target: EventTarget = document.body, init: KeyboardEventInit = { key: 'z' }): void => {
  const event = new KeyboardEvent('keydown', { ctrlKey: true, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
};

it('says that long work goes on, and meanwhile takes nothing back that was done before', async () => {
  expect(await see('One archived')).toBe('One archived true');
  act(() => after(5000, done('10,000 archived')));
  expect(await pass(300)).toBe('One archived true');
  expect(await pass(1000)).toBe('Working… false');
  expect(await pass(4000)).toBe('10,000 archived true');
});

it('says in plain words that the disk is full, whatever write met it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  act(() => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError')));
  expect(await pass(10)).toBe('The disk is full. Free some space and try again. false');
});

it('takes back with Ctrl and Z what was done last, then what was before, also when nothing says so any more', async () => {
  await see('One archived');
  // A star is seen, and takes the place of no sentence.
  expect(await see('One added to favourites', true)).toBe('One archived true');
  press();
  expect(await pass(10)).toBe('Undone: One added to favourites false');
  press();
  expect(await pass(10)).toBe('Undone: One archived false');
  press();
  await pass(10);
  expect(undone).toEqual(['One added to favourites', 'One archived']);
});

it('takes back with Ctrl and Z what is still being done, once it is done, and not what was done before', async () => {
  await see('One archived');
  act(() => after(5000, done('10,000 archived')));
  await pass(100);
  press();
  expect(await pass(2000)).toBe('Working… false');
  expect(undone).toEqual([]);
  press();
  expect(await pass(4000)).toBe('Undone: One archived false');
  expect(undone).toEqual(['10,000 archived', 'One archived']);
});

it('leaves what was done before alone where the work that was meant fails', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await see('One archived');
  act(() => after(2000, null).then(() => Promise.reject(new Error('broken'))));
  await pass(100);
  press();
  await pass(3000);
  expect(undone).toEqual([]);
  press();
  await pass(10);
  expect(undone).toEqual(['One archived']);
});

// By where it stands on keyboards without Latin letters, by what is written on the others.
it.each([
  ['я', 'KeyZ', 1],
  ['ئ', 'KeyZ', 1],
  ['Ζ', 'KeyZ', 1],
  ['z', 'KeyY', 1],
  ['y', 'KeyZ', 0],
  ['w', 'KeyZ', 0],
  [';', 'KeyZ', 0],
  ['ч', 'KeyX', 0],
  ['Dead', 'KeyZ', 0],
])('takes Ctrl and “%s” (%s) for Ctrl and Z: %i', async (key, code, times) => {
  await see('One archived');
  press(document.body, { key, code });
  await pass(10);
  expect(undone).toHaveLength(times);
});

it('leaves Ctrl and Z to a field, and to a window over the screen', async () => {
  await see('One archived');
  for (const name of ['input', 'dialog']) {
    const target = document.createElement(name);
    document.body.append(target);
    press(target);
  }
  await pass(10);
  expect(undone).toEqual([]);
});

it('adds what became of something to its words, as long as they are there, and keeps the way back', async () => {
  await see('Two added');
  appendToMessage('Two added', 'one text is missing');
  expect(await pass(10)).toBe('Two added · one text is missing true');
  await see('One archived');
  appendToMessage('Two added', 'one text is missing');
  expect(await pass(10)).toBe('one text is missing false');
});
