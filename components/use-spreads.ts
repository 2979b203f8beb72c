import { useEffect } from 'preact/hooks';

/** From this width of the window on, in px, two columns have room. */
const WIDE_FROM = 1100;
/** What the window's edges and the bar take of its height, in px. */
const AROUND = 150;
/** Text is measured again so long after the last picture or change of the window, in ms. */
const SETTLE_MS = 150;

const SPREAD = 'spread';

/** Puts the blocks back where they were. */
function unfold(body: HTMLElement): void {
  for (const spread of body.querySelectorAll(`:scope > .${SPREAD}`)) spread.replaceWith(...spread.childNodes);
}

/**
 * Gathers the blocks of a text into spreads: each is set in two columns that together fill about one window, so that
 * nobody has to scroll back up to begin the second.
 */
function fold(body: HTMLElement): void {
  const blocks = [...body.children];
  const limit = 2 * Math.max(240, innerHeight - AROUND);
  const tops = blocks.map((block) => block.getBoundingClientRect().top);
  const end = body.getBoundingClientRect().bottom;
  let from = 0;
  const spreads: Element[][] = [];
  blocks.forEach((_, at) => {
    const bottom = tops[at + 1] ?? end;
    if (at > from && bottom - (tops[from] ?? 0) > limit) {
      spreads.push(blocks.slice(from, at));
      from = at;
    }
  });
  spreads.push(blocks.slice(from));
  for (const group of spreads) {
    const [first] = group;
    if (first === undefined) continue;
    const spread = document.createElement('div');
    spread.className = SPREAD;
    first.before(spread);
    spread.append(...group);
  }
}

/**
 * Sets a text in two columns where the window is wide enough.
 *
 * @param body the article's element once it is in the page
 * @param isOn what the reader wants
 * @param look changes when the text is set otherwise (size, face, width)
 * @param content another one when other blocks stand in the element
 */
export function useSpreads(body: HTMLElement | null, isOn: boolean, look: string, content: unknown): void {
  useEffect(() => {
    if (body === null || !isOn) return;
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
    };
    const setSoon = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(set, SETTLE_MS);
    };
    const onResize = (): void => {
      if (innerWidth !== width) setSoon();
    };
    set();
    addEventListener('resize', onResize);
    body.addEventListener('load', setSoon, true);
    return () => {
      if (timer !== null) clearTimeout(timer);
      removeEventListener('resize', onResize);
      body.removeEventListener('load', setSoon, true);
      unfold(body);
      delete body.dataset.columns;
    };
  }, [body, isOn, look, content]);
}
