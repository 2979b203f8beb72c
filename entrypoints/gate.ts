import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judgeWithRunLength, MIN_RUN_LENGTH } from '../utils/article/judge/judge-page.ts';
import { moveRouteToPath, stripFragment } from '../utils/article/metadata/address-route.ts';
import { readCanonicalElsewhere } from '../utils/article/metadata/canonical-elsewhere.ts';
import { notifyBackground, receiveInTab } from '../utils/messaging/tab-side.ts';
import { bodyOf, listenTo, readyStateOf } from '../utils/page/dom-access.ts';
import { getElementsByTag } from '../utils/page/get-elements-by-tag.ts';
import { type RenderWatch, watchRendering } from '../utils/page/watch-rendering.ts';
import { isExtensionAlive } from '../utils/platform/bare-browser.ts';
import { tabState } from '../utils/platform/tab-state.ts';
import { watchLocation } from '../utils/platform/watch-location.ts';

/**
 * How long after a change of the URL (ms) an article on the page may be that of the previous URL, or a new one may still be
 * loading.
 */
const TEXT_TIMEOUT_MS = 10_000;

/** Times at which a loading page is judged, in ms. Slow pages show clutter long before they are complete. */
const EARLY_CHECK_TIMES_MS = [700, 1500, 3000, 6000, 10_000];

const sharedState = tabState();

/** URL and headline of the article reported last; empty if there is none. */
let reportedArticle = '';
/** Whether a check is scheduled for the time when no more text is expected. */
let isCheckScheduled = false;

/**
 * Decides whether the page is an article, and reports if that has changed. Single-page applications can change the URL before
 * the text.
 */
function judge(): NonNullable<typeof sharedState.gate> {
  const start = performance.now();
  const url = location.href;
  const override = sharedState.override?.(url);
  const { verdict, run } =
    override === undefined
      ? judgeWithRunLength(document, moveRouteToPath(url))
      : { verdict: override, run: MIN_RUN_LENGTH };
  const isTextPending = !verdict.isArticle && run < MIN_RUN_LENGTH && isTextExpected();
  if (isTextPending && !isCheckScheduled) {
    isCheckScheduled = true;
    setTimeout(checkLate, TEXT_TIMEOUT_MS);
  }
  // Offprint may be off on the site of the canonical URL.
  const canonicalUrl = verdict.isArticle ? readCanonicalElsewhere(document, url) : null;
  const answer = {
    url,
    verdict,
    ms: performance.now() - start,
    ...(isTextPending && { isComing: isTextPending }),
    ...(canonicalUrl !== null && { canonicalUrl }),
  };
  const articleKey = verdict.isArticle
    ? stripFragment(url) + getElementsByTag(document, 'h1')[0]?.textContent
    : '';
  if (articleKey !== reportedArticle) notifyBackground('gate/verdict', answer);
  reportedArticle = articleKey;
  sharedState.gate = answer;
  if (!verdict.isArticle && !isTextPending) endAssistantOfOtherArticle(url);
  return answer;
}

/** Judges the page once more, when no more text is expected. */
function checkLate(): void {
  isCheckScheduled = false;
  judgeIsArticle();
}

const isTextExpected = (): boolean =>
  sharedState.moved !== undefined && performance.now() - sharedState.moved.at < TEXT_TIMEOUT_MS;

/** Ends the assistant if a single-page application has navigated from its article to a page without one. */
function endAssistantOfOtherArticle(url: string): void {
  if (sharedState.readAt !== undefined && stripFragment(sharedState.readAt) !== stripFragment(url))
    sharedState.endAssistant?.();
}

const judgeIsArticle = (): boolean => judge().verdict.isArticle;

/**
 * Judges the page, and returns whether no more checks are needed: because the page is an article, which the assistant watches,
 * or because the extension was updated, which brings a new gate.
 */
const isDone = (): boolean => !isExtensionAlive() || (judgeIsArticle() && !isTextExpected());

function start(renderWatch: RenderWatch): void {
  if (readyStateOf(document) === 'loading') {
    startEarly(renderWatch);
    return;
  }
  renderWatch.look();
  addEventListener('load', () => renderWatch.look(), { once: true });
}

/** Judges the page while it loads, and again when it has been parsed. */
function startEarly(renderWatch: RenderWatch): void {
  const timers = EARLY_CHECK_TIMES_MS.map((delay) =>
    setTimeout(() => {
      if (sharedState.gate?.verdict.isArticle !== true && bodyOf(document) !== null) judgeIsArticle();
    }, delay),
  );
  const onParsed = (): void => {
    for (const timer of timers) clearTimeout(timer);
    start(renderWatch);
  };
  listenTo(document, 'DOMContentLoaded', onParsed, { once: true });
}

export default defineUnlistedScript(() => {
  // The script may be injected twice.
  if (sharedState.decide) {
    sharedState.decide();
    return;
  }
  sharedState.decide = judgeIsArticle;
  const renderWatch = watchRendering(document, isDone);
  const life = new AbortController();
  const locationWatch = watchLocation(() => {
    // The extension was updated, which brings a new gate.
    if (!isExtensionAlive()) return life.abort();
    sharedState.moved = { how: locationWatch.lastMove() ?? 'push', at: performance.now() };
    renderWatch.look();
  }, life.signal);
  const judgeNow = (): ReturnType<typeof judge> => {
    locationWatch.check();
    return judge();
  };
  receiveInTab({ 'gate/ask': judgeNow });
  // The browser has cleared the badge while the page was in the back/forward cache.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && reportedArticle) notifyBackground('page/returned', { url: location.href });
  });
  // A prerendered page is not judged before the user opens it.
  if (Reflect.get(Document.prototype, 'prerendering', document))
    listenTo(document, 'prerenderingchange', () => start(renderWatch), { once: true });
  else start(renderWatch);
});
