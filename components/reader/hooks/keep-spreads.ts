import { SAME, SPREAD, turnSpreads, UNDER_BAR } from './turn-spreads.ts';

/** From this width of the window on, in px, two columns have room. */
const WIDE_FROM = 1100;
/** What the window's edges and the bar take of its height, in px. */
const AROUND = 150;
/** A first spread begins under the headline; with less than this of the window left, in px, it takes a whole one. */
const LEAST = 320;
/** Text is measured again so long after the last picture or change of the window, in ms. */
const SETTLE_MS = 150;

/** Puts the blocks back where they were. */
function unfold(body: HTMLElement): void {
  for (const spread of body.querySelectorAll(`:scope > .${SPREAD}`)) spread.replaceWith(...spread.childNodes);
}

/** What a spread may take of the window's height, in px. */
function heightOfSpread(): number {
  return innerHeight - UNDER_BAR - SAME;
}

/** What the first may take: it begins under the headline where that leaves enough of the window, in px. */
function heightOfFirst(body: HTMLElement): number {
  const left = innerHeight - (body.getBoundingClientRect().top + scrollY) - SAME;
  return left < LEAST ? heightOfSpread() : left;
}

function startSpread(before: Element | null, parent: Element): HTMLElement {
  const spread = document.createElement('div');
  spread.className = SPREAD;
  parent.insertBefore(spread, before);
  return spread;
}

/**
 * Gathers the blocks of a text into spreads: each is set in two columns that together fill about one window, so that
 * nobody has to scroll back up to begin the second.
 */
function fold(body: HTMLElement): void {
  const blocks = [...body.children];
  const whole = 2 * Math.max(240, innerHeight - AROUND);
  const tops = blocks.map((block) => block.getBoundingClientRect().top);
  const end = body.getBoundingClientRect().bottom;
  let limit = Math.min(whole, 2 * heightOfFirst(body));
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
 * Passes blocks on from spreads that came out higher than the window, as two columns do that a picture would not be
 * parted between, and headings that were left without their text.
 */
function settle(body: HTMLElement): void {
  let limit = heightOfFirst(body);
  for (let spread = body.querySelector<HTMLElement>(`:scope > .${SPREAD}`); spread !== null; ) {
    let next = spread.nextElementSibling as HTMLElement | null;
    while (spread.childElementCount > 1) {
      const last = spread.lastElementChild;
      const isBare = next !== null && last?.matches('h1,h2,h3,h4');
      if (last === null || (!isBare && spread.offsetHeight <= limit)) break;
      next ??= startSpread(null, body);
      next.prepend(last);
    }
    limit = heightOfSpread();
    spread = next;
  }
}

/**
 * Sets a text in two columns as long as the window is wide enough for them, and lets keys turn them.
 *
 * @param body the article's element, in the page
 * @returns puts the text back as it was
 */
export function keepSpreads(body: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let width = 0;
  const set = (): void => {
    unfold(body);
    width = innerWidth;
    const isWide = innerWidth >= WIDE_FROM;
    // Measured at the width of one column, in which the blocks will stand.
    body.dataset.columns = isWide ? 'measure' : 'one';
    if (!isWide) return;
    fold(body);
    body.dataset.columns = 'two';
    settle(body);
  };
  const setSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(set, SETTLE_MS);
  };
  const onResize = (): void => {
    if (innerWidth !== width) setSoon();
  };
  const onKey = (event: KeyboardEvent): void => turnSpreads(body, event);
  set();
  // On the window: after the reader's own keys, which may have taken it.
  addEventListener('keydown', onKey);
  addEventListener('resize', onResize);
  body.addEventListener('load', setSoon, true);
  return () => {
    if (timer !== null) clearTimeout(timer);
    removeEventListener('keydown', onKey);
    removeEventListener('resize', onResize);
    body.removeEventListener('load', setSoon, true);
    unfold(body);
    delete body.dataset.columns;
  };
}
