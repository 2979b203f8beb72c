// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (event: { type: string; isTrusted: boolean }) => void;

const heard = vi.hoisted(() => new Map<string, Listener>());
vi.mock('../../../utils/page/dom-access.ts', () => ({
  listenTo: (_: Document, type: string, listener: Listener) => heard.set(type, listener),
  selectionOf: (document_: Document) => document_.getSelection(),
}));

const { SelectionOffers } = await import('../../../entrypoints/assistant/highlights/selection-offers.ts');

let now = 0;
let isWanted: boolean;
let offered: string[];
let offers: InstanceType<typeof SelectionOffers>;

const tell = (type: string): void => heard.get(type)?.({ type, isTrusted: true });

function select(word: string): void {
  const text = document.body.firstChild as Text;
  const at = text.data.indexOf(word);
  document.getSelection()?.setBaseAndExtent(text, at, text, at + word.length);
  tell('selectionchange');
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  document.body.textContent = 'The ferry runs from May.';
  document.getSelection()?.removeAllRanges();
  isWanted = true;
  offered = [];
  now += 100_000;
  offers = new SelectionOffers(
    (range) => offered.push(String(range)),
    () => isWanted,
  );
  offers.listen(new AbortController().signal);
  return () => vi.useRealTimers();
});

it('offers something for what the user selects, and nothing for what the page does', () => {
  select('May');
  vi.advanceTimersByTime(1000);
  expect(offered).toEqual([]);
  select('ferry');
  tell('keyup');
  vi.advanceTimersByTime(1000);
  expect(offered).toEqual(['ferry']);
});

it('offers it as well where a busy machine comes to it late', () => {
  select('ferry');
  tell('keyup');
  now += 3000;
  vi.advanceTimersByTime(300);
  expect(offered).toEqual(['ferry']);
});

it('offers it once it is known that there is something to offer', () => {
  isWanted = false;
  select('ferry');
  tell('keyup');
  vi.advanceTimersByTime(1000);
  isWanted = true;
  now += 3000;
  offers.offerExisting();
  vi.advanceTimersByTime(300);
  expect(offered).toEqual(['ferry']);
});

it('offers nothing then for what the page has selected meanwhile', () => {
  isWanted = false;
  select('ferry');
  tell('keyup');
  now += 3000;
  select('May');
  isWanted = true;
  offers.offerExisting();
  vi.advanceTimersByTime(1000);
  expect(offered).toEqual([]);
});
