import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judgeWithRun, LEAST_RUN } from '../utils/article/judge/judge-page.ts';
import { addressElsewhere } from '../utils/article/metadata/address-elsewhere.ts';
import { withoutPlace, withRouteAsPath } from '../utils/article/metadata/address-route.ts';
import { receiveInTab, tellBackground } from '../utils/messaging/tab-side.ts';
import { collectTag } from '../utils/page/collect-tag.ts';
import { bodyOf, listenAt, readyStateOf } from '../utils/page/dom-access.ts';
import { type DrawingWatch, watchDrawing } from '../utils/page/watch-drawing.ts';
import { isExtensionAlive } from '../utils/platform/bare-browser.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { watchLocation } from '../utils/platform/watch-location.ts';

/**
 * How long after the address was changed a page is looked at although it shows an article, in ms: it may be the one of
 * the address before, and be taken away later.
 */
const FOLLOW_MS = 10_000;

/** When a page is judged that is still coming, in ms: a slow one shows its boxes long before all of it is there. */
const LOOK_EARLY_MS = [700, 1500, 3000, 6000, 10_000];

const world = tabWorld();

/** The address and the headline of the article that the background was told of last; `''` where there is none. */
let told = '';
/** A look is planned for when nothing can be on its way any more. */
let isFollowing = false;

/**
 * Judges, and tells the background of an article that it has not been told of, or that is gone: an application may
 * change the address first and the text later.
 */
function judge(): NonNullable<typeof world.gate> {
  const start = performance.now();
  const url = location.href;
  const said = world.override?.(url);
  const { verdict, run } =
    said === undefined ? judgeWithRun(document, withRouteAsPath(url)) : { verdict: said, run: LEAST_RUN };
  const isComing = !verdict.isArticle && run < LEAST_RUN && isOnTheWay();
  if (isComing && !isFollowing) {
    isFollowing = true;
    setTimeout(endFollowing, FOLLOW_MS);
  }
  // What is switched off there is off here, too.
  const other = verdict.isArticle ? addressElsewhere(document, url) : null;
  const answer = {
    url,
    verdict,
    ms: performance.now() - start,
    ...(isComing && { isComing }),
    ...(other !== null && { canonicalUrl: other }),
  };
  const found = verdict.isArticle ? withoutPlace(url) + collectTag(document, 'h1')[0]?.textContent : '';
  if (found !== told) tellBackground('gate/verdict', answer);
  told = found;
  world.gate = answer;
  if (!verdict.isArticle && !isComing) endOtherArticle(url);
  return answer;
}

/** Nothing has come: whatever the page is now, it is to be known. */
function endFollowing(): void {
  isFollowing = false;
  decide();
}

const isOnTheWay = (): boolean => world.moved !== undefined && performance.now() - world.moved.at < FOLLOW_MS;

/** The application has gone from an article to a page that is none. */
function endOtherArticle(url: string): void {
  if (world.readAt !== undefined && withoutPlace(world.readAt) !== withoutPlace(url)) world.endAssistant?.();
}

const decide = (): boolean => judge().verdict.isArticle;

/** An article that has its own address is its assistant's; nobody else needs to look, and after an update another gate does. */
const isSettled = (): boolean => !isExtensionAlive() || (decide() && !isOnTheWay());

function start(drawing: DrawingWatch): void {
  if (readyStateOf(document) === 'loading') {
    startEarly(drawing);
    return;
  }
  drawing.look();
  addEventListener('load', () => drawing.look(), { once: true });
}

/** Judges what there is of a page so far, and all of it once that is there. */
function startEarly(drawing: DrawingWatch): void {
  const looks = LOOK_EARLY_MS.map((wait) =>
    setTimeout(() => {
      if (world.gate?.verdict.isArticle !== true && bodyOf(document) !== null) decide();
    }, wait),
  );
  const onParsed = (): void => {
    for (const look of looks) clearTimeout(look);
    start(drawing);
  };
  listenAt(document, 'DOMContentLoaded', onParsed, { once: true });
}

export default defineUnlistedScript(() => {
  // It may be put in twice.
  if (world.decide) {
    world.decide();
    return;
  }
  world.decide = decide;
  const drawing = watchDrawing(document, isSettled);
  const { signal } = new AbortController();
  const watch = watchLocation(() => {
    world.moved = { how: watch.lastMove() ?? 'push', at: performance.now() };
    drawing.look();
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
  if (Reflect.get(Document.prototype, 'prerendering', document))
    Document.prototype.addEventListener.call(document, 'prerenderingchange', () => start(drawing), {
      once: true,
    });
  else start(drawing);
});
