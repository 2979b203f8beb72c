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
 * How long after a change of the address a page is watched although it shows an article, which may be that of the previous
 * address and be replaced later.
 */
const FOLLOW_TIMEOUT_MS = 10_000;

/** When a page that is still loading is judged: slow pages show clutter long before they are complete. */
const LOOK_EARLY_MS = [700, 1500, 3000, 6000, 10_000];

const world = tabState();

/** Address and headline of the article reported last; empty if there is none. */
let reportedArticle = '';
/** Whether a check is scheduled for the time when nothing more can be expected. */
let isCheckScheduled = false;

/**
 * Judges the page, and reports a new article or the end of the reported one. An application may change the address first
 * and the text later.
 */
function judge(): NonNullable<typeof world.gate> {
  const start = performance.now();
  const url = location.href;
  const said = world.override?.(url);
  const { verdict, run } =
    said === undefined
      ? judgeWithRunLength(document, moveRouteToPath(url))
      : { verdict: said, run: MIN_RUN_LENGTH };
  const isComing = !verdict.isArticle && run < MIN_RUN_LENGTH && mayStillArrive();
  if (isComing && !isCheckScheduled) {
    isCheckScheduled = true;
    setTimeout(checkLate, FOLLOW_TIMEOUT_MS);
  }
  // The site may be switched off at its canonical address.
  const other = verdict.isArticle ? readCanonicalElsewhere(document, url) : null;
  const answer = {
    url,
    verdict,
    ms: performance.now() - start,
    ...(isComing && { isComing }),
    ...(other !== null && { canonicalUrl: other }),
  };
  const found = verdict.isArticle
    ? stripFragment(url) + getElementsByTag(document, 'h1')[0]?.textContent
    : '';
  if (found !== reportedArticle) notifyBackground('gate/verdict', answer);
  reportedArticle = found;
  world.gate = answer;
  if (!verdict.isArticle && !isComing) endOtherArticle(url);
  return answer;
}

/** Judges the page once more, after the time for late text is over. */
function checkLate(): void {
  isCheckScheduled = false;
  decide();
}

const mayStillArrive = (): boolean =>
  world.moved !== undefined && performance.now() - world.moved.at < FOLLOW_TIMEOUT_MS;

/** Ends the assistant if the application has navigated from its article to a page without one. */
function endOtherArticle(url: string): void {
  if (world.readAt !== undefined && stripFragment(world.readAt) !== stripFragment(url))
    world.endAssistant?.();
}

const decide = (): boolean => judge().verdict.isArticle;

/** Whether no more checks are needed: the assistant watches an article with its own address, and an update brings a new gate. */
const isSettled = (): boolean => !isExtensionAlive() || (decide() && !mayStillArrive());

function start(drawing: RenderWatch): void {
  if (readyStateOf(document) === 'loading') {
    startEarly(drawing);
    return;
  }
  drawing.look();
  addEventListener('load', () => drawing.look(), { once: true });
}

/** Judges the page while it loads, and again when it is complete. */
function startEarly(drawing: RenderWatch): void {
  const looks = LOOK_EARLY_MS.map((wait) =>
    setTimeout(() => {
      if (world.gate?.verdict.isArticle !== true && bodyOf(document) !== null) decide();
    }, wait),
  );
  const onParsed = (): void => {
    for (const look of looks) clearTimeout(look);
    start(drawing);
  };
  listenTo(document, 'DOMContentLoaded', onParsed, { once: true });
}

export default defineUnlistedScript(() => {
  // The script may be injected twice.
  if (world.decide) {
    world.decide();
    return;
  }
  world.decide = decide;
  const drawing = watchRendering(document, isSettled);
  const { signal } = new AbortController();
  const watch = watchLocation(() => {
    world.moved = { how: watch.lastMove() ?? 'push', at: performance.now() };
    drawing.look();
  }, signal);
  const judgeNow = (): ReturnType<typeof judge> => {
    watch.check();
    return judge();
  };
  receiveInTab({ 'gate/ask': judgeNow }, signal);
  // The browser cleared the badge when the user left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && reportedArticle) notifyBackground('page/returned', { url: location.href });
  });
  // A page that is only prerendered has no user yet.
  if (Reflect.get(Document.prototype, 'prerendering', document))
    Document.prototype.addEventListener.call(document, 'prerenderingchange', () => start(drawing), {
      once: true,
    });
  else start(drawing);
});
