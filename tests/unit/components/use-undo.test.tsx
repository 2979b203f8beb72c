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
  return <p>{all.undo === null ? 'nothing' : `${all.undo.sentence} ${all.undo.onUndo !== null}`}</p>;
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
  act(async () => ({ sentence: 'One archived', undo: async () => true }));
  expect(await pass(10)).toBe('One archived true');
  act(() => after(5000, { sentence: '10,000 archived', undo: async () => true }));
  expect(await pass(300)).toBe('One archived true');
  expect(await pass(1000)).toBe('Working… false');
  expect(await pass(4000)).toBe('10,000 archived true');
});

it('says nothing of work that is done at once, or that came to nothing', async () => {
  act(() => after(100, { sentence: 'One archived', undo: null }));
  expect(await pass(5000)).toBe('One archived false');
  act(() => after(3000, null));
  expect(await pass(1000)).toBe('Working… false');
  expect(await pass(3000)).toBe('nothing');
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
    sentence: what,
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

it('leaves Ctrl and Z to a field, and to a window over the screen', async () => {
  let isUndone = false;
  act(async () => ({ sentence: 'One archived', undo: async () => (isUndone = true) }));
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
  act(async () => ({ sentence: 'Two added', undo: async () => true }));
  await pass(10);
  addWords('Two added', 'one text is missing');
  expect(await pass(10)).toBe('Two added · one text is missing true');
  act(async () => ({ sentence: 'One archived', undo: async () => true }));
  await pass(10);
  addWords('Two added', 'one text is missing');
  expect(await pass(10)).toBe('one text is missing false');
});
