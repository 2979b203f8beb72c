// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { QuoteUnderliner } from '../../../entrypoints/assistant/underline-quotes.ts';
import type { Underlines } from '../../../entrypoints/assistant/underlines.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import { makeSave } from '../library/make-article.ts';

const askBackground = vi.hoisted(() => vi.fn(async () => []));
/** Connects as a page of ours does. */
const joining = vi.hoisted(() => ({ take: (_: unknown): void => undefined }));
vi.mock('../../../utils/messaging/tab-side.ts', () => ({
  askBackground,
  connectInTab: (_: string, take: (port: unknown) => void) => {
    joining.take = take;
  },
}));

const isHidden = vi.spyOn(Document.prototype, 'hidden', 'get');
const draw = vi.fn(async () => undefined);
const underlines = { draw, clear: () => undefined } as unknown as Underlines;
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  askBackground.mockClear();
  isHidden.mockReturnValue(false);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function make(): QuoteUnderliner {
  const extraction: Extraction = { article: makeSave({}).article, root: document.body, elements: [] };
  return new QuoteUnderliner(underlines, () => extraction, life.signal);
}

function always(): QuoteUnderliner {
  const quotes = make();
  quotes.setChoice('always');
  return quotes;
}

/** A page whose text is another each second. */
async function live(quotes: QuoteUnderliner, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    quotes.onText();
    await vi.advanceTimersByTimeAsync(1000);
  }
}

it('asks for the quotes of a page that never stands still less and less often', async () => {
  const quotes = always();
  await live(quotes, 20);
  expect(askBackground.mock.calls.length).toBeGreaterThanOrEqual(3);
  await live(quotes, 600);
  expect(askBackground.mock.calls.length).toBeLessThan(12);
});

it('asks at once again where a page changes after a long time', async () => {
  const quotes = always();
  await live(quotes, 60);
  await vi.advanceTimersByTimeAsync(600_000);
  askBackground.mockClear();
  await live(quotes, 1);
  expect(askBackground).toHaveBeenCalledTimes(1);
});

it('asks nothing for a tab in the background until somebody looks at it', async () => {
  isHidden.mockReturnValue(true);
  const quotes = always();
  await live(quotes, 30);
  expect(askBackground).not.toHaveBeenCalled();
  isHidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(100);
  expect(askBackground).toHaveBeenCalledTimes(1);
});

it('underlines what a page of ours shows that heard first of the user’s choice', () => {
  draw.mockClear();
  const quotes = make();
  let tell = (_: unknown): void => undefined;
  const addListener = (listener: typeof tell): void => {
    tell = listener;
  };
  joining.take({ onMessage: { addListener }, onDisconnect: { addListener: () => undefined } });
  const marks = [{ text: 'We were lucky', start: 3, hue: 1 }];
  tell(marks);
  expect(draw).not.toHaveBeenCalled();
  quotes.setChoice('open');
  expect(draw).toHaveBeenLastCalledWith(expect.anything(), marks);
});
