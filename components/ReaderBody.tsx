import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Quote } from '../utils/quotes/types.ts';
import { markQuotes } from './mark-quotes.ts';
import type { VoiceHues } from './voices.ts';
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
}

/** The article's own text. Preact leaves the inside of this element alone. */
export function ReaderBody(props: Props) {
  const { body } = props;
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
    for (const link of current.querySelectorAll('a[href]')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noreferrer');
    }
    latest.current.onPlaced(current, new Map());
    // The text is there first. Looking sixty quotes up takes a while, and their marks move nothing.
    const timer = setTimeout(() => {
      const { text, quotes, hues, onPlaced } = latest.current;
      onPlaced(current, markQuotes(current, text, quotes, hues));
    });
    return () => clearTimeout(timer);
  }, [body]);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    const onClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const piece = target?.closest<HTMLElement>('.quoted');
      // A link inside a quote stays a link, and selecting words is no click.
      if (piece === null || piece === undefined || target?.closest('a') !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      props.onQuote(Number(piece.dataset.quote));
    };
    current.addEventListener('click', onClick);
    return () => current.removeEventListener('click', onClick);
  }, [props.onQuote]);
  return <div class="reader__body" ref={root} lang={props.lang ?? undefined} dir={props.dir} />;
}
