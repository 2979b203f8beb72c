/**
 * Starts the popup's worker before the popup's own scripts are there, where it will be asked: the tab has an article, and
 * nobody has looked for its quotes yet. What it finds belongs into the first frame.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Envelope, Reply } from '../utils/messaging/envelope.ts';

/** The part of the browser's API that is used: the polyfill takes longer to read than this to run. */
interface Tabs {
  query(filter: object): Promise<{ id?: number }[]>;
  sendMessage(id: number, message: Envelope, options: { frameId: number }): Promise<Reply | undefined>;
}

async function start(): Promise<void> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  const named = new URLSearchParams(location.search).get('tab');
  const id =
    named === null ? (await tabs.query({ active: true, currentWindow: true }))[0]?.id : Number(named);
  if (id === undefined) return;
  const question: Envelope = { offprint: 'tab', type: 'page/lacksQuotes', data: null };
  const reply = await tabs.sendMessage(id, question, { frameId: 0 });
  // Null once somebody has asked, and has started one.
  if (reply?.ok && reply.value === true && globalThis.offprintQuoteWorker === undefined) {
    globalThis.offprintQuoteWorker = new Worker('/quote-worker.js');
  }
}

export default defineUnlistedScript(() => {
  // No script of ours is in the tab: then there is no article either.
  start().catch(() => undefined);
});
