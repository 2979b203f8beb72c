/** One heading of an article's text. */
export interface OutlineEntry {
  text: string;
  /** 0 for the article's own highest headings, 1 for those under them, and so on. */
  depth: number;
  element: HTMLElement;
}

/** Below this an outline is no help. */
const LEAST = 2;

/**
 * The headings of a body, for a reader to go by.
 *
 * @returns nothing where there are fewer than two
 */
export function readOutline(body: HTMLElement): OutlineEntry[] {
  const headings = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
    (heading) => (heading.textContent ?? '').trim() !== '',
  );
  if (headings.length < LEAST) return [];
  const levels = [...new Set(headings.map((heading) => Number(heading.tagName.charAt(1))))].sort();
  return headings.map((element) => ({
    text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    depth: levels.indexOf(Number(element.tagName.charAt(1))),
    element,
  }));
}
