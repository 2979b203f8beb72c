import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';
import type { Quotation, Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { isMarkedAsNew } from '../stories/OnThisStory.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { clickInFocused, moveFocus } from '../ui/base/focus.ts';
import { truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { QuoteCard } from './QuoteCard.tsx';
import { assignSpeakerColours } from './speaker-colours.ts';
import { type OnCorrect, useSpeakerSheets } from './use-speaker-sheets.tsx';
import './quotes.css';

/** The fields of an article that lists of quotes need. */
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
/** Maximum length of a quote in the popup, in characters (about five lines). */
const MAX_QUOTE_LENGTH = 220;
/** Maximum length of the first quote, which is set larger, in characters. */
const MAX_LEAD_LENGTH = 170;

export interface KeyQuotesProps {
  article: QuotedArticle;
  /** For each quote, whether no other saved article on the story contains it; absent or empty if unknown. */
  newQuotes?: readonly boolean[];
  /** Jumps to a quote in the page; resolves to false if it was not found. */
  onJump: (index: number) => Promise<boolean>;
  /** Highlights one quote in the page, or none. */
  onMark: (index: number | null) => void;
  onCopy: (index: number) => Promise<boolean>;
  /** Absent if speakers can't be corrected. */
  onCorrect?: OnCorrect;
}

/** The most important quotes of the page, for the popup. */
export function KeyQuotes(props: KeyQuotesProps) {
  const { article, newQuotes = [], onJump, onMark, onCopy } = props;
  const { t, formatNumber } = useStrings();
  const highlighting = useQuoteHighlighting(onMark);
  const list = useRef<HTMLOListElement>(null);
  const speakerSheets = useSpeakerSheets(article, props.onCorrect ?? null);
  const keyQuotes = useMemo(() => chooseKeyQuotes(article.quotes, MAX_KEY_QUOTES), [article.quotes]);
  const colours = useMemo(() => assignSpeakerColours(article.voices), [article.voices]);
  const jumpTo = useQuoteList(list, highlighting, onJump);
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
                colourIndex={colours.byQuote.get(index) ?? 0}
                lang={article.lang}
                dir={article.dir}
                maxLength={position === 0 ? MAX_LEAD_LENGTH : MAX_QUOTE_LENGTH}
                onJump={() => void jumpTo(index)}
                onCopy={() => onCopy(index)}
                onExplain={() => speakerSheets.explain(index)}
                onHover={(isInside) => highlighting.hover(index, isInside)}
                isNew={isMarkedAsNew(newQuotes, index)}
              />
            </li>
          );
        })}
      </ol>
      {speakerSheets.sheets}
    </section>
  );
}

/**
 * Registers the shortcuts of a list of quotes: the arrow keys, j and k move the focus, c copies the focused quote.
 *
 * @returns a function that jumps to a quote, highlights it and announces the result; resolves to whether it was found
 */
export function useQuoteList(
  list: RefObject<HTMLElement | null>,
  highlighting: ReturnType<typeof useQuoteHighlighting>,
  onJump: (index: number) => Promise<boolean>,
): (index: number) => Promise<boolean> {
  const { t } = useStrings();
  const announce = useAnnounce();
  const step = (by: 1 | -1) => (): void => moveFocus(list.current, '.quote__jump', by);
  const copy = (): void => clickInFocused('.quote', '.copy-button');
  useShortcuts({ ArrowDown: step(1), ArrowUp: step(-1), j: step(1), k: step(-1), c: copy });
  return async (index) => {
    // Set before the promise settles, because the pointer may leave the quote meanwhile.
    highlighting.setJumped(index);
    const isFound = await onJump(index);
    if (!isFound) highlighting.setJumped(null);
    announce(t(isFound ? 'jumpedAnnounce' : 'jumpNotFound'));
    return isFound;
  };
}

interface QuotesLoadingProps {
  article: Pick<QuotedArticle, 'lang' | 'dir'>;
  quotations: readonly Quotation[];
}

/** The classes of a list of quotes. With `--led`, the first quote is set larger. */
type ListClass = 'quote-list' | 'quote-list quote-list--led';

/**
 * The quotations of an article, in text order, while their speakers are being identified. Space is reserved for the
 * names, so that nothing moves when they appear.
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

/** Like `QuotesLoading`, but for the popup: with its heading, and limited to the number of quotes it shows. */
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
 * Highlights the hovered quote in the article. While none is hovered, highlights the last one jumped to.
 *
 * @param onMark highlights one quote in the article, or none
 */
export function useQuoteHighlighting(onMark: (index: number | null) => void) {
  const jumpedIndex = useRef<number | null>(null);
  return {
    hover: (index: number, isInside: boolean): void => {
      // Already highlighted by the jump.
      if (isInside && index === jumpedIndex.current) return;
      onMark(isInside ? index : jumpedIndex.current);
    },
    setJumped: (index: number | null): void => {
      jumpedIndex.current = index;
    },
  };
}
