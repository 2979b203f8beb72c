/**
 * Runs tasks that need a DOM. Firefox's background is a page and runs them itself; Chromium's is a worker and sends them
 * to an offscreen document. This file does not know what the tasks are.
 *
 *   background (worker) ──task──▶ offscreen.html ──answer──▶ background
 */
import { browser, type Runtime } from './browser.ts';

const OFFSCREEN_PAGE = 'offscreen.html';

/** An idle offscreen document is closed after this time, to free memory. */
const IDLE_MS = 30_000;

/** A task is aborted after this time. Reading an article takes less than a second; one that takes longer may never end. */
const BUDGET_MS = 60_000;

/** The part of `chrome.offscreen` that is used; the polyfill lacks it. */
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

/** The task failed, or there was no offscreen document to run it. */
class DomTaskError extends Error {
  override name = 'DomTaskError';
}

/** The task took too long and was aborted. */
export class TaskTimeoutError extends Error {
  override name = 'TaskTimeoutError';
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

/** Opens the offscreen document once: there can be only one, and two callers may need it at the same time. */
function openOffscreen({ offscreen, runtime }: Chromium): Promise<void> {
  opening ??= (async () => {
    await closed;
    // It may be left over from an earlier run of the worker.
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

function close(offscreen: Offscreen): void {
  closed = offscreen.closeDocument().catch((error: unknown) => console.warn('offprint: offscreen', error));
}

function closeWhenIdle({ offscreen }: Chromium): void {
  clearTimeout(closing);
  if (tasks > 0) return;
  closing = setTimeout(() => {
    if (tasks === 0) close(offscreen);
  }, IDLE_MS);
}

/**
 * Sends a task to the offscreen document, and closes the document if the task takes too long: an endless task would
 * block all later ones.
 */
async function ask(api: Chromium, message: DomTask, budget: number | null): Promise<DomReply | undefined> {
  const answer = browser.runtime.sendMessage(message) as Promise<DomReply | undefined>;
  if (budget === null) return answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      close(api.offscreen);
      reject(new TaskTimeoutError(`not done after ${budget} ms`));
    }, budget);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}

async function runOffscreen(task: unknown, budget: number | null): Promise<unknown> {
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
 * Runs a task where there is a DOM.
 *
 * @param task plain data
 * @param runLocally runs the task if the background is a page; null in builds whose background is a worker, so that they
 *   need not include this code. The offscreen document passes the same function to `serveDomTasks`
 * @param budget milliseconds after which the offscreen document is closed; null for tasks with their own time limit
 * @throws DomTaskError if the task failed in the offscreen document, TaskTimeoutError if it was aborted
 */
export async function runDomTask<Q, R>(
  task: Q,
  runLocally: ((task: Q) => Promise<R>) | null,
  budget: number | null = BUDGET_MS,
): Promise<R> {
  return runLocally === null ? ((await runOffscreen(task, budget)) as R) : runLocally(task);
}

async function replyTo(answer: (task: unknown) => unknown, task: unknown): Promise<DomReply> {
  try {
    return { ok: true, value: await answer(task) };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** For the offscreen document: runs tasks of the background, and of no other sender. */
export function serveDomTasks(answer: (task: unknown) => unknown | Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // Content scripts have the same extension id, but also a tab.
    if (!isDomTask(message) || sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    return replyTo(answer, message.task);
  });
}
