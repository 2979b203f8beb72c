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
  /** Called when the text is in the page, without elements, and again with the elements of each quote by its index. */
  onQuotesPlaced: (root: HTMLElement, quoteElements: Map<number, HTMLElement[]>) => void;
  onQuote: (index: number) => void;
  onZoomImage: (image: HTMLImageElement) => void;
  onFootnote: (mark: HTMLElement, note: HTMLElement) => void;
}

/** Minimum width of an image that can be enlarged, in px; smaller ones are decorative. */
const MIN_ZOOM_WIDTH = 240;

/** Lets the user enlarge images with the mouse or the keyboard. */
function enableZoom(root: HTMLElement, label: string): void {
  for (const image of root.querySelectorAll('img')) {
    if (image.closest('a') !== null) continue;
    const enable = (): void => {
      if (image.naturalWidth < MIN_ZOOM_WIDTH) return;
      image.classList.add('can-zoom');
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', image.alt === '' ? label : `${label}: ${image.alt}`);
    };
    if (image.complete) enable();
    else image.addEventListener('load', enable, { once: true });
  }
}

/** Matches the text of a footnote mark: a number, letter, Roman numeral or symbol, optionally in brackets. */
const FOOTNOTE_MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;

/** Returns the element that a link within the text leads to, or null for other links. */
function findLinkTarget(root: HTMLElement, link: Element): HTMLElement | null {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href.length < 2) return null;
  return root.querySelector<HTMLElement>(`[id="${CSS.escape(href.slice(1))}"]`);
}

/** Returns the footnote that a link refers to; null if the link is no footnote mark, or leads back to one. */
function findFootnote(link: Element, target: HTMLElement): HTMLElement | null {
  if (!FOOTNOTE_MARK.test(link.textContent?.trim() ?? '')) return null;
  const note = target.closest<HTMLElement>('p, li, dd, td, blockquote, figcaption') ?? target;
  const followsLink = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return followsLink && !note.contains(link) ? note : null;
}

/** The article's content. The children of its element are not managed by Preact. */
export function ReaderBody(props: Props) {
  const { body } = props;
  const { t } = useStrings();
  const root = useRef<HTMLDivElement>(null);
  // The effect needs only `body` as a dependency, because the other props change together with it.
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
    latest.current.onQuotesPlaced(current, new Map());
    // After the first paint, because locating quotes takes a while and wrapping them does not move the text.
    return afterPaint(() => {
      const { text, quotes, colours, onQuotesPlaced } = latest.current;
      onQuotesPlaced(current, wrapQuotes(current, text, quotes, colours));
    });
  }, [body]);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    const onClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest<HTMLElement>('a[href]') ?? null;
      const linkTarget = link === null ? null : findLinkTarget(current, link);
      if (link !== null && linkTarget !== null) {
        event.preventDefault();
        const note = findFootnote(link, linkTarget);
        if (note !== null) latest.current.onFootnote(link, note);
        else linkTarget.scrollIntoView({ block: 'center' });
        return;
      }
      if (target instanceof HTMLImageElement && target.classList.contains('can-zoom')) {
        latest.current.onZoomImage(target);
        return;
      }
      const quoteElement = target?.closest<HTMLElement>('.quoted') ?? null;
      // A link inside a quote stays a link, and selecting text is not a click.
      if (quoteElement === null || link !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      latest.current.onQuote(Number(quoteElement.dataset.quote));
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

/** Splits text nodes at the ends of a range, and returns those inside it that are not blank. */
function splitTextNodes(range: Range): Text[] {
  const ownerDocument = range.startContainer.ownerDocument;
  if (ownerDocument === null) return [];
  const walker = ownerDocument.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const inside: Text[] = [];
  // If the range is inside one text node, that is the walker's root, which `nextNode` does not visit.
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
 * Wraps the text of every quote in elements, so that it can be coloured and clicked.
 *
 * @param root the article's element
 * @param text the article's text, to which the quotes' offsets refer
 * @returns the elements of each quote by its index, in text order; without quotes that were not found
 */
export function wrapQuotes(
  root: HTMLElement,
  text: string,
  quotes: readonly Quote[],
  colours: SpeakerColours,
): Map<number, HTMLElement[]> {
  const page = readPageText(root);
  const ranges = quotes.map((quote) => locateQuote(page, text, quote));
  const quoteElements = new Map<number, HTMLElement[]>();
  // From last to first, because splitting a node invalidates only the ranges after the split.
  for (let index = ranges.length - 1; index >= 0; index -= 1) {
    const range = ranges[index];
    if (range === null || range === undefined) continue;
    const quoteText = quotes[index]?.text ?? '';
    const isUnbalanced = balanceDirections(quoteText) !== quoteText;
    const wrappers = splitTextNodes(range).map((node) => {
      const wrapper = root.ownerDocument.createElement('span');
      wrapper.className = 'quoted';
      wrapper.dataset.quote = String(index);
      // Not for other quotes, because isolating their pieces would break up bidirectional text.
      if (isUnbalanced) wrapper.classList.add('verbatim');
      wrapper.style.setProperty('--hue', speakerColour(colours.byQuote.get(index) ?? 0));
      node.replaceWith(wrapper);
      wrapper.append(node);
      return wrapper;
    });
    if (wrappers.length > 0) quoteElements.set(index, wrappers);
  }
  return new Map([...quoteElements].sort(([a], [b]) => a - b));
}

/**
 * Marks the paragraphs that are new in comparison with the other articles of the story, with a line in the margin.
 *
 * @param isNew whether each paragraph of the text is new
 * @param label the text of the mark, for screen readers
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
