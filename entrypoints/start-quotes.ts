/**
 * Starts the popup's quote worker before the popup's own scripts are loaded, if the tab has an article whose quotes are not
 * cached, so that the quotes can be shown in the first frame.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Envelope, Reply } from '../utils/messaging/envelope.ts';

/** The part of the browser API used here, without the polyfill, because loading that would take longer than this script. */
interface Tabs {
  query(filter: object): Promise<{ id?: number }[]>;
  sendMessage(id: number, message: Envelope, options: { frameId: number }): Promise<Reply | undefined>;
}

async function start(): Promise<void> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  const tabParameter = new URLSearchParams(location.search).get('tab');
  const id =
    tabParameter === null
      ? (await tabs.query({ active: true, currentWindow: true }))[0]?.id
      : Number(tabParameter);
  if (id === undefined) return;
  const request: Envelope = { offprint: 'tab', type: 'page/lacksQuotes', data: null };
  const reply = await tabs.sendMessage(id, request, { frameId: 0 });
  // Null if the first request has already started a worker.
  if (reply?.ok && reply.value === true && globalThis.offprintQuoteWorker === undefined) {
    globalThis.offprintQuoteWorker = new Worker('/quote-worker.js');
  }
}

export default defineUnlistedScript(() => {
  // A tab without our scripts has no article.
  start().catch(() => undefined);
});
