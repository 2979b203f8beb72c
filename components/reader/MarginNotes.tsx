import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { type SpeakerColours, speakerColour } from '../quotes/speaker-colours.ts';
import { getQuoteSpeakerLabel } from '../quotes/speaker-labels.ts';
import { useStrings } from '../ui/base/strings.ts';
import './reader-quotes.css';

const NOTE_GAP_PX = 10;

interface Props {
  quotes: readonly Quote[];
  colours: SpeakerColours;
  /** The elements of each quote in the text, by the quote's index. */
  quoteElements: Map<number, HTMLElement[]>;
  /** The article's element, beside which the notes are shown. */
  body: HTMLElement | null;
  onSelect: (index: number) => void;
}

/**
 * Names the speaker of each quote in the margin. Consecutive quotes with a common attribution share a note. The role is
 * given only in the first note of a speaker. Hidden from screen readers, because the panel of speakers has the same
 * information.
 */
export function MarginNotes({ quotes, colours, quoteElements, body, onSelect }: Props) {
  const { t } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const groups = chooseNotes(quotes, quoteElements);

  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || body === null) return;
    const placeNotes = (): void => {
      const frameTop = current.getBoundingClientRect().top;
      let nextFreeTop = Number.NEGATIVE_INFINITY;
      const next = groups.map(({ index }, position) => {
        const element = quoteElements.get(index)?.[0];
        const preferredTop = element === undefined ? 0 : (element.getClientRects()[0]?.top ?? 0) - frameTop;
        const top = Math.round(Math.max(preferredTop, nextFreeTop));
        nextFreeTop = top + (current.children[position]?.getBoundingClientRect().height ?? 0) + NOTE_GAP_PX;
        return top;
      });
      setTops((before) => (String(before) === String(next) ? before : next));
    };
    const observer = new ResizeObserver(placeNotes);
    observer.observe(body);
    // An image that loads late above the text moves the text without resizing it.
    if (current.parentElement !== null) observer.observe(current.parentElement);
    placeNotes();
    return () => observer.disconnect();
  }, [body, quoteElements, quotes]);

  return (
    <div class="margin-notes" ref={frame} aria-hidden="true">
      {groups.map(({ index, showsRole }, position) => {
        const quote = quotes[index];
        return (
          <button
            type="button"
            key={index}
            class="margin-note"
            tabIndex={-1}
            dir="auto"
            style={{
              '--hue': speakerColour(colours.byQuote.get(index) ?? 0),
              top: `${tops[position] ?? 0}px`,
            }}
            onClick={() => onSelect(index)}
          >
            <span class="margin-note__name" data-probable={quote !== undefined && isProbable(quote)}>
              {quote && getQuoteSpeakerLabel(t, quote)}
            </span>
            {showsRole && quote?.role && <span class="margin-note__role">{quote.role}</span>}
          </button>
        );
      })}
    </div>
  );
}

/** Returns the quotes that get a note, by index, and whether the note gives the speaker's role. */
function chooseNotes(
  quotes: readonly Quote[],
  quoteElements: Map<number, HTMLElement[]>,
): { index: number; showsRole: boolean }[] {
  const seenNames = new Set<string>();
  let group = -1;
  return [...quoteElements.keys()].flatMap((index) => {
    const quote = quotes[index];
    if (quote === undefined || quote.group === group) return [];
    group = quote.group;
    // The role is given in the first note of a name, if the attribution is certain.
    const name = isProbable(quote) ? '' : (quote.resolvedSpeaker ?? '');
    const showsRole = !seenNames.has(name);
    seenNames.add(name);
    return [{ index, showsRole }];
  });
}
