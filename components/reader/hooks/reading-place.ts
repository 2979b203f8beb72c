/** A place in an article's text that holds whatever the size of its letters: a block, and how far down in it. */
export interface ReadingPlace {
  /** Index among the text's blocks. */
  block: number;
  /** Share of the block's height that is above the reader's line, 0–1. */
  share: number;
}

/** The line that a place is taken at, in px from the top of the window: just under the reader's bar. */
const LINE = 72;

/** The text's blocks, which stand in spreads where it is set in columns. */
export function blocksOf(body: Element): Element[] {
  return [...body.children].flatMap((child) =>
    child.classList.contains('spread') ? [...child.children] : child,
  );
}

/** Whether something stored is a place. */
export function isReadingPlace(value: unknown): value is ReadingPlace {
  if (typeof value !== 'object' || value === null || !('block' in value) || !('share' in value)) return false;
  return Number.isSafeInteger(value.block) && typeof value.share === 'number' && Number.isFinite(value.share);
}

/** Where the user is, or null above the text's first block. */
export function readPlace(body: Element): ReadingPlace | null {
  let place: ReadingPlace | null = null;
  for (const [block, element] of blocksOf(body).entries()) {
    const { top, height } = element.getBoundingClientRect();
    // In columns a later block can stand as high as an earlier one: the first that reaches the line counts.
    if (top > LINE) break;
    place = { block, share: height > 0 ? Math.min(1, (LINE - top) / height) : 0 };
    if (top + height > LINE) break;
  }
  return place;
}

/** Scrolls the window so that a place is on the reader's line again; nothing where the text has no such block. */
export function scrollToPlace(body: Element, { block, share }: ReadingPlace): void {
  const element = blocksOf(body)[block];
  if (element === undefined) return;
  const { top, height } = element.getBoundingClientRect();
  const away = top + height * share - LINE;
  // Less than a pixel is rounding, and scrolling for it would never end.
  if (Math.abs(away) >= 1) window.scrollBy({ top: away, behavior: 'instant' });
}
