// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Act, useUndo } from '../../../entrypoints/shared/use-undo.ts';
import { type Shown, show } from './render.tsx';

let act: Act;
let addWords: (former: string, words: string) => void;

function Screen() {
  const all = useUndo();
  act = all.act;
  addWords = all.addWords;
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
  shown = await show(<Screen />);
});
afterEach(() => {
  vi.useRealTimers();
});

it('says that long work goes on, and meanwhile takes nothing back that was done before', async () => {
  act(async () => ({ message: 'One archived', undo: async () => true }));
  expect(await pass(10)).toBe('One archived true');
  act(() => after(5000, { message: '10,000 archived', undo: async () => true }));
  expect(await pass(300)).toBe('One archived true');
  expect(await pass(1000)).toBe('Working… false');
  expect(await pass(4000)).toBe('10,000 archived true');
});

it('says in plain words that the disk is full, whatever write met it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  act(() => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError')));
  expect(await pass(10)).toBe('The disk is full. Free some space and try again. false');
});

const press = (target: EventTarget = document.body): void => {
  const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
};

it('takes back with Ctrl and Z what was done last, then what was before, also when nothing says so any more', async () => {
  const undone: string[] = [];
  const done = (what: string, isPlain = false) => ({
    message: what,
    undo: async () => undone.push(what),
    isPlain,
  });
  act(async () => done('One archived'));
  await pass(10);
  act(async () => done('One added to favourites', true));
  // A star is seen, and takes the place of no sentence.
  expect(await pass(10)).toBe('One archived true');
  press();
  expect(await pass(10)).toBe('Undone: One added to favourites false');
  press();
  expect(await pass(10)).toBe('Undone: One archived false');
  press();
  await pass(10);
  expect(undone).toEqual(['One added to favourites', 'One archived']);
});

it('takes back with Ctrl and Z what is still being done, once it is done, and not what was done before', async () => {
  const undone: string[] = [];
  const done = (what: string) => ({ message: what, undo: async () => undone.push(what) });
  act(async () => done('One archived'));
  await pass(10);
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
  let isUndone = false;
  act(async () => ({ message: 'One archived', undo: async () => (isUndone = true) }));
  await pass(10);
  act(() => after(2000, null).then(() => Promise.reject(new Error('broken'))));
  await pass(100);
  press();
  await pass(3000);
  expect(isUndone).toBe(false);
  press();
  await pass(10);
  expect(isUndone).toBe(true);
});

it('knows Z on keyboards without Latin letters by where it stands, and on the others by what is written', async () => {
  let undone = 0;
  const presses: [key: string, code: string, isUndo: boolean][] = [
    ['я', 'KeyZ', true],
    ['ئ', 'KeyZ', true],
    ['Ζ', 'KeyZ', true],
    ['z', 'KeyY', true],
    ['y', 'KeyZ', false],
    ['w', 'KeyZ', false],
    [';', 'KeyZ', false],
    ['ч', 'KeyX', false],
    ['Dead', 'KeyZ', false],
  ];
  for (const [key, code, isUndo] of presses) {
    act(async () => ({ message: 'One archived', undo: async () => ++undone }));
    await pass(10);
    undone = 0;
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true }),
    );
    await pass(10);
    expect(undone, `${key} ${code}`).toBe(isUndo ? 1 : 0);
  }
});

it('leaves Ctrl and Z to a field, and to a window over the screen', async () => {
  let isUndone = false;
  act(async () => ({ message: 'One archived', undo: async () => (isUndone = true) }));
  await pass(10);
  const field = document.createElement('input');
  const dialog = document.createElement('dialog');
  document.body.append(field, dialog);
  press(field);
  press(dialog);
  await pass(10);
  expect(isUndone).toBe(false);
});

it('adds what became of something to its words, as long as they are there, and keeps the way back', async () => {
  act(async () => ({ message: 'Two added', undo: async () => true }));
  await pass(10);
  addWords('Two added', 'one text is missing');
  expect(await pass(10)).toBe('Two added · one text is missing true');
  act(async () => ({ message: 'One archived', undo: async () => true }));
  await pass(10);
  addWords('Two added', 'one text is missing');
  expect(await pass(10)).toBe('one text is missing false');
});
