import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Quote } from '../../utils/quotes/types.ts';
import type { VoiceHues } from '../quotes/voices.ts';
import { afterPaint } from '../ui/base/after-paint.ts';
import { useStrings } from '../ui/base/strings.ts';
import { markQuotes } from './mark-quotes.ts';
import './reader-body.css';

interface Props {
  /** Sanitised, all images local. It is moved into the page, not copied. */
  body: DocumentFragment;
  text: string;
  quotes: readonly Quote[];
  hues: VoiceHues;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** The elements of each quote, once they are in the page. */
  onPlaced: (root: HTMLElement, pieces: Map<number, HTMLElement[]>) => void;
  onQuote: (index: number) => void;
  onPicture: (image: HTMLImageElement) => void;
  onFootnote: (mark: HTMLElement, note: HTMLElement) => void;
}

/** Below this width, in px, a picture is an ornament, and larger it is no better. */
const ZOOM_FROM = 240;

/** Pictures that can be looked at larger, by mouse and by keyboard. */
function offerZoom(root: HTMLElement, label: string): void {
  for (const image of root.querySelectorAll('img')) {
    if (image.closest('a') !== null) continue;
    const offer = (): void => {
      if (image.naturalWidth < ZOOM_FROM) return;
      image.classList.add('can-zoom');
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', image.alt === '' ? label : `${label}: ${image.alt}`);
    };
    if (image.complete) offer();
    else image.addEventListener('load', offer, { once: true });
  }
}

/** What a mark of a note says: a digit, a letter or a symbol, in brackets or not. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;

/** What a link within the text points to, or null where it leads elsewhere. */
function placeOf(root: HTMLElement, link: Element): HTMLElement | null {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href.length < 2) return null;
  return root.querySelector<HTMLElement>(`[id="${CSS.escape(href.slice(1))}"]`);
}

/** The note that a mark stands for; null for the way back from a note, and for headings. */
function noteOf(link: Element, place: HTMLElement): HTMLElement | null {
  if (!MARK.test(link.textContent?.trim() ?? '')) return null;
  const note = place.closest<HTMLElement>('p, li, dd, td, blockquote, figcaption') ?? place;
  const isBehind = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isBehind && !note.contains(link) ? note : null;
}

/** The article's own text. Preact leaves the inside of this element alone. */
export function ReaderBody(props: Props) {
  const { body } = props;
  const { t } = useStrings();
  const root = useRef<HTMLDivElement>(null);
  // Text, quotes and colours come and go together with the body.
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
    offerZoom(current, t('readerZoom'));
    for (const link of current.querySelectorAll('a[href]:not([href^="#"])')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noreferrer');
    }
    latest.current.onPlaced(current, new Map());
    // The text is there first. Looking sixty quotes up takes a while, and their marks move nothing.
    return afterPaint(() => {
      const { text, quotes, hues, onPlaced } = latest.current;
      onPlaced(current, markQuotes(current, text, quotes, hues));
    });
  }, [body]);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    const onClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest<HTMLElement>('a[href]') ?? null;
      const place = link === null ? null : placeOf(current, link);
      if (link !== null && place !== null) {
        event.preventDefault();
        const note = noteOf(link, place);
        if (note !== null) latest.current.onFootnote(link, note);
        else place.scrollIntoView({ block: 'center' });
        return;
      }
      if (target instanceof HTMLImageElement && target.classList.contains('can-zoom')) {
        latest.current.onPicture(target);
        return;
      }
      const piece = target?.closest<HTMLElement>('.quoted') ?? null;
      // A link inside a quote stays a link, and selecting words is no click.
      if (piece === null || link !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      latest.current.onQuote(Number(piece.dataset.quote));
    };
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (!(target instanceof HTMLImageElement) || !target.classList.contains('can-zoom')) return;
      event.preventDefault();
      latest.current.onPicture(target);
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
