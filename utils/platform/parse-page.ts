/**
 * Work that needs a DOM, wherever the background has one: Firefox's background is a page and does it itself;
 * Chromium's is a worker and hands it to an offscreen document. What the work is, this file doesn't know.
 *
 *   background (worker) ──task──▶ offscreen.html ──answer──▶ background
 */
import { browser, type Runtime } from './browser.ts';

const OFFSCREEN_PAGE = 'offscreen.html';

/** An offscreen document nobody needs is closed after this long, in milliseconds: it costs memory. */
const IDLE = 30_000;

/** A page's article is read in less than a second; one that takes so much longer may never end (ms). */
const BUDGET = 60_000;

/** The part of `chrome.offscreen` that is used; the polyfill doesn't know it. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

interface ChromiumRuntime {
  getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
}

interface DomTask {
  offprint: 'dom';
  task: unknown;
}

type DomReply = { ok: true; value: unknown } | { ok: false; error: string };

/** The page could not be parsed, or there was nobody to do it. */
class DomTaskError extends Error {
  override name = 'DomTaskError';
}

/** It took too long, and was ended. */
export class TooSlowError extends Error {
  override name = 'TooSlowError';
}

function isDomTask(message: unknown): message is DomTask {
  return (
    typeof message === 'object' && message !== null && (message as { offprint?: unknown }).offprint === 'dom'
  );
}

interface Chromium {
  offscreen: Offscreen;
  runtime: ChromiumRuntime;
}

function chromium(): Chromium {
  const api = (globalThis as { chrome?: Partial<Chromium> }).chrome;
  if (api?.offscreen === undefined || api.runtime === undefined) {
    throw new DomTaskError('this browser has no offscreen documents');
  }
  return { offscreen: api.offscreen, runtime: api.runtime };
}

let opening: Promise<void> | null = null;
let tasks = 0;
let closing: ReturnType<typeof setTimeout> | undefined;
let closed: Promise<void> = Promise.resolve();

/** There can be one offscreen document only, and two callers may want it at once. */
function openOffscreen({ offscreen, runtime }: Chromium): Promise<void> {
  opening ??= (async () => {
    await closed;
    // It may be left from a life of the worker before this one.
    const open = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    if (open.length > 0) return;
    await offscreen.createDocument({
      url: OFFSCREEN_PAGE,
      reasons: ['DOM_PARSER', 'WORKERS'],
      justification:
        'Reads the article out of a page that is saved from a link, sanitises what is kept, and starts the worker that reads imported files.',
    });
  })().finally(() => {
    opening = null;
  });
  return opening;
}

function closeWhenIdle({ offscreen }: Chromium): void {
  clearTimeout(closing);
  if (tasks > 0) return;
  closing = setTimeout(() => {
    if (tasks > 0) return;
    closed = offscreen.closeDocument().catch((error: unknown) => console.warn('offprint: offscreen', error));
  }, IDLE);
}

/**
 * The answer of the offscreen document, or its end: what takes too long may never end, and would keep everything that
 * needs a DOM from then on.
 */
async function ask(api: Chromium, message: DomTask, budget: number | null): Promise<DomReply | undefined> {
  const answer = browser.runtime.sendMessage(message) as Promise<DomReply | undefined>;
  if (budget === null) return answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      closed = api.offscreen
        .closeDocument()
        .catch((error: unknown) => console.warn('offprint: offscreen', error));
      reject(new TooSlowError(`not done after ${budget} ms`));
    }, budget);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}

async function doOffscreen(task: unknown, budget: number | null): Promise<unknown> {
  const api = chromium();
  tasks += 1;
  clearTimeout(closing);
  try {
    await openOffscreen(api);
    const message: DomTask = { offprint: 'dom', task };
    const reply = await ask(api, message, budget);
    if (reply === undefined || reply === null)
      throw new DomTaskError('the offscreen document did not answer');
    if (!reply.ok) throw new DomTaskError(reply.error);
    return reply.value;
  } finally {
    tasks -= 1;
    closeWhenIdle(api);
  }
}

/**
 * Does a task where there is a DOM.
 *
 * @param task plain data
 * @param doHere does it here, where the background is a page; null in builds where it is a worker, which
 *   then need not carry what it takes. `answerDomTasks` has the same function elsewhere
 * @param budget milliseconds after which the other context is ended; null for work that watches itself
 * @throws DomTaskError when it failed in the other context, TooSlowError when that was ended
 */
export async function doWithDom<Q, R>(
  task: Q,
  doHere: ((task: Q) => Promise<R>) | null,
  budget: number | null = BUDGET,
): Promise<R> {
  return doHere === null ? ((await doOffscreen(task, budget)) as R) : doHere(task);
}

async function replyTo(answer: (task: unknown) => unknown, task: unknown): Promise<DomReply> {
  try {
    return { ok: true, value: await answer(task) };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** For the offscreen document: does the tasks of our background, and of nobody else. */
export function answerDomTasks(answer: (task: unknown) => unknown | Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // Scripts in tabs share our id, but have a tab.
    if (!isDomTask(message) || sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    return replyTo(answer, message.task);
  });
}
