// @vitest-environment jsdom
// @apart: what it puts in place of `hidden` is there before anything has looked it up.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Underlines } from '../../../entrypoints/assistant/underlines.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import type { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';
import { makeSave } from '../library/make-article.ts';

const WORDS = 'We wound the clock by hand.';
const isHidden = vi.spyOn(Document.prototype, 'hidden', 'get');
const highlights = new Map<string, Set<Range>>();
let looks = 0;

class RangeSet extends Set<Range> {
  constructor(...ranges: Range[]) {
    super(ranges);
  }
}

/** Finds the words where a paragraph has them. */
const anchors = {
  locate: () => {
    looks += 1;
    const text = document.querySelector('p')?.firstChild;
    if (!text) return null;
    const range = document.createRange();
    range.selectNode(text);
    return range;
  },
} as unknown as LiveAnchors;

const draw = (text: string): void => {
  document.body.innerHTML = text === '' ? '' : `<p>${text}</p>`;
};

beforeEach(() => {
  vi.useFakeTimers();
  highlights.clear();
  looks = 0;
  isHidden.mockReturnValue(false);
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', RangeSet);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function underline(): Promise<Underlines> {
  const { article } = makeSave({});
  const extraction: Extraction = { article: { ...article, text: WORDS }, root: document.body, elements: [] };
  const underlines = new Underlines(document, anchors, () => undefined);
  await underlines.draw(extraction, [{ text: WORDS, start: 0, end: WORDS.length, hue: 1 }]);
  return underlines;
}

it('underlines a quote again that a page took away for a while', async () => {
  draw(WORDS);
  const underlines = await underline();
  expect(highlights.size).toBe(1);
  draw('');
  await vi.advanceTimersByTimeAsync(5000);
  expect(highlights.size).toBe(0);
  draw(WORDS);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(highlights.size).toBe(1);
  underlines.clear();
});

it('looks for what is gone less and less often, and never where nobody sees the page', async () => {
  draw(WORDS);
  const underlines = await underline();
  draw('');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks).toBeGreaterThan(5);
  expect(looks).toBeLessThan(20);
  const before = looks;
  isHidden.mockReturnValue(true);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks).toBe(before);
  underlines.clear();
  isHidden.mockReturnValue(false);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks).toBe(before);
});
