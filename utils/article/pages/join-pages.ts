import { shortTextOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { foldText } from '../../text/fold-text.ts';

/** The content of one page or of several joined pages. `html` is sanitised, `text` is formatted as in `Article`. */
export interface PageContent {
  html: string;
  text: string;
}

/** Number of paragraphs at the beginning that can repeat those of earlier pages: headline, standfirst, credits. */
const HEAD_PARAGRAPHS = 6;
/** The same at the end, such as a note about the author. */
const FOOT_PARAGRAPHS = 3;
/** Maximum length of a repeated paragraph, in UTF-16 code units. */
const MAX_REPEAT_LENGTH = 5000;
/** Number of images at the beginning that can repeat earlier ones. */
const HEAD_IMAGES = 3;

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, pre, figcaption, td, th';

const paragraphsOf = (text: string): string[] => text.split('\n\n').filter((line) => line.trim() !== '');

/** Whether an element contains exactly a normalised text. Does not read much more text than that. */
function hasExactText(element: Element, folded: string): boolean {
  const text = shortTextOf(element, 4 * folded.length + 200);
  return text !== null && foldText(text) === folded;
}

/** Removes the first or last block with a normalised text from the body. */
function removeBlock(body: HTMLElement, folded: string, end: 'first' | 'last'): void {
  const blocks = [...body.querySelectorAll<HTMLElement>(BLOCKS)];
  if (end === 'last') blocks.reverse();
  const found = blocks.find((block) => hasExactText(block, folded));
  if (found === undefined) return;
  let at: HTMLElement = found;
  // Removes ancestors that contain nothing else, such as a block quote or a list.
  while (
    at.parentElement !== null &&
    at.parentElement !== body &&
    hasExactText(at.parentElement, folded) &&
    at.parentElement.querySelector('img') === null
  )
    at = at.parentElement;
  at.remove();
}

/** Removes images at the beginning that earlier pages contain, too, such as the lead image. */
function removeRepeatedImages(body: HTMLElement, earlierSources: ReadonlySet<string>): void {
  for (const image of [...body.querySelectorAll('img')].slice(0, HEAD_IMAGES)) {
    if (earlierSources.has(image.getAttribute('src') ?? '')) (image.closest('figure') ?? image).remove();
  }
}

/** Adds the page number to ids, because several pages can have a note 1. */
function makeIdsUnique(body: HTMLElement, page: number): void {
  for (const element of body.querySelectorAll('[id]')) element.id = `page${page}-${element.id}`;
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', `#page${page}-${(link.getAttribute('href') ?? '').slice(1)}`);
  }
}

interface PagePart {
  body: HTMLElement;
  lines: string[];
}

/**
 * Joins the pages of an article. Removes repetitions at the beginning of a page (headline, standfirst, lead image) and at its
 * end (a note about the author), and nothing else.
 *
 * @param pages in order; the first one can consist of several joined pages
 * @param secondPage number of the second one, for unique ids
 * @param parser creates inert documents
 */
export function joinPages(
  pages: readonly PageContent[],
  secondPage = 2,
  parser = new DOMParser(),
): PageContent {
  const parts = pages.map(({ html, text }): PagePart => {
    const document_ = parser.parseFromString(html, 'text/html');
    captureDom(document_);
    const { body } = document_;
    return { body, lines: paragraphsOf(text) };
  });
  const earlierHeads = new Set<string>();
  const imageSources = new Set<string>();
  parts.forEach((part, at) => {
    if (at > 0) {
      makeIdsUnique(part.body, secondPage + at - 1);
      dropRepeatedHead(part, earlierHeads);
      removeRepeatedImages(part.body, imageSources);
    }
    const next = parts[at + 1];
    if (next !== undefined) dropRepeatedFoot(part, next);
    for (const line of part.lines.slice(0, HEAD_PARAGRAPHS)) earlierHeads.add(foldText(line));
    for (const image of part.body.querySelectorAll('img')) imageSources.add(image.getAttribute('src') ?? '');
  });
  return {
    html: parts.map(({ body }) => body.innerHTML).join('\n'),
    text: parts.flatMap(({ lines }) => lines).join('\n\n'),
  };
}

function dropRepeatedHead(part: PagePart, earlierHeads: ReadonlySet<string>): void {
  part.lines = part.lines.filter((line, at) => {
    const folded = at < HEAD_PARAGRAPHS && line.length <= MAX_REPEAT_LENGTH ? foldText(line) : '';
    const isRepeated = at < HEAD_PARAGRAPHS && folded !== '' && earlierHeads.has(folded);
    if (isRepeated) removeBlock(part.body, folded, 'first');
    return !isRepeated;
  });
}

/** Removes paragraphs at the end of a page that are also at the end of the next page. */
function dropRepeatedFoot(part: PagePart, next: PagePart): void {
  const nextFoot = new Set(next.lines.slice(-FOOT_PARAGRAPHS).map(foldText));
  const from = part.lines.length - FOOT_PARAGRAPHS;
  part.lines = part.lines.filter((line, at) => {
    const folded = at >= from && line.length <= MAX_REPEAT_LENGTH ? foldText(line) : '';
    const isRepeated = at >= from && at > 0 && folded !== '' && nextFoot.has(folded);
    if (isRepeated) removeBlock(part.body, folded, 'last');
    return !isRepeated;
  });
}
