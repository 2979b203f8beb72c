/** Minimum width of the window for two columns, in px. */
const MIN_TWO_COLUMN_WIDTH = 1100;
/** Height used by the window's edges and the bar, in px. */
const CHROME_HEIGHT = 150;
/** Minimum height for a first spread below the headline, in px; with less it takes a whole window. */
const MIN_FIRST_SPREAD_HEIGHT = 320;
/** Delay after the last image or resize before measuring again, in ms. */
const REMEASURE_DELAY_MS = 150;

/** Moves the blocks back out of their spreads. */
function removeSpreads(body: HTMLElement): void {
  for (const spread of body.querySelectorAll(`:scope > .${SPREAD_CLASS}`))
    spread.replaceWith(...spread.childNodes);
}

/** Maximum height of a spread, in px. */
function maxSpreadHeight(): number {
  return innerHeight - BAR_HEIGHT - EDGE_TOLERANCE;
}

/** Maximum height of the first spread, in px: what the headline leaves of the window, if that is enough. */
function maxFirstSpreadHeight(body: HTMLElement): number {
  const left = innerHeight - (body.getBoundingClientRect().top + scrollY) - EDGE_TOLERANCE;
  return left < MIN_FIRST_SPREAD_HEIGHT ? maxSpreadHeight() : left;
}

function startSpread(before: Element | null, parent: Element): HTMLElement {
  const spread = document.createElement('div');
  spread.className = SPREAD_CLASS;
  parent.insertBefore(spread, before);
  return spread;
}

/**
 * Groups the blocks of a text into spreads, each set in two columns that fill about one window, so that the user need
 * not scroll back up for the second column.
 */
function createSpreads(body: HTMLElement): void {
  const blocks = [...body.children];
  const whole = 2 * Math.max(240, innerHeight - CHROME_HEIGHT);
  const tops = blocks.map((block) => block.getBoundingClientRect().top);
  const end = body.getBoundingClientRect().bottom;
  let limit = Math.min(whole, 2 * maxFirstSpreadHeight(body));
  let from = 0;
  const spreads: Element[][] = [];
  blocks.forEach((_, at) => {
    const bottom = tops[at + 1] ?? end;
    if (at > from && bottom - (tops[from] ?? 0) > limit) {
      spreads.push(blocks.slice(from, at));
      from = at;
      limit = whole;
    }
  });
  spreads.push(blocks.slice(from));
  for (const group of spreads) {
    const [first] = group;
    if (first === undefined) continue;
    startSpread(first, body).append(...group);
  }
}

/**
 * Moves blocks out of spreads that are higher than the window, for example because an image cannot break across
 * columns, and headings that were separated from their text.
 */
function fitSpreads(body: HTMLElement): void {
  let limit = maxFirstSpreadHeight(body);
  for (let spread = body.querySelector<HTMLElement>(`:scope > .${SPREAD_CLASS}`); spread !== null; ) {
    let next = spread.nextElementSibling as HTMLElement | null;
    while (spread.childElementCount > 1) {
      const last = spread.lastElementChild;
      const isOnlyHeading = next !== null && last?.matches('h1,h2,h3,h4');
      if (last === null || (!isOnlyHeading && spread.offsetHeight <= limit)) break;
      next ??= startSpread(null, body);
      next.prepend(last);
    }
    limit = maxSpreadHeight();
    spread = next;
  }
}

/**
 * Sets a text in two columns while the window is wide enough, and lets keys turn the spreads.
 *
 * @param body the article's element, in the page
 * @returns restores the original layout
 */
export function enableSpreads(body: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let width = 0;
  const layOut = (): void => {
    removeSpreads(body);
    width = innerWidth;
    const isWide = innerWidth >= MIN_TWO_COLUMN_WIDTH;
    // Measured at the width of one column, which the blocks will have.
    body.dataset.columns = isWide ? 'measure' : 'one';
    if (!isWide) return;
    createSpreads(body);
    body.dataset.columns = 'two';
    fitSpreads(body);
  };
  const layOutSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(layOut, REMEASURE_DELAY_MS);
  };
  const onResize = (): void => {
    if (innerWidth !== width) layOutSoon();
  };
  const onKey = (event: KeyboardEvent): void => turnSpreads(body, event);
  layOut();
  // On the window, so that the reader's own shortcuts come first.
  addEventListener('keydown', onKey);
  addEventListener('resize', onResize);
  body.addEventListener('load', layOutSoon, true);
  return () => {
    if (timer !== null) clearTimeout(timer);
    removeEventListener('keydown', onKey);
    removeEventListener('resize', onResize);
    body.removeEventListener('load', layOutSoon, true);
    removeSpreads(body);
    delete body.dataset.columns;
  };
}

/** The class of an element with two columns that fill one window. */
const SPREAD_CLASS = 'spread';
/** The height of the reader's bar and some space, in px. */
export const BAR_HEIGHT = 64;
/** Tolerance for comparing edges, in px. */
const EDGE_TOLERANCE = 8;

/**
 * Returns where Space and Page Down lead in a text of spreads: the top of the next spread that is not completely
 * visible; for Page Up, the previous one.
 *
 * @returns px to scroll, or null for the browser's own step: into the headline, and in a spread higher than the
 * window
 */
function findStep(body: HTMLElement, by: 1 | -1): number | null {
  const spreads = [...body.querySelectorAll(`:scope > .${SPREAD_CLASS}`)].map((one) =>
    one.getBoundingClientRect(),
  );
  const next =
    by === 1
      ? spreads.find(({ bottom }) => bottom > innerHeight + EDGE_TOLERANCE)
      : spreads.findLast(({ top }) => top < BAR_HEIGHT - EDGE_TOLERANCE);
  if (next === undefined || (by === 1 && next.top < BAR_HEIGHT + EDGE_TOLERANCE)) return null;
  return next.top - BAR_HEIGHT;
}

/** Returns the direction in which a key turns pages, or null if the focused element uses the key itself. */
function readDirection(event: KeyboardEvent): 1 | -1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.target instanceof Element && event.target.closest('a,button,input,textarea,select,dialog,aside'))
    return null;
  if (event.key === ' ') return event.shiftKey ? -1 : 1;
  return event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null;
}

/** Turns the spreads of a text like pages if the key asks for it. */
function turnSpreads(body: HTMLElement, event: KeyboardEvent): void {
  const turn = readDirection(event);
  const by = turn === null ? null : findStep(body, turn);
  if (by === null) return;
  event.preventDefault();
  const prefersReducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: by, behavior: prefersReducedMotion ? 'instant' : 'smooth' });
}
