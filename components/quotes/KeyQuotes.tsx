import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';
import type { Quotation, Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { markAsNew } from '../stories/OnThisStory.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { clickInFocused, moveFocus } from '../ui/base/focus.ts';
import { truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { QuoteCard } from './QuoteCard.tsx';
import { NO_OCCURRENCES, type Occurrences, saidAtOf, useOtherArticles } from './use-other-articles.tsx';
import { type OnCorrect, useSpeakerSheets } from './use-speaker-sheets.tsx';
import { assignHues } from './voices.ts';
import './quotes.css';

/** The parts of an article that the quote views need. */
export type QuotedArticle = Pick<
  Article,
  | 'title'
  | 'siteName'
  | 'url'
  | 'byline'
  | 'publishedAt'
  | 'wordCount'
  | 'text'
  | 'lang'
  | 'dir'
  | 'isPreview'
> & { quotes: readonly Quote[]; voices: readonly QuotedSpeaker[] };

const MAX_KEY_QUOTES = 3;
/** Maximum length of a quote in the popup, in characters: about five lines. */
const MAX_QUOTE_LENGTH = 220;
/** Maximum length of the first quote, which is set larger. */
const MAX_LEAD_LENGTH = 170;

export interface KeyQuotesProps {
  article: QuotedArticle;
  /** By index of the quote, whether no other saved article on the story has it; empty if unknown. */
  newQuotes?: readonly boolean[];
  /** The same words in other saved articles; absent until known. */
  occurrences?: Occurrences | undefined;
  onJump: (index: number) => Promise<boolean>;
  onMark: (index: number | null) => void;
  onCopy: (index: number) => Promise<boolean>;
  /** Absent if speakers can't be corrected. */
  onCorrect?: OnCorrect;
}

/** The key quotes of the page. Arrow keys move between them. */
export function KeyQuotes(props: KeyQuotesProps) {
  const { article, newQuotes = [], occurrences = NO_OCCURRENCES, onJump, onMark, onCopy } = props;
  const { t, formatNumber } = useStrings();
  const mark = useQuoteMarker(onMark);
  const list = useRef<HTMLOListElement>(null);
  const speaker = useSpeakerSheets(article, props.onCorrect ?? null);
  const keyQuotes = useMemo(() => chooseKeyQuotes(article.quotes, MAX_KEY_QUOTES), [article.quotes]);
  const hues = useMemo(() => assignHues(article.voices), [article.voices]);
  const others = useOtherArticles(article, article.quotes, saidAtOf(article), occurrences, '_blank');
  const jump = useQuoteList(list, mark, onJump);
  if (keyQuotes.length === 0) return <p class="note note--quiet">{t('popupNoQuotes')}</p>;
  return (
    <section class="key-quotes" aria-labelledby="key-quotes-title">
      <div class="section-head">
        <h2 id="key-quotes-title">{t('popupKeyQuotes')}</h2>
        {article.quotes.length > keyQuotes.length && (
          <span class="kicker">
            {t('popupKeyQuotesOf', formatNumber(keyQuotes.length), formatNumber(article.quotes.length))}
          </span>
        )}
      </div>
      <ol class="quote-list quote-list--led" ref={list}>
        {keyQuotes.map((index, position) => {
          const quote = article.quotes[index];
          if (quote === undefined) return null;
          return (
            <li key={`${quote.start}`}>
              <QuoteCard
                quote={quote}
                hue={hues.ofQuote.get(index) ?? 0}
                lang={article.lang}
                dir={article.dir}
                limit={position === 0 ? MAX_LEAD_LENGTH : MAX_QUOTE_LENGTH}
                onJump={() => void jump(index)}
                onCopy={() => onCopy(index)}
                onWhy={() => speaker.explain(index)}
                onHover={(isInside) => mark.hover(index, isInside)}
                isNew={markAsNew(newQuotes, index)}
                elsewhere={others.findLine(index)}
              />
            </li>
          );
        })}
      </ol>
      {others.sheet}
      {speaker.sheets}
    </section>
  );
}

/** Arrow keys and j, k move between the quotes of a list, c copies. @returns jumps to a quote; whether it was found */
export function useQuoteList(
  list: RefObject<HTMLElement | null>,
  mark: ReturnType<typeof useQuoteMarker>,
  onJump: (index: number) => Promise<boolean>,
): (index: number) => Promise<boolean> {
  const { t } = useStrings();
  const announce = useAnnounce();
  const step = (by: 1 | -1) => (): void => moveFocus(list.current, '.quote__jump', by);
  const copy = (): void => clickInFocused('.quote', '.copy-button');
  useShortcuts({ ArrowDown: step(1), ArrowUp: step(-1), j: step(1), k: step(-1), c: copy });
  return async (index) => {
    // Before the promise settles, since the pointer may leave meanwhile.
    mark.setJumped(index);
    const isFound = await onJump(index);
    if (!isFound) mark.setJumped(null);
    announce(t(isFound ? 'jumpedAnnounce' : 'jumpNotFound'));
    return isFound;
  };
}

interface QuotesLoadingProps {
  article: Pick<QuotedArticle, 'lang' | 'dir'>;
  quotations: readonly Quotation[];
}

/** The class of a list of quotes; the popup sets the first one larger. */
type ListClass = 'quote-list' | 'quote-list quote-list--led';

/**
 * The quotations in order of the text while their speakers are being identified. Space is reserved for the names, so
 * that nothing moves when they arrive.
 */
export function QuotesLoading({
  article,
  quotations,
  listClass = 'quote-list',
}: QuotesLoadingProps & { listClass?: ListClass }) {
  return (
    <ol class={listClass} aria-busy="true">
      {quotations.map(({ start, text }) => (
        <li key={start}>
          <figure class="quote quote--coming" dir={article.dir}>
            <blockquote class="quote__words" lang={article.lang ?? undefined}>
              <span class="quote__jump">
                <span class="verbatim">{text}</span>
              </span>
            </blockquote>
            <figcaption class="quote__foot" />
          </figure>
        </li>
      ))}
    </ol>
  );
}

/** The same for the popup, limited to the number it shows. */
export function KeyQuotesLoading({ article, quotations }: QuotesLoadingProps) {
  const { t } = useStrings();
  const shown = quotations.slice(0, MAX_KEY_QUOTES).map((quotation, position) => ({
    ...quotation,
    text: truncateAtClause(quotation.text, position === 0 ? MAX_LEAD_LENGTH : MAX_QUOTE_LENGTH),
  }));
  return (
    <section class="key-quotes key-quotes--coming" aria-labelledby="key-quotes-title">
      <div class="section-head">
        <h2 id="key-quotes-title">{t('popupKeyQuotes')}</h2>
      </div>
      <QuotesLoading article={article} quotations={shown} listClass="quote-list quote-list--led" />
    </section>
  );
}

/**
 * Highlights the hovered quote in the article, and the one jumped to when the pointer leaves.
 *
 * @param onMark highlights one quote in the article, or none
 */
export function useQuoteMarker(onMark: (index: number | null) => void) {
  const jumpedIndex = useRef<number | null>(null);
  return {
    hover: (index: number, inside: boolean): void => {
      // Already highlighted by the jump.
      if (inside && index === jumpedIndex.current) return;
      onMark(inside ? index : jumpedIndex.current);
    },
    setJumped: (index: number | null): void => {
      jumpedIndex.current = index;
    },
  };
}
