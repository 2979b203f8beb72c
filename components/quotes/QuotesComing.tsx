import type { Quotation } from '../../utils/quotes/types.ts';
import { cutAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { LEAD_LIMIT, LIMIT, type QuotedArticle, SHOWN } from './KeyQuotes.tsx';
import './quotes.css';

interface Props {
  article: Pick<QuotedArticle, 'lang' | 'dir'>;
  quotations: readonly Quotation[];
}

/** The look of a list of quotes; the popup sets the first one larger. */
type ListClass = 'quote-list' | 'quote-list quote-list--led';

/**
 * What is quoted, in order of the text, while it is being worked out by whom. Each name has its place, so that nothing
 * moves when it comes.
 */
export function QuotesComing({
  article,
  quotations,
  listClass = 'quote-list',
}: Props & { listClass?: ListClass }) {
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

/** The same in the popup, with room for as many as it shows. */
export function KeyQuotesComing({ article, quotations }: Props) {
  const { t } = useStrings();
  const shown = quotations.slice(0, SHOWN).map((quotation, position) => ({
    ...quotation,
    text: cutAtClause(quotation.text, position === 0 ? LEAD_LIMIT : LIMIT),
  }));
  return (
    <section class="key-quotes key-quotes--coming" aria-labelledby="key-quotes-title">
      <div class="section-head">
        <h2 id="key-quotes-title">{t('popupKeyQuotes')}</h2>
      </div>
      <QuotesComing article={article} quotations={shown} listClass="quote-list quote-list--led" />
    </section>
  );
}
