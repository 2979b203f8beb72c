import '../learn-all.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { QuoteInput } from '../../../../utils/quotes/types.ts';
import {
  handleQuoteRequests,
  type QuoteTask,
  type QuoteWorkerMessage,
  type QuoteWorkerScope,
} from '../../../../utils/quotes/worker/handle-quote-requests.ts';
import { QuoteClient, QuotesFailedError } from '../../../../utils/quotes/worker/quote-client.ts';

/** A worker in this thread: the real one, or one that never says a word. */
class TestWorker extends EventTarget {
  isEnded = false;
  readonly isDumb: boolean;
  readonly scope: QuoteWorkerScope;

  constructor(isDumb: boolean) {
    super();
    this.isDumb = isDumb;
    this.scope = { onmessage: null, postMessage: (message) => this.tell(message) };
    handleQuoteRequests(this.scope);
  }

  tell(message: QuoteWorkerMessage): void {
    if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  }

  postMessage(task: QuoteTask): void {
    if (!this.isDumb)
      queueMicrotask(() => this.scope.onmessage?.(new MessageEvent('message', { data: task })));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const started: TestWorker[] = [];
const asker = (isDumb = () => false): QuoteClient =>
  new QuoteClient(() => {
    const worker = new TestWorker(isDumb());
    started.push(worker);
    return worker as unknown as Worker;
  });

const ask = (text: string): QuoteInput => ({ text, lang: 'en', title: null, excerpt: null, byline: null });
const PIER = ask('“The planks are rotten and the rail is gone,” Mara Lindqvist said. Nobody else spoke.');

beforeEach(() => {
  vi.useFakeTimers();
  started.length = 0;
});
afterEach(() => vi.useRealTimers());

it('answers in the language of the text, and tells what is quoted first', async () => {
  const told: string[] = [];
  const quotes = await asker().extract(PIER, (quotations) =>
    told.push(...quotations.map(({ text }) => text)),
  );
  expect(quotes).toMatchObject([{ text: told[0], resolvedSpeaker: 'Mara Lindqvist' }]);
  const german = ask(
    'Der Steg bleibt auch in diesem Winter geschlossen, weil niemand die Arbeit bezahlen will. „Die Planken sind morsch und das Geländer fehlt“, sagte Mara Lindqvist am Montag in der Sitzung des Rates.',
  );
  expect((await asker().extract(german)).map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
    'Mara Lindqvist',
  ]);
});

it('works a question out once, for whoever asks it again meanwhile or later', async () => {
  const one = asker();
  const first = one.extract(PIER);
  const told = vi.fn();
  expect(one.extract({ ...PIER }, told)).toBe(first);
  await first;
  expect(told).toHaveBeenCalledOnce();
  one.extract(PIER, told);
  expect(told).toHaveBeenCalledTimes(2);
  expect(one.extract({ ...PIER, byline: 'Ann Weir' })).not.toBe(first);
  expect(started).toHaveLength(1);
});

it('ends a worker that gives no answer, and asks another', async () => {
  let isDumb = true;
  const one = asker(() => isDumb);
  const lost = Promise.allSettled([one.extract(PIER), one.extract(ask('Another.'))]);
  await vi.advanceTimersByTimeAsync(44_000);
  expect(started[0]?.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(started[0]?.isEnded).toBe(true);
  for (const { reason } of (await lost) as PromiseRejectedResult[])
    expect(reason).toBeInstanceOf(QuotesFailedError);
  isDumb = false;
  expect(await one.extract(PIER)).toHaveLength(1);
  expect(started).toHaveLength(2);
});

it('passes a failure on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(asker().extract({ ...PIER, text: null as unknown as string })).rejects.toThrow(
    QuotesFailedError,
  );
});

it('ends a worker that nobody asks', async () => {
  await asker().extract(PIER);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(started[0]?.isEnded).toBe(true);
});
