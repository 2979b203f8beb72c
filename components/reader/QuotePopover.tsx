import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/sureness.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { Attribution } from '../quotes/Attribution.tsx';
import { VoiceDisc } from '../quotes/VoiceDisc.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import './reader-quotes.css';

/** Distance from the quote and from the edges of the window, in px. */
const AWAY = 8;

interface Props {
  quote: Quote;
  hue: number;
  /** The quote's elements in the text. */
  pieces: readonly HTMLElement[];
  onCopy: () => Promise<boolean>;
  /** Tells why it is this speaker. */
  onWhy?: () => void;
  /** The same words in other articles: how many have them, and what shows them. */
  elsewhere?: { articles: number; onShow: () => void } | undefined;
  onClose: () => void;
}

/** Who says the quote at hand, under its words. */
export function QuotePopover({ quote, hue, pieces, onCopy, onWhy, elsewhere, onClose }: Props) {
  const { t, count } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  useLayoutEffect(() => {
    const { current } = frame;
    const last = pieces.at(-1);
    const rects = last?.getClientRects();
    const rect = rects?.[rects.length - 1];
    if (current === null || rect === undefined) return;
    const width = current.offsetWidth;
    const limit = document.documentElement.clientWidth - width - AWAY;
    setPlace({
      top: rect.bottom + window.scrollY + AWAY,
      left: Math.max(AWAY, Math.min(limit, rect.left + rect.width / 2 - width / 2)),
    });
  }, [pieces]);
  return (
    <div
      class="quote-popover"
      ref={frame}
      style={place === null ? { visibility: 'hidden' } : { top: `${place.top}px`, left: `${place.left}px` }}
    >
      <VoiceDisc name={quote.resolvedSpeaker} unnamed={quote.unnamed || isProbable(quote)} hue={hue} />
      <span class="quote-popover__who">
        <Attribution quote={quote} onWhy={onWhy} />
        {elsewhere !== undefined && (
          <button
            type="button"
            class="text-button quote__elsewhere"
            aria-haspopup="dialog"
            onClick={elsewhere.onShow}
          >
            {count('elsewhere', elsewhere.articles)}
          </button>
        )}
      </span>
      <CopyButton onCopy={onCopy} label={t('copyWithCitation')} done={t('copiedAnnounce')} />
      <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
