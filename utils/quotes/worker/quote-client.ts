import { cleanQuotes } from '../quote-schema.ts';
import type { Quotation, Quote, QuoteInput } from '../types.ts';
import type { QuoteTask, QuoteWorkerMessage } from './handle-quote-requests.ts';

/**
 * Time without a response after which a worker counts as stuck, in ms. The longest texts take seconds. Less than the time
 * limit of a background task (`BUDGET_MS`), so that the article is then saved without quotes.
 */
const RESPONSE_TIMEOUT_MS = 45_000;
/** Time without requests after which a worker is terminated to free memory, in ms. */
const IDLE_TIMEOUT_MS = 60_000;

/** Thrown if quotes could not be extracted. The message gives the reason, for the console. */
export class QuotesFailedError extends Error {
  override name = 'QuotesFailedError';
}

export type OnQuotations = (quotations: readonly Quotation[]) => void;

interface PendingCallbacks {
  onQuotations: OnQuotations;
  resolve: (quotes: Quote[]) => void;
  reject: (error: Error) => void;
}

/** A pending request with its results so far. */
interface PendingRequest {
  input: QuoteInput;
  quotes: Promise<Quote[]>;
  quotations: readonly Quotation[] | null;
  listeners: OnQuotations[];
}

const isSameInput = (one: QuoteInput, other: QuoteInput): boolean =>
  one.text === other.text &&
  one.lang === other.lang &&
  one.title === other.title &&
  one.excerpt === other.excerpt &&
  one.byline === other.byline;

/** Requests quotes from a worker, which is started on demand and terminated if it is stuck or idle. */
export class QuoteClient {
  readonly #start: () => Worker;
  readonly #timeoutMs: number;
  readonly #callbacks = new Map<number, PendingCallbacks>();
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextId = 0;
  /** The last request, cached because the same one is made whenever something on the page is hidden. */
  #latest: PendingRequest | null = null;

  /**
   * Creates a client; the worker is started on the first request.
   *
   * @param start creates the worker
   * @param timeoutMs see `RESPONSE_TIMEOUT_MS`
   */
  constructor(start: () => Worker, timeoutMs = RESPONSE_TIMEOUT_MS) {
    this.#start = start;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Extracts the quotes of an article.
   *
   * @param onQuotations receives the quoted passages before their speakers are known
   * @throws QuotesFailedError if the worker failed, could not be started, or was terminated because it was stuck
   */
  extract(input: QuoteInput, onQuotations?: OnQuotations): Promise<Quote[]> {
    const latest = this.#latest;
    const request = latest !== null && isSameInput(latest.input, input) ? latest : this.#send(input);
    if (onQuotations === undefined) return request.quotes;
    if (request.quotations !== null) onQuotations(request.quotations);
    else request.listeners.push(onQuotations);
    return request.quotes;
  }

  #send(input: QuoteInput): PendingRequest {
    const listeners: OnQuotations[] = [];
    const request: PendingRequest = { input, quotes: Promise.resolve([]), quotations: null, listeners };
    request.quotes = new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const onQuotations: OnQuotations = (quotations) => {
        request.quotations = quotations;
        for (const listener of listeners) listener(quotations);
      };
      this.#callbacks.set(id, { onQuotations, resolve, reject });
      const worker = this.#worker ?? this.#startWorker();
      worker.postMessage({ id, input } satisfies QuoteTask);
      this.#restartTimer();
    });
    this.#latest = request;
    // A failed request can be repeated.
    request.quotes.catch(() => {
      if (this.#latest === request) this.#latest = null;
    });
    return request;
  }

  #startWorker(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<QuoteWorkerMessage>) =>
      this.#handleMessage(data),
    );
    worker.addEventListener('error', (event) => this.terminate(`the worker failed: ${event.message}`));
    this.#worker = worker;
    return worker;
  }

  #handleMessage(message: QuoteWorkerMessage): void {
    const request = this.#callbacks.get(message.id);
    if (message.type === 'quotations') request?.onQuotations(message.quotations);
    if (message.type === 'quotes') request?.resolve(cleanQuotes(message.quotes));
    if (message.type === 'failed') request?.reject(new QuotesFailedError(message.error));
    if (message.type === 'quotes' || message.type === 'failed') this.#callbacks.delete(message.id);
    this.#restartTimer();
  }

  /** Restarts the timer: the response timeout if a request is pending, otherwise the idle timeout. */
  #restartTimer(): void {
    clearTimeout(this.#timer);
    const isPending = this.#callbacks.size > 0;
    this.#timer = setTimeout(
      () => this.terminate(isPending ? `no answer for ${this.#timeoutMs} ms` : 'idle'),
      isPending ? this.#timeoutMs : IDLE_TIMEOUT_MS,
    );
  }

  /** Terminates the worker. Pending requests fail with a QuotesFailedError that gives the reason. */
  terminate(reason: string): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#callbacks.values()) reject(new QuotesFailedError(reason));
    this.#callbacks.clear();
  }
}
