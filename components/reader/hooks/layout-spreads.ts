/** Minimum width of the window for two columns, in px. */
const MIN_TWO_COLUMN_WIDTH = 1100;
/** Height taken up by the reader's bar and the margins, in px. */
const CHROME_HEIGHT = 150;
/** If the headline leaves less height than this in the window, the first spread fills a whole window. In px. */
const MIN_FIRST_SPREAD_HEIGHT = 320;
/** Debounce delay after an image has loaded or the window was resized. */
const REMEASURE_DELAY_MS = 150;

/** Removes the spreads, but not the blocks inside them. */
function removeSpreads(body: HTMLElement): void {
  for (const spread of body.querySelectorAll(`:scope > .${SPREAD_CLASS}`))
    spread.replaceWith(...spread.childNodes);
}

/** Maximum height of a spread, in px. */
function maxSpreadHeight(): number {
  return innerHeight - BAR_HEIGHT - EDGE_TOLERANCE;
}

/** Maximum height of the first spread, in px: the rest of the window below the headline, if that is sufficient. */
function maxFirstSpreadHeight(body: HTMLElement): number {
  const remaining = innerHeight - (body.getBoundingClientRect().top + scrollY) - EDGE_TOLERANCE;
  return remaining < MIN_FIRST_SPREAD_HEIGHT ? maxSpreadHeight() : remaining;
}

function insertSpread(before: Element | null, parent: Element): HTMLElement {
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
  const maxHeight = 2 * Math.max(240, innerHeight - CHROME_HEIGHT);
  const tops = blocks.map((block) => block.getBoundingClientRect().top);
  const end = body.getBoundingClientRect().bottom;
  let limit = Math.min(maxHeight, 2 * maxFirstSpreadHeight(body));
  let from = 0;
  const spreads: Element[][] = [];
  blocks.forEach((_, index) => {
    const bottom = tops[index + 1] ?? end;
    if (index > from && bottom - (tops[from] ?? 0) > limit) {
      spreads.push(blocks.slice(from, index));
      from = index;
      limit = maxHeight;
    }
  });
  spreads.push(blocks.slice(from));
  for (const group of spreads) {
    const [first] = group;
    if (first === undefined) continue;
    insertSpread(first, body).append(...group);
  }
}

/**
 * Moves the last block of a spread to the next one while the spread is taller than the window (for example because an
 * image cannot break across columns), or while the block is a heading whose text is in the next spread.
 */
function fitSpreads(body: HTMLElement): void {
  let limit = maxFirstSpreadHeight(body);
  for (let spread = body.querySelector<HTMLElement>(`:scope > .${SPREAD_CLASS}`); spread !== null; ) {
    let next = spread.nextElementSibling as HTMLElement | null;
    while (spread.childElementCount > 1) {
      const last = spread.lastElementChild;
      const isSeparatedHeading = next !== null && last?.matches('h1,h2,h3,h4');
      if (last === null || (!isSeparatedHeading && spread.offsetHeight <= limit)) break;
      next ??= insertSpread(null, body);
      next.prepend(last);
    }
    limit = maxSpreadHeight();
    spread = next;
  }
}

/**
 * Sets a text in two columns while the window is wide enough, and lets the user turn spreads with the keyboard.
 *
 * @param body the article's element, in the page
 * @returns a function that restores the original layout
 */
export function enableSpreads(body: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let width = 0;
  const layOut = (): void => {
    removeSpreads(body);
    width = innerWidth;
    const isWide = innerWidth >= MIN_TWO_COLUMN_WIDTH;
    // The blocks are measured at the width of one column, which they will have.
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
  // On the window, so that the reader's shortcuts, whose listener is on the document, take precedence.
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

/** The class of a spread: an element with two columns that together fill one window. */
const SPREAD_CLASS = 'spread';
/** The height of the reader's bar and some space below it, in px. */
export const BAR_HEIGHT = 64;
/** Tolerance when comparing edges, in px. */
const EDGE_TOLERANCE = 8;

/**
 * Finds the next spread that is not completely visible, or the previous one.
 *
 * @param direction 1 for the next spread, -1 for the previous one
 * @returns the distance to scroll in px, or null to let the browser scroll: above the first spread, and within a spread
 * that is taller than the window
 */
function findScrollDistance(body: HTMLElement, direction: 1 | -1): number | null {
  const spreads = [...body.querySelectorAll(`:scope > .${SPREAD_CLASS}`)].map((spread) =>
    spread.getBoundingClientRect(),
  );
  const next =
    direction === 1
      ? spreads.find(({ bottom }) => bottom > innerHeight + EDGE_TOLERANCE)
      : spreads.findLast(({ top }) => top < BAR_HEIGHT - EDGE_TOLERANCE);
  if (next === undefined || (direction === 1 && next.top < BAR_HEIGHT + EDGE_TOLERANCE)) return null;
  return next.top - BAR_HEIGHT;
}

/** Returns the direction in which a key turns spreads; null for other keys, and if the focused element uses the key. */
function getTurnDirection(event: KeyboardEvent): 1 | -1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.target instanceof Element && event.target.closest('a,button,input,textarea,select,dialog,aside'))
    return null;
  if (event.key === ' ') return event.shiftKey ? -1 : 1;
  return event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null;
}

/** Scrolls to the next or previous spread if Space, Page Down or Page Up was pressed. */
function turnSpreads(body: HTMLElement, event: KeyboardEvent): void {
  const direction = getTurnDirection(event);
  const distance = direction === null ? null : findScrollDistance(body, direction);
  if (distance === null) return;
  event.preventDefault();
  const prefersReducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: distance, behavior: prefersReducedMotion ? 'instant' : 'smooth' });
}
