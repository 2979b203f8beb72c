import { cleanQuotes } from '../quote-schema.ts';
import type { Quotation, Quote, QuoteInput } from '../types.ts';
import type { QuoteTask, QuoteWorkerMessage } from './answer-quote-work.ts';

/**
 * Time without a response after which a worker counts as stuck, in ms. The longest texts take seconds. Less than a task of
 * the background may take (`BUDGET_MS`), so that an article with such a text is saved without quotes.
 */
const STUCK_MS = 45_000;
/** Time without requests after which a worker is terminated, in ms: its words and weights use memory. */
const IDLE_MS = 60_000;

/** Quotes could not be extracted; the message gives the reason, for the console. */
export class QuotesFailedError extends Error {
  override name = 'QuotesFailedError';
}

export type OnQuotations = (quotations: readonly Quotation[]) => void;

interface Waiting {
  onQuotations: OnQuotations;
  resolve: (quotes: Quote[]) => void;
  reject: (error: Error) => void;
}

/** A pending request with its results so far. */
interface PendingRequest {
  question: QuoteInput;
  quotes: Promise<Quote[]>;
  quotations: readonly Quotation[] | null;
  listeners: OnQuotations[];
}

const isSame = (one: QuoteInput, other: QuoteInput): boolean =>
  one.text === other.text &&
  one.lang === other.lang &&
  one.title === other.title &&
  one.excerpt === other.excerpt &&
  one.byline === other.byline;

/** Requests quotes from a worker, which is started on the first request and terminated if it is stuck or idle. */
export class QuoteClient {
  readonly #start: () => Worker;
  readonly #stuck: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  /** The last request is kept, because it is repeated whenever something on the page is hidden, with the same text. */
  #latest: PendingRequest | null = null;

  /**
   * Prepares a worker.
   *
   * @param start creates the worker
   * @param stuck see `STUCK_MS`
   */
  constructor(start: () => Worker, stuck = STUCK_MS) {
    this.#start = start;
    this.#stuck = stuck;
  }

  /**
   * Extracts the quotes of an article.
   *
   * @param onQuotations receives the quoted passages before their speakers are known
   * @throws QuotesFailedError if the worker failed, could not be started, or was terminated because it was stuck
   */
  ask(question: QuoteInput, onQuotations?: OnQuotations): Promise<Quote[]> {
    const known = this.#latest;
    const asked = known !== null && isSame(known.question, question) ? known : this.#askAnew(question);
    if (onQuotations === undefined) return asked.quotes;
    if (asked.quotations !== null) onQuotations(asked.quotations);
    else asked.listeners.push(onQuotations);
    return asked.quotes;
  }

  #askAnew(question: QuoteInput): PendingRequest {
    const listeners: OnQuotations[] = [];
    const asked: PendingRequest = { question, quotes: Promise.resolve([]), quotations: null, listeners };
    asked.quotes = new Promise((resolve, reject) => {
      const id = this.#count++;
      const onQuotations: OnQuotations = (quotations) => {
        asked.quotations = quotations;
        for (const listener of listeners) listener(quotations);
      };
      this.#waiting.set(id, { onQuotations, resolve, reject });
      const worker = this.#worker ?? this.#begin();
      worker.postMessage({ id, question } satisfies QuoteTask);
      this.#watch();
    });
    this.#latest = asked;
    // A failed request can be repeated.
    asked.quotes.catch(() => {
      if (this.#latest === asked) this.#latest = null;
    });
    return asked;
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<QuoteWorkerMessage>) => this.#hear(data));
    worker.addEventListener('error', (event) => this.end(`the worker failed: ${event.message}`));
    this.#worker = worker;
    return worker;
  }

  #hear(news: QuoteWorkerMessage): void {
    const asked = this.#waiting.get(news.id);
    if (news.news === 'quotations') asked?.onQuotations(news.quotations);
    if (news.news === 'quotes') asked?.resolve(cleanQuotes(news.quotes));
    if (news.news === 'failed') asked?.reject(new QuotesFailedError(news.error));
    if (news.news === 'quotes' || news.news === 'failed') this.#waiting.delete(news.id);
    this.#watch();
  }

  /** Starts the timer for the next response, or for the next request. */
  #watch(): void {
    clearTimeout(this.#timer);
    const isAsked = this.#waiting.size > 0;
    this.#timer = setTimeout(
      () => this.end(isAsked ? `no answer for ${this.#stuck} ms` : 'idle'),
      isAsked ? this.#stuck : IDLE_MS,
    );
  }

  /** Terminates the worker. Pending requests fail with a QuotesFailedError that gives the reason. */
  end(why: string): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new QuotesFailedError(why));
    this.#waiting.clear();
  }
}
