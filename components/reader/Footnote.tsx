import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import './footnote.css';

/** Distance from the mark and from the edges of the window, in px. */
const AWAY = 8;

interface Props {
  /** The mark in the text that was followed. */
  mark: HTMLElement;
  /** What it points to. */
  note: HTMLElement;
  onClose: () => void;
}

/** A note of the article beside its mark, so that nobody has to travel to the end of the text and back. */
export function Footnote({ mark, note, onClose }: Props) {
  const { t } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  useLayoutEffect(() => {
    const copy = note.cloneNode(true);
    if (copy instanceof HTMLElement) {
      // The way back ("↩") leads nowhere from here, and ids must stay single.
      for (const back of copy.querySelectorAll('a[href^="#"]')) back.remove();
      for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
      words.current?.replaceChildren(...copy.childNodes);
    }
    const rect = mark.getBoundingClientRect();
    const width = frame.current?.offsetWidth ?? 0;
    const limit = document.documentElement.clientWidth - width - AWAY;
    setPlace({
      top: rect.bottom + window.scrollY + AWAY,
      left: Math.max(AWAY, Math.min(limit, rect.left + rect.width / 2 - width / 2)),
    });
  }, [mark, note]);
  const isPlaced = place !== null;
  useLayoutEffect(() => {
    // Before it has its place it is hidden, and takes no focus.
    if (isPlaced) frame.current?.focus({ preventScroll: true });
  }, [isPlaced, note]);
  useEffect(() => {
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [onClose]);
  return (
    <div
      class="footnote"
      ref={frame}
      role="note"
      tabIndex={-1}
      aria-label={t('readerFootnote')}
      style={place === null ? { visibility: 'hidden' } : { top: `${place.top}px`, left: `${place.left}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        mark.focus({ preventScroll: true });
      }}
    >
      <div class="footnote__words" ref={words} dir="auto" />
      <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
