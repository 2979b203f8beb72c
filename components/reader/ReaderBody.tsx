import { useLayoutEffect, useRef } from 'preact/hooks';
import { locateQuote } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { balanceDirections } from '../../utils/text/clean-line.ts';
import { type SpeakerColours, speakerColour } from '../quotes/speaker-colours.ts';
import { afterPaint } from '../ui/base/after-paint.ts';
import { useStrings } from '../ui/base/strings.ts';
import type { ReaderArticle, ReaderProps } from './reader-props.ts';
import './reader-body.css';

interface Props extends Pick<ReaderProps, 'body' | 'text' | 'quotes'>, Pick<ReaderArticle, 'lang' | 'dir'> {
  colours: SpeakerColours;
  /** Called with the elements of each quote, once they are in the page. */
  onPlaced: (root: HTMLElement, pieces: Map<number, HTMLElement[]>) => void;
  onQuote: (index: number) => void;
  onZoomImage: (image: HTMLImageElement) => void;
  onFootnote: (mark: HTMLElement, note: HTMLElement) => void;
}

/** Minimum width of an image that can be enlarged, in px; smaller ones are decoration. */
const MIN_ZOOM_WIDTH = 240;

/** Makes images enlargeable by mouse and keyboard. */
function enableZoom(root: HTMLElement, label: string): void {
  for (const image of root.querySelectorAll('img')) {
    if (image.closest('a') !== null) continue;
    const offer = (): void => {
      if (image.naturalWidth < MIN_ZOOM_WIDTH) return;
      image.classList.add('can-zoom');
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', image.alt === '' ? label : `${label}: ${image.alt}`);
    };
    if (image.complete) offer();
    else image.addEventListener('load', offer, { once: true });
  }
}

/** The text of a footnote mark: a digit, letter or symbol, optionally in brackets. */
const FOOTNOTE_MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;

/** Returns the target of a link within the text, or null if it leads elsewhere. */
function findLinkTarget(root: HTMLElement, link: Element): HTMLElement | null {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href.length < 2) return null;
  return root.querySelector<HTMLElement>(`[id="${CSS.escape(href.slice(1))}"]`);
}

/** Returns the footnote that a mark refers to; null for back links and headings. */
function findFootnote(link: Element, place: HTMLElement): HTMLElement | null {
  if (!FOOTNOTE_MARK.test(link.textContent?.trim() ?? '')) return null;
  const note = place.closest<HTMLElement>('p, li, dd, td, blockquote, figcaption') ?? place;
  const isBackLink = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isBackLink && !note.contains(link) ? note : null;
}

/** The article's own text. Preact does not touch this element's children. */
export function ReaderBody(props: Props) {
  const { body } = props;
  const { t } = useStrings();
  const root = useRef<HTMLDivElement>(null);
  // Text, quotes and colours change together with the body.
  const latest = useRef(props);
  latest.current = props;
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    current.replaceChildren(body);
    for (const table of current.querySelectorAll('table')) {
      const scroller = document.createElement('div');
      scroller.className = 'table-scroller';
      scroller.tabIndex = 0;
      table.replaceWith(scroller);
      scroller.append(table);
    }
    enableZoom(current, t('readerZoom'));
    for (const link of current.querySelectorAll('a[href]:not([href^="#"])')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noreferrer');
    }
    latest.current.onPlaced(current, new Map());
    // The text is painted first: locating sixty quotes takes a while, and marking them moves nothing.
    return afterPaint(() => {
      const { text, quotes, colours, onPlaced } = latest.current;
      onPlaced(current, markQuotes(current, text, quotes, colours));
    });
  }, [body]);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    const onClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest<HTMLElement>('a[href]') ?? null;
      const place = link === null ? null : findLinkTarget(current, link);
      if (link !== null && place !== null) {
        event.preventDefault();
        const note = findFootnote(link, place);
        if (note !== null) latest.current.onFootnote(link, note);
        else place.scrollIntoView({ block: 'center' });
        return;
      }
      if (target instanceof HTMLImageElement && target.classList.contains('can-zoom')) {
        latest.current.onZoomImage(target);
        return;
      }
      const piece = target?.closest<HTMLElement>('.quoted') ?? null;
      // A link inside a quote stays a link, and selecting text is not a click.
      if (piece === null || link !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      latest.current.onQuote(Number(piece.dataset.quote));
    };
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (!(target instanceof HTMLImageElement) || !target.classList.contains('can-zoom')) return;
      event.preventDefault();
      latest.current.onZoomImage(target);
    };
    current.addEventListener('keydown', onKey);
    current.addEventListener('click', onClick);
    return () => {
      current.removeEventListener('click', onClick);
      current.removeEventListener('keydown', onKey);
    };
  }, []);
  return <div class="reader__body" ref={root} lang={props.lang ?? undefined} dir={props.dir} />;
}

/** The text nodes of a range, split at its ends. */
function textNodesIn(range: Range): Text[] {
  const ownerDocument = range.startContainer.ownerDocument;
  if (ownerDocument === null) return [];
  const walker = ownerDocument.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const inside: Text[] = [];
  // A range inside one text node has that node as its ancestor, and a walker does not visit its own root.
  let node: Node | null =
    walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.nextNode();
  for (; node !== null; node = walker.nextNode()) {
    if (range.intersectsNode(node)) inside.push(node as Text);
    else if (inside.length > 0) break;
  }
  return inside.flatMap((text) => {
    let part = text;
    const end = text === range.endContainer ? range.endOffset : text.data.length;
    const start = text === range.startContainer ? range.startOffset : 0;
    if (end <= start || text.data.slice(start, end).trim() === '') return [];
    if (end < part.data.length) part.splitText(end);
    if (start > 0) part = part.splitText(start);
    return [part];
  });
}

/**
 * Wraps the words of every quote in the body of an article, so that they can be coloured and clicked.
 *
 * @param root the body; its text is the one that the quotes' offsets refer to
 * @param text that text
 * @returns the pieces of each quote by its index, in order of the text; quotes not found have none
 */
export function markQuotes(
  root: HTMLElement,
  text: string,
  quotes: readonly Quote[],
  colours: SpeakerColours,
): Map<number, HTMLElement[]> {
  const page = readPageText(root);
  const ranges = quotes.map((quote) => locateQuote(page, text, quote));
  const pieces = new Map<number, HTMLElement[]>();
  // From last to first, because splitting a node shifts only what follows.
  for (let index = ranges.length - 1; index >= 0; index -= 1) {
    const range = ranges[index];
    if (range === null || range === undefined) continue;
    const words = quotes[index]?.text ?? '';
    const isUnbalanced = balanceDirections(words) !== words;
    const wrapped = textNodesIn(range).map((node) => {
      const piece = root.ownerDocument.createElement('span');
      piece.className = 'quoted';
      piece.dataset.quote = String(index);
      // Only here: isolating the pieces of other quotes would break up a single run of text.
      if (isUnbalanced) piece.classList.add('verbatim');
      piece.style.setProperty('--hue', speakerColour(colours.byQuote.get(index) ?? 0));
      node.replaceWith(piece);
      piece.append(node);
      return piece;
    });
    if (wrapped.length > 0) pieces.set(index, wrapped);
  }
  return new Map([...pieces].sort(([a], [b]) => a - b));
}

/**
 * Marks the paragraphs that no other article of the story has, with a line in the margin.
 *
 * @param isNew by index of the text's paragraphs
 * @param label what the line says to screen readers
 * @returns a function that removes the marks
 */
export function markNewParagraphs(
  root: HTMLElement,
  text: string,
  isNew: readonly boolean[],
  label: string,
): () => void {
  const page = readPageText(root);
  const marked: HTMLElement[] = [];
  let start = 0;
  for (const [index, paragraph] of text.split('\n\n').entries()) {
    const range = isNew[index] ? locateQuote(page, text, { start, end: start + paragraph.length }) : null;
    const block = range?.startContainer.parentElement?.closest<HTMLElement>('p, li, dd, blockquote');
    if (block && root.contains(block)) {
      block.dataset.new = label;
      marked.push(block);
    }
    start += paragraph.length + 2;
  }
  return () => {
    for (const block of marked) delete block.dataset.new;
  };
}
