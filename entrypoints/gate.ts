import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judgePage } from '../utils/article/judge/judge-page.ts';
import { receiveInTab, tellBackground } from '../utils/messaging/tab-side.ts';
import { collectTag } from '../utils/page/collect-tag.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { watchLocation } from '../utils/platform/watch-location.ts';

/**
 * When to look again, in ms after the gate came, the page loaded, or the address changed: applications draw their
 * article late. After the last look the popup's question is the next.
 */
const LOOK_AGAIN_MS = [0, 700, 2500, 7000];

/** When a page is judged that is still coming, in ms: a slow one shows its boxes long before all of it is there. */
const LOOK_EARLY_MS = [700, 1500, 3000, 6000, 10_000];

const world = tabWorld();
let pending: ReturnType<typeof setTimeout>[] = [];

/** The address and the headline of the article that the background was told of last; `''` where there is none. */
let told = '';

/**
 * Judges, and tells the background of an article that it has not been told of, or that is gone: an application may
 * change the address first and the text later.
 */
function judge(): NonNullable<typeof world.gate> {
  const start = performance.now();
  const url = location.href;
  const verdict = world.override?.(url) ?? judgePage(document, url);
  const answer = { url, verdict, ms: performance.now() - start };
  const found = verdict.isArticle ? url + collectTag(document, 'h1')[0]?.textContent : '';
  if (found !== told) tellBackground('gate/verdict', answer);
  told = found;
  world.gate = answer;
  return answer;
}

const decide = (): boolean => judge().verdict.isArticle;

function decideSoon(): void {
  for (const timer of pending) clearTimeout(timer);
  pending = LOOK_AGAIN_MS.map((wait) => setTimeout(decide, wait));
}

/** What the document says itself: an element of the page may have the name of a property. */
const readDocument = (name: string): unknown => Reflect.get(Document.prototype, name, document);

function start(): void {
  if (readDocument('readyState') === 'loading') {
    startEarly();
    return;
  }
  if (decide()) return;
  decideSoon();
  addEventListener('load', decideSoon, { once: true });
}

/** Judges what there is of a page so far, and all of it once that is there. */
function startEarly(): void {
  const looks = LOOK_EARLY_MS.map((wait) =>
    setTimeout(() => {
      if (world.gate?.verdict.isArticle !== true && readDocument('body')) decide();
    }, wait),
  );
  const onParsed = (): void => {
    for (const look of looks) clearTimeout(look);
    start();
  };
  Document.prototype.addEventListener.call(document, 'DOMContentLoaded', onParsed, { once: true });
}

export default defineUnlistedScript(() => {
  // It may be put in twice.
  if (world.decide) {
    world.decide();
    return;
  }
  world.decide = decide;
  const { signal } = new AbortController();
  const watch = watchLocation(() => {
    world.moved = { how: watch.lastMove() ?? 'push', at: performance.now() };
    decideSoon();
  }, signal);
  const judgeNow = (): ReturnType<typeof judge> => {
    watch.look();
    return judge();
  };
  receiveInTab({ 'gate/ask': judgeNow }, signal);
  // The browser took the badge away when the user left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && told) tellBackground('page/returned', { url: location.href });
  });
  // A page that is only being prerendered has no reader yet.
  if (readDocument('prerendering'))
    Document.prototype.addEventListener.call(document, 'prerenderingchange', start, { once: true });
  else start();
});
