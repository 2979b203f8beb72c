/** Running heads and feet, and page numbers: they stand at the edges of many pages and are no text of any. */
import type { PdfLine, PdfPage } from './pdf-page.ts';

/** What counts as the edge: shares of the page's height. */
const EDGE = 0.12;
/** On so many pages of a document a line that is the same stands there for its own sake: also on every second page. */
const REPEATS = 0.4;
/** How far the places of the same line differ, in points. */
const SAME_PLACE = 6;
/** A longer line is text, whatever it repeats. */
const LONGEST = 120;

const PAGE_NUMBER =
  /^[\s|·•–—-]*(?:(?:page|seite|pág(?:ina)?|pagina|strona|стор(?:інка)?|стр|side|sida|p)\.?\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|di|van|z|av|af|з|из)\s*\d{1,4})?[\s|·•–—-]*$/iu;

/** The same line on another page: figures count up. */
const shapeOf = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');

function isAtEdge({ y }: PdfLine, { height }: PdfPage): boolean {
  return y < EDGE * height || y > (1 - EDGE) * height;
}

/**
 * @param lines of each page
 * @returns the same without what runs through the pages
 */
export function dropRunningLines(
  lines: readonly (readonly PdfLine[])[],
  pages: readonly PdfPage[],
): PdfLine[][] {
  const places = new Map<string, number[]>();
  const pagesWith = new Map<string, Set<number>>();
  const edges = lines.map((own, at) => {
    const page = pages[at];
    return page === undefined
      ? []
      : own.filter((line) => line.text.length <= LONGEST && isAtEdge(line, page));
  });
  for (const [at, own] of edges.entries()) {
    for (const { text, y } of own) {
      const shape = shapeOf(text);
      places.set(shape, [...(places.get(shape) ?? []), y]);
      pagesWith.set(shape, (pagesWith.get(shape) ?? new Set()).add(at));
    }
  }
  const enough = Math.max(2, Math.ceil(REPEATS * lines.length));
  const runs = (line: PdfLine): boolean => {
    const shape = shapeOf(line.text);
    const near = (places.get(shape) ?? []).filter((y) => Math.abs(y - line.y) <= SAME_PLACE);
    return (pagesWith.get(shape)?.size ?? 0) >= enough && near.length >= enough;
  };
  return lines.map((own, at) => {
    const outermost = new Set([
      own.reduce<PdfLine | null>((first, line) => (first === null || line.y < first.y ? line : first), null),
      own.reduce<PdfLine | null>((last, line) => (last === null || line.y > last.y ? line : last), null),
    ]);
    const dropped = new Set(
      (edges[at] ?? []).filter((line) => runs(line) || (outermost.has(line) && PAGE_NUMBER.test(line.text))),
    );
    return own.filter((line) => !dropped.has(line));
  });
}
