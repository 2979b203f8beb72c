/**
 * Runs tasks that need a DOM. Firefox's background is a page and runs them itself. Chromium's background is a worker and
 * sends them to an offscreen document. This file is independent of the content of the tasks.
 *
 *   background (worker) ──task──▶ offscreen.html ──reply──▶ background
 */
import { browser, type Runtime } from './browser.ts';

const OFFSCREEN_PAGE = 'offscreen.html';

/** An idle offscreen document is closed after this time, to free its memory. */
const IDLE_TIMEOUT_MS = 30_000;

/** The default timeout of a task. Reading an article takes less than a second, so a task that takes longer may be endless. */
const TASK_TIMEOUT_MS = 60_000;

/** The part of `chrome.offscreen` that is used, which the polyfill lacks. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

interface ChromiumRuntime {
  getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
}

interface DomTaskMessage {
  offprint: 'dom';
  task: unknown;
}

type DomReply = { ok: true; value: unknown } | { ok: false; error: string };

/** The task failed, or there was no offscreen document to run it. */
class DomTaskError extends Error {
  override name = 'DomTaskError';
}

/** The task exceeded its timeout and was aborted. */
export class TaskTimeoutError extends Error {
  override name = 'TaskTimeoutError';
}

function isDomTaskMessage(message: unknown): message is DomTaskMessage {
  return (
    typeof message === 'object' && message !== null && (message as { offprint?: unknown }).offprint === 'dom'
  );
}

interface Chromium {
  offscreen: Offscreen;
  runtime: ChromiumRuntime;
}

function requireChromium(): Chromium {
  const api = (globalThis as { chrome?: Partial<Chromium> }).chrome;
  if (api?.offscreen === undefined || api.runtime === undefined) {
    throw new DomTaskError('this browser has no offscreen documents');
  }
  return { offscreen: api.offscreen, runtime: api.runtime };
}

let openingOffscreen: Promise<void> | null = null;
let runningTasks = 0;
let idleTimer: ReturnType<typeof setTimeout> | undefined;
let closingOffscreen: Promise<void> = Promise.resolve();

/** Opens the offscreen document. There can be only one, so concurrent calls share the opening. */
function openOffscreen({ offscreen, runtime }: Chromium): Promise<void> {
  openingOffscreen ??= (async () => {
    await closingOffscreen;
    // It may still be open from an earlier run of the worker.
    const contexts = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    if (contexts.length > 0) return;
    await offscreen.createDocument({
      url: OFFSCREEN_PAGE,
      reasons: ['DOM_PARSER', 'WORKERS'],
      justification:
        'Extracts the article from a page that is saved from a link, sanitises saved content, and starts the worker that reads imported files.',
    });
  })().finally(() => {
    openingOffscreen = null;
  });
  return openingOffscreen;
}

function closeOffscreen(offscreen: Offscreen): void {
  closingOffscreen = offscreen
    .closeDocument()
    .catch((error: unknown) => console.warn('offprint: offscreen', error));
}

function closeWhenIdle({ offscreen }: Chromium): void {
  clearTimeout(idleTimer);
  if (runningTasks > 0) return;
  idleTimer = setTimeout(() => {
    if (runningTasks === 0) closeOffscreen(offscreen);
  }, IDLE_TIMEOUT_MS);
}

/**
 * Sends a task to the offscreen document. If the task exceeds its timeout, the document is closed, because an endless
 * task would block all later ones.
 */
async function sendWithTimeout(
  api: Chromium,
  message: DomTaskMessage,
  timeoutMs: number | null,
): Promise<DomReply | undefined> {
  const reply = browser.runtime.sendMessage(message) as Promise<DomReply | undefined>;
  if (timeoutMs === null) return reply;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      closeOffscreen(api.offscreen);
      reject(new TaskTimeoutError(`not done after ${timeoutMs} ms`));
    }, timeoutMs);
  });
  return Promise.race([reply, timeout]).finally(() => clearTimeout(timer));
}

async function runOffscreen(task: unknown, timeoutMs: number | null): Promise<unknown> {
  const api = requireChromium();
  runningTasks += 1;
  clearTimeout(idleTimer);
  try {
    await openOffscreen(api);
    const message: DomTaskMessage = { offprint: 'dom', task };
    const reply = await sendWithTimeout(api, message, timeoutMs);
    if (reply === undefined || reply === null)
      throw new DomTaskError('the offscreen document did not answer');
    if (!reply.ok) throw new DomTaskError(reply.error);
    return reply.value;
  } finally {
    runningTasks -= 1;
    closeWhenIdle(api);
  }
}

/**
 * Runs a task in a context with a DOM.
 *
 * @param task JSON-serialisable data
 * @param runLocally runs the task if the background is a page; null in builds whose background is a worker, so that they
 *   don't include this code. The offscreen document passes the same function to `serveDomTasks`
 * @param timeoutMs time after which the offscreen document is closed; null for tasks with their own timeout
 * @returns the task's result
 * @throws DomTaskError if the task failed in the offscreen document, TaskTimeoutError if it was aborted; `runLocally`'s
 *   errors
 */
export async function runDomTask<Q, R>(
  task: Q,
  runLocally: ((task: Q) => Promise<R>) | null,
  timeoutMs: number | null = TASK_TIMEOUT_MS,
): Promise<R> {
  return runLocally === null ? ((await runOffscreen(task, timeoutMs)) as R) : runLocally(task);
}

async function replyTo(handle: (task: unknown) => unknown, task: unknown): Promise<DomReply> {
  try {
    return { ok: true, value: await handle(task) };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Called in the offscreen document: runs tasks from the background, and from no other sender. */
export function serveDomTasks(handle: (task: unknown) => unknown | Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // Messages from content scripts have the same extension id, but also a tab.
    if (!isDomTaskMessage(message) || sender.id !== browser.runtime.id || sender.tab !== undefined)
      return undefined;
    return replyTo(handle, message.task);
  });
}
