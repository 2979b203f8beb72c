import { shortTextOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { foldText } from '../../text/fold-text.ts';

/** One or several joined pages of an article. `html` is sanitised, `text` as in `Article`. */
export interface PageText {
  html: string;
  text: string;
}

/** Number of first paragraphs that may repeat those of the previous page: headline, standfirst, credits. */
const HEAD = 6;
/** The same for last paragraphs, such as a note about the author. */
const FOOT = 3;
/** Maximum length of a repeated paragraph, in UTF-16 units. */
const MAX_REPEAT_LENGTH = 5000;
/** Number of first images that may repeat earlier ones. */
const HEAD_PICTURES = 3;

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, pre, figcaption, td, th';

const paragraphsOf = (text: string): string[] => text.split('\n\n').filter((line) => line.trim() !== '');

/** Whether an element contains exactly these words, without reading much more text. */
function says(element: Element, folded: string): boolean {
  const text = shortTextOf(element, 4 * folded.length + 200);
  return text !== null && foldText(text) === folded;
}

/** Removes the first or last block with these words from the body. */
function removeBlock(body: HTMLElement, folded: string, end: 'first' | 'last'): void {
  const blocks = [...body.querySelectorAll<HTMLElement>(BLOCKS)];
  if (end === 'last') blocks.reverse();
  const found = blocks.find((block) => says(block, folded));
  if (found === undefined) return;
  let at: HTMLElement = found;
  // Together with a quotation or list that contains nothing else.
  while (
    at.parentElement !== null &&
    at.parentElement !== body &&
    says(at.parentElement, folded) &&
    at.parentElement.querySelector('img') === null
  )
    at = at.parentElement;
  at.remove();
}

/** Removes first images that previous pages contain, such as the lead image. */
function removePictures(body: HTMLElement, seen: ReadonlySet<string>): void {
  for (const image of [...body.querySelectorAll('img')].slice(0, HEAD_PICTURES)) {
    if (seen.has(image.getAttribute('src') ?? '')) (image.closest('figure') ?? image).remove();
  }
}

/** Adds the page number to ids, because each page may have a note 1. */
function nameApart(body: HTMLElement, page: number): void {
  for (const element of body.querySelectorAll('[id]')) element.id = `page${page}-${element.id}`;
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', `#page${page}-${(link.getAttribute('href') ?? '').slice(1)}`);
  }
}

interface Part {
  body: HTMLElement;
  lines: string[];
}

/**
 * Joins the pages of one article. What a page repeats of the previous one (headline, standfirst and lead image at the top, a
 * note about the author at the end) is kept once; nothing else is left out.
 *
 * @param pages in order; the first may be several joined ones
 * @param secondPage number of the second one, for unique ids
 * @param parser creates inert documents
 */
export function joinPages(pages: readonly PageText[], secondPage = 2, parser = new DOMParser()): PageText {
  const parts = pages.map(({ html, text }): Part => {
    const document_ = parser.parseFromString(html, 'text/html');
    captureDom(document_);
    const { body } = document_;
    return { body, lines: paragraphsOf(text) };
  });
  const heads = new Set<string>();
  const pictures = new Set<string>();
  parts.forEach((part, at) => {
    if (at > 0) {
      nameApart(part.body, secondPage + at - 1);
      dropHead(part, heads);
      removePictures(part.body, pictures);
    }
    const next = parts[at + 1];
    if (next !== undefined) dropFoot(part, next);
    for (const line of part.lines.slice(0, HEAD)) heads.add(foldText(line));
    for (const image of part.body.querySelectorAll('img')) pictures.add(image.getAttribute('src') ?? '');
  });
  return {
    html: parts.map(({ body }) => body.innerHTML).join('\n'),
    text: parts.flatMap(({ lines }) => lines).join('\n\n'),
  };
}

function dropHead(part: Part, heads: ReadonlySet<string>): void {
  part.lines = part.lines.filter((line, at) => {
    const folded = at < HEAD && line.length <= MAX_REPEAT_LENGTH ? foldText(line) : '';
    const repeats = at < HEAD && folded !== '' && heads.has(folded);
    if (repeats) removeBlock(part.body, folded, 'first');
    return !repeats;
  });
}

/** Removes an ending that the next page repeats. */
function dropFoot(part: Part, next: Part): void {
  const feet = new Set(next.lines.slice(-FOOT).map(foldText));
  const from = part.lines.length - FOOT;
  part.lines = part.lines.filter((line, at) => {
    const folded = at >= from && line.length <= MAX_REPEAT_LENGTH ? foldText(line) : '';
    const repeats = at >= from && at > 0 && folded !== '' && feet.has(folded);
    if (repeats) removeBlock(part.body, folded, 'last');
    return !repeats;
  });
}
