import { shortTextOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { foldText } from '../../text/fold-text.ts';

/** One page of an article, or several that are joined already. `html` is sanitised, `text` as in `Article`. */
export interface PageText {
  html: string;
  text: string;
}

/** Paragraphs at the top of a page that may only repeat the top of the page before: headline, standfirst, credits. */
const HEAD = 6;
/** The same at its end, where a note about the author stands on every page. */
const FOOT = 3;
/** A longer paragraph is no headline, standfirst or note; in UTF-16 units. */
const LONGEST_REPEAT = 5000;
/** Pictures at the top of a page that may only repeat an earlier one. */
const HEAD_PICTURES = 3;

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, pre, figcaption, td, th';

const paragraphsOf = (text: string): string[] => text.split('\n\n').filter((line) => line.trim() !== '');

/** Whether an element says these words and no others; much more than they need is not read. */
function says(element: Element, folded: string): boolean {
  const text = shortTextOf(element, 4 * folded.length + 200);
  return text !== null && foldText(text) === folded;
}

/** Takes the block with these words out of the body: the first one there, or the last one. */
function removeBlock(body: HTMLElement, folded: string, end: 'first' | 'last'): void {
  const blocks = [...body.querySelectorAll<HTMLElement>(BLOCKS)];
  if (end === 'last') blocks.reverse();
  const found = blocks.find((block) => says(block, folded));
  if (found === undefined) return;
  let at: HTMLElement = found;
  // A quotation or a list of nothing else goes with it.
  while (
    at.parentElement !== null &&
    at.parentElement !== body &&
    says(at.parentElement, folded) &&
    at.parentElement.querySelector('img') === null
  )
    at = at.parentElement;
  at.remove();
}

/** Takes away pictures at the top that the pages before have: the lead picture stands on every page. */
function removePictures(body: HTMLElement, seen: ReadonlySet<string>): void {
  for (const image of [...body.querySelectorAll('img')].slice(0, HEAD_PICTURES)) {
    if (seen.has(image.getAttribute('src') ?? '')) (image.closest('figure') ?? image).remove();
  }
}

/** Two pages may each have a note 1: names within the text get the number of their page. */
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
 * Joins the pages of one article to one text. What a page only repeats of the one before (its headline, standfirst
 * and lead picture at the top, a note about the author at the end) is there once; nothing else is left out.
 *
 * @param pages in order; the first may be several that were joined before
 * @param secondPage number of the second of them, for names that must differ
 * @param parser parses into inert documents
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
    const folded = at < HEAD && line.length <= LONGEST_REPEAT ? foldText(line) : '';
    const repeats = at < HEAD && folded !== '' && heads.has(folded);
    if (repeats) removeBlock(part.body, folded, 'first');
    return !repeats;
  });
}

/** Of an ending that comes again on the next page, the last one stays. */
function dropFoot(part: Part, next: Part): void {
  const feet = new Set(next.lines.slice(-FOOT).map(foldText));
  const from = part.lines.length - FOOT;
  part.lines = part.lines.filter((line, at) => {
    const folded = at >= from && line.length <= LONGEST_REPEAT ? foldText(line) : '';
    const repeats = at >= from && at > 0 && folded !== '' && feet.has(folded);
    if (repeats) removeBlock(part.body, folded, 'last');
    return !repeats;
  });
}
