import { useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { clickInFocused, moveFocus } from '../ui/base/move-focus.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useLazy } from '../ui/hooks/use-lazy.ts';
import { usePlaceMark } from '../ui/hooks/use-place-mark.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { QuoteCard } from './QuoteCard.tsx';
import { assignHues } from './voices.ts';

/** What the screens need of an article and its quotes. */
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
> & { quotes: readonly Quote[]; voices: readonly Voice[] };

export const SHOWN = 3;
/** Characters of a quote in the popup: about five lines. */
export const LIMIT = 220;
/** The leading quote is set larger. */
export const LEAD_LIMIT = 170;

interface Props {
  article: QuotedArticle;
  onJump: (index: number) => Promise<boolean>;
  onMark: (index: number | null) => void;
  onCopy: (index: number) => Promise<boolean>;
}

/** The key quotes of the page. Arrow keys go from one to the next. */
export function KeyQuotes({ article, onJump, onMark, onCopy }: Props) {
  const { t, number } = useStrings();
  const announce = useAnnounce();
  const mark = usePlaceMark(onMark);
  const list = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const WhySpeaker = useLazy(asked !== null, async () => (await import('./WhySpeaker.tsx')).WhySpeaker);
  const askedQuote = asked === null ? undefined : article.quotes[asked];
  const chosen = useMemo(() => chooseKeyQuotes(article.quotes, SHOWN), [article.quotes]);
  const hues = useMemo(() => assignHues(article.voices), [article.voices]);
  useShortcuts({
    ArrowDown: () => moveFocus(list.current, '.quote__jump', 1),
    ArrowUp: () => moveFocus(list.current, '.quote__jump', -1),
    j: () => moveFocus(list.current, '.quote__jump', 1),
    k: () => moveFocus(list.current, '.quote__jump', -1),
    c: () => clickInFocused('.quote', '.copy-button'),
  });
  const jump = async (index: number): Promise<void> => {
    // Before the answer: the pointer may leave meanwhile.
    mark.settle(index);
    const found = await onJump(index);
    if (!found) mark.settle(null);
    announce(t(found ? 'jumpedAnnounce' : 'jumpNotFound'));
  };
  if (chosen.length === 0) return <p class="note note--quiet">{t('popupNoQuotes')}</p>;
  return (
    <section class="key-quotes" aria-labelledby="key-quotes-title">
      <div class="section-head">
        <h2 id="key-quotes-title">{t('popupKeyQuotes')}</h2>
        {article.quotes.length > chosen.length && (
          <span class="kicker">
            {t('popupKeyQuotesOf', number(chosen.length), number(article.quotes.length))}
          </span>
        )}
      </div>
      <ol class="quote-list quote-list--led" ref={list}>
        {chosen.map((index, position) => {
          const quote = article.quotes[index];
          if (quote === undefined) return null;
          return (
            <li key={`${quote.start}`}>
              <QuoteCard
                quote={quote}
                hue={hues.ofQuote.get(index) ?? 0}
                lang={article.lang}
                dir={article.dir}
                limit={position === 0 ? LEAD_LIMIT : LIMIT}
                onJump={() => void jump(index)}
                onCopy={() => onCopy(index)}
                onWhy={() => setAsked(index)}
                onHover={(inside) => mark.point(index, inside)}
              />
            </li>
          );
        })}
      </ol>
      {askedQuote !== undefined && WhySpeaker !== null && (
        <WhySpeaker quote={askedQuote} article={article} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
