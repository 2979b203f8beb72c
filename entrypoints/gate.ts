import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judgePage } from '../utils/article/judge-page.ts';
import { receiveInTab, tellBackground } from '../utils/messaging/tab-side.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { watchLocation } from '../utils/platform/watch-location.ts';

/**
 * When to look again at a page that was no article yet, in ms after the page loaded or the address changed:
 * applications draw their article late. Three looks, then the popup's question is the next.
 */
const LOOK_AGAIN_MS = [0, 700, 2500];

const world = tabWorld();
let pending: ReturnType<typeof setTimeout>[] = [];

function judge(): NonNullable<typeof world.gate> {
  const start = performance.now();
  const url = location.href;
  const verdict = world.overrule?.(url) ?? judgePage(document, url);
  const answer = { url, verdict, ms: performance.now() - start };
  world.gate = answer;
  return answer;
}

/** Judges and tells the background where the answer is yes. */
function decide(): boolean {
  const answer = judge();
  if (!answer.verdict.isArticle) return false;
  for (const timer of pending) clearTimeout(timer);
  pending = [];
  tellBackground('gate/verdict', answer);
  return true;
}

function decideSoon(): void {
  for (const timer of pending) clearTimeout(timer);
  pending = LOOK_AGAIN_MS.map((wait) => setTimeout(decide, wait));
}

function start(): void {
  if (!decide() && document.readyState !== 'complete') {
    addEventListener('load', decideSoon, { once: true });
  } else if (pending.length === 0 && world.gate?.verdict.isArticle === false) {
    decideSoon();
  }
}

export default defineUnlistedScript(() => {
  // It may be put in twice.
  if (world.decide) {
    world.decide();
    return;
  }
  world.decide = decide;
  const { signal } = new AbortController();
  receiveInTab({ 'gate/ask': judge }, signal);
  watchLocation(decideSoon, signal);
  // A page that is only being prerendered has no reader yet.
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
});
