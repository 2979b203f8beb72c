import { updatedDate } from '../../utils/article/updated-date.ts';
import type { SaidIn, Statement } from '../../utils/library/view-types.ts';
import { findInText, markRanges } from '../quotes/find-in-text.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';

interface Props {
  statement: Statement;
  /** Words to be marked. */
  words: string;
  hrefOf: (articleId: string, quote: number) => string;
}

/** One statement in its fullest wording, and on demand where the same words stand besides. */
export function StatementItem({ statement: { fullest, also, firstAt }, words, hrefOf }: Props) {
  const { t, count, locale } = useStrings();
  const { quote, article } = fullest;
  const firstDate = formatDate(firstAt, locale);
  const source = ({ quote, article }: SaidIn, updated = updatedDate(article)) => (
    <DotList
      class="kicker"
      facts={[
        <a key="article" href={hrefOf(article.id, quote.index)}>
          {markRanges(article.title || t('untitled'), findInText(article.title, words))}
        </a>,
        <SourceName key="source" siteName={article.siteName} host={article.host} />,
        formatDate(quote.saidAt, locale),
        updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
      ]}
    />
  );
  return (
    <li class="person__quote">
      <div class="person__said">
        <blockquote dir={article.dir} lang={article.lang ?? undefined}>
          <span class="verbatim">{markRanges(quote.text, findInText(quote.text, words))}</span>
        </blockquote>
      </div>
      {source(fullest)}
      {firstDate !== formatDate(quote.saidAt, locale) && (
        <p class="person__also">{t('personFirst', firstDate)}</p>
      )}
      {also.length > 0 && (
        <details class="person__also">
          <summary>{count('elsewhere', also.length)}</summary>
          <ol>
            {also.map((one) => (
              <li key={one.article.id}>{source(one)}</li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
