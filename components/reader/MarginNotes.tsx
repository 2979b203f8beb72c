import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { type SpeakerColours, speakerColour } from '../quotes/speaker-colours.ts';
import { getQuoteSpeakerLabel } from '../quotes/speaker-labels.ts';
import { useStrings } from '../ui/base/strings.ts';
import './reader-quotes.css';

/** Space between two notes, in px. */
const GAP = 10;

interface Props {
  quotes: readonly Quote[];
  colours: SpeakerColours;
  /** The elements of each quote in the text. */
  pieces: Map<number, HTMLElement[]>;
  /** The element beside which the notes stand. */
  body: HTMLElement | null;
  onNote: (index: number) => void;
}

/**
 * The speakers, in the margin beside each quote. The role is given at the first mention only, and consecutive quotes
 * with one attribution share a note. Hidden from screen readers, which have the same information in the list of
 * speakers.
 */
export function MarginNotes({ quotes, colours, pieces, body, onNote }: Props) {
  const { t } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const groups = chooseNotes(quotes, pieces);

  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || body === null) return;
    const placeNotes = (): void => {
      const from = current.getBoundingClientRect().top;
      let free = Number.NEGATIVE_INFINITY;
      const next = groups.map(({ index }, position) => {
        const piece = pieces.get(index)?.[0];
        const wanted = piece === undefined ? 0 : (piece.getClientRects()[0]?.top ?? 0) - from;
        const top = Math.round(Math.max(wanted, free));
        free = top + (current.children[position]?.getBoundingClientRect().height ?? 0) + GAP;
        return top;
      });
      setTops((before) => (String(before) === String(next) ? before : next));
    };
    const observer = new ResizeObserver(placeNotes);
    observer.observe(body);
    // An image above the text that loads late moves the text without resizing it.
    if (current.parentElement !== null) observer.observe(current.parentElement);
    placeNotes();
    return () => observer.disconnect();
  }, [body, pieces, quotes]);

  return (
    <div class="margin-notes" ref={frame} aria-hidden="true">
      {groups.map(({ index, isFirst }, position) => {
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
            onClick={() => onNote(index)}
          >
            <span class="margin-note__name" data-probable={quote !== undefined && isProbable(quote)}>
              {quote && getQuoteSpeakerLabel(t, quote)}
            </span>
            {isFirst && quote?.role && <span class="margin-note__role">{quote.role}</span>}
          </button>
        );
      })}
    </div>
  );
}

function chooseNotes(
  quotes: readonly Quote[],
  pieces: Map<number, HTMLElement[]>,
): { index: number; isFirst: boolean }[] {
  const seenNames = new Set<string>();
  let group = -1;
  return [...pieces.keys()].flatMap((index) => {
    const quote = quotes[index];
    if (quote === undefined || quote.group === group) return [];
    group = quote.group;
    // Roles are given at the first note of a name, and only for certain names.
    const name = isProbable(quote) ? '' : (quote.resolvedSpeaker ?? '');
    const isFirst = !seenNames.has(name);
    seenNames.add(name);
    return [{ index, isFirst }];
  });
}
