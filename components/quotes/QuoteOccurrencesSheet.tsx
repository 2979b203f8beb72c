import { useId, useMemo } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import type { QuoteInArticle } from '../../utils/library/view-types.ts';
import { compareQuotes } from '../../utils/quotes/elsewhere/compare-quotes.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { formatDate, hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { renderPiece } from './find-in-text.ts';
import { Attribution } from './QuoteCard.tsx';
import './quote-occurrences.css';

/** The open article, which contains the quote. */
export type SourceArticle = Pick<Article, 'title' | 'siteName' | 'url' | 'lang' | 'dir'>;

interface Props {
  quote: Quote;
  /** The estimated time of the quote (Unix timestamp in ms). */
  saidAt: number;
  article: SourceArticle;
  /** Occurrences of the quote in other articles; the wording may differ. */
  occurrences: readonly QuoteInArticle[];
  hrefOf: (articleId: string, quoteIndex: number) => string;
  target?: '_blank' | undefined;
  onClose: () => void;
}

/** Lists all articles that contain a quote, including the open one, by date, and marks where their wording differs. */
export function QuoteOccurrencesSheet({
  quote,
  saidAt,
  article,
  occurrences,
  hrefOf,
  target,
  onClose,
}: Props) {
  const { t, find, locale } = useStrings();
  const id = useId();
  const entries = useMemo(() => {
    const ownEntry = { saidAt, occurrence: null, comparison: null };
    const others = occurrences.map((occurrence) => ({
      saidAt: occurrence.quote.saidAt,
      occurrence,
      comparison: compareQuotes(
        { text: quote.text, speaker: quote.resolvedSpeaker },
        { text: occurrence.quote.text, speaker: occurrence.quote.resolvedSpeaker },
      ),
    }));
    return [ownEntry, ...others].sort((a, b) => a.saidAt - b.saidAt);
  }, [quote, saidAt, occurrences]);
  const hasDifferences = entries.some(({ comparison }) =>
    comparison?.pieces.some(({ kind }) => kind !== 'same'),
  );
  return (
    <Sheet title={t('elsewhereTitle')} className="elsewhere" onClose={onClose}>
      {() => (
        <>
          <ol class="elsewhere__places" aria-label={t('elsewhereTitle')}>
            {entries.map(({ occurrence, comparison }, index) => {
              const entryQuote = occurrence?.quote ?? quote;
              const source = occurrence?.article ?? { ...article, host: hostOf(article.url) };
              return (
                <li key={occurrence?.article.id ?? ''} class="elsewhere__place">
                  <DotList
                    class="kicker"
                    items={[
                      <SourceName key="source" siteName={source.siteName} host={source.host} />,
                      formatDate(occurrence?.quote.saidAt ?? saidAt, locale),
                      index === 0 && <b key="first">{t('elsewhereFirst')}</b>,
                    ]}
                  />
                  <blockquote class="elsewhere__words" lang={source.lang ?? undefined} dir={source.dir}>
                    <span class="verbatim">{comparison?.pieces.map(renderPiece) ?? quote.text}</span>
                  </blockquote>
                  <p class="elsewhere__who">
                    <Attribution quote={entryQuote} />
                  </p>
                  {occurrence === null ? (
                    <p class="elsewhere__note">{t('elsewhereThis')}</p>
                  ) : (
                    <p class="elsewhere__note" id={`${id}-${index}`}>
                      {comparison?.differences.map((kind) => find(`elsewhere_${kind}`) ?? kind).join(' · ')}
                    </p>
                  )}
                  {occurrence !== null && (
                    <a
                      class="elsewhere__title"
                      target={target}
                      dir="auto"
                      href={hrefOf(occurrence.article.id, occurrence.quote.index)}
                      aria-describedby={`${id}-${index}`}
                    >
                      {occurrence.article.title || t('untitled')}
                    </a>
                  )}
                </li>
              );
            })}
          </ol>
          {hasDifferences && <p class="note">{t('elsewhereLegend')}</p>}
        </>
      )}
    </Sheet>
  );
}
