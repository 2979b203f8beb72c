/**
 * Starts the popup's worker before the popup's own scripts are loaded, if the tab has an article without known quotes, so
 * that quotes are in the first frame.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Envelope, Reply } from '../utils/messaging/envelope.ts';

/** The part of the browser's API used here: loading the polyfill would take longer than this script. */
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
  // Null once something else has asked and has started a worker.
  if (reply?.ok && reply.value === true && globalThis.offprintQuoteWorker === undefined) {
    globalThis.offprintQuoteWorker = new Worker('/quote-worker.js');
  }
}

export default defineUnlistedScript(() => {
  // A tab without our scripts has no article.
  start().catch(() => undefined);
});
