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
import './elsewhere.css';

/** The article that the quote is from. */
export type SourceArticle = Pick<Article, 'title' | 'siteName' | 'url' | 'lang' | 'dir'>;

interface Props {
  quote: Quote;
  /** The best estimate of when it was said, in ms since 1970. */
  saidAt: number;
  article: SourceArticle;
  /** The same words in other articles, earliest first. */
  occurrences: readonly QuoteInArticle[];
  hrefOf: (articleId: string, quote: number) => string;
  target?: '_blank' | undefined;
  onClose: () => void;
}

/** The same words in other saved articles, in chronological order, with the differences from this one. */
export function OtherArticles({ quote, saidAt, article, occurrences, hrefOf, target, onClose }: Props) {
  const { t, find, locale } = useStrings();
  const id = useId();
  const entries = useMemo(() => {
    const ownEntry = { saidAt, place: null, compared: null };
    const others = occurrences.map((place) => ({
      saidAt: place.quote.saidAt,
      place,
      compared: compareQuotes(
        { text: quote.text, speaker: quote.resolvedSpeaker },
        { text: place.quote.text, speaker: place.quote.resolvedSpeaker },
      ),
    }));
    return [ownEntry, ...others].sort((a, b) => a.saidAt - b.saidAt);
  }, [quote, saidAt, occurrences]);
  const isMarked = entries.some(({ compared }) => compared?.pieces.some(({ kind }) => kind !== 'same'));
  return (
    <Sheet title={t('elsewhereTitle')} className="elsewhere" onClose={onClose}>
      {() => (
        <>
          <ol class="elsewhere__places" aria-label={t('elsewhereTitle')}>
            {entries.map(({ place, compared }, at) => {
              const said = place?.quote ?? quote;
              const source = place?.article ?? { ...article, host: hostOf(article.url) };
              return (
                <li key={place?.article.id ?? ''} class="elsewhere__place">
                  <DotList
                    class="kicker"
                    items={[
                      <SourceName key="source" siteName={source.siteName} host={source.host} />,
                      formatDate(place?.quote.saidAt ?? saidAt, locale),
                      at === 0 && <b key="first">{t('elsewhereFirst')}</b>,
                    ]}
                  />
                  <blockquote class="elsewhere__words" lang={source.lang ?? undefined} dir={source.dir}>
                    <span class="verbatim">{compared?.pieces.map(renderPiece) ?? quote.text}</span>
                  </blockquote>
                  <p class="elsewhere__who">
                    <Attribution quote={said} />
                  </p>
                  {place === null ? (
                    <p class="elsewhere__note">{t('elsewhereThis')}</p>
                  ) : (
                    <p class="elsewhere__note" id={`${id}-${at}`}>
                      {compared?.differences.map((kind) => find(`elsewhere_${kind}`) ?? kind).join(' · ')}
                    </p>
                  )}
                  {place !== null && (
                    <a
                      class="elsewhere__title"
                      target={target}
                      dir="auto"
                      href={hrefOf(place.article.id, place.quote.index)}
                      aria-describedby={`${id}-${at}`}
                    >
                      {place.article.title || t('untitled')}
                    </a>
                  )}
                </li>
              );
            })}
          </ol>
          {isMarked && <p class="note">{t('elsewhereLegend')}</p>}
        </>
      )}
    </Sheet>
  );
}
