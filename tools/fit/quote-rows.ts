import { FEW } from '../../utils/quotes/extract/choose-quotes.ts';
import { findSpans } from '../../utils/quotes/extract/find-spans.ts';
import { readQuoteRow } from '../../utils/quotes/extract/quote-features.ts';
import { readArticle } from '../../utils/quotes/model/article-model.ts';
import { lexiconFor } from '../../utils/quotes/model/lexicon.ts';
import type { ArticleModel } from '../../utils/quotes/model/types.ts';
import type { LabelledArticle } from './quote-corpus.ts';
import type { SaidArticle } from './said-corpus.ts';

/** A span with what the truth says of it. */
export interface QuoteRow {
  corpus: string;
  article: string;
  source: string;
  lang: string;
  span: number;
  row: number[];
  right: boolean;
  weight: number;
  /** Words in it are few. */
  short: boolean;
}

const shared = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Attributed fragments are quotes too, but readers are less sure of them. */
const FRAGMENT = 0.5;

export function corpusRows(
  articles: readonly LabelledArticle[],
  corpus: string,
  lang: string,
  weight: number,
): QuoteRow[] {
  return articles.flatMap(({ id, model, labels }) =>
    labels.flatMap((label, span) => {
      if (label === 'unknown') return [];
      const row = readQuoteRow(model, span);
      const right = label !== 'no-quote';
      return [
        {
          corpus,
          article: id,
          source: `${corpus} ${id.split('_')[0] ?? ''}`,
          lang,
          span,
          row,
          right,
          weight: label === 'fragment' ? weight * FRAGMENT : weight,
          short: (row[0] ?? 0) < FEW,
        },
      ];
    }),
  );
}

/** Spans of an article as one: the pieces of a parted utterance share what the truth says of the whole. */
function wholeOf(model: ArticleModel, span: number): { start: number; end: number } {
  const own = model.spans[span];
  if (!own) return { start: 0, end: 0 };
  if (own.utterance === undefined) return own;
  const pieces = model.spans.filter(({ utterance }) => utterance === own.utterance);
  return { start: pieces[0]?.start ?? own.start, end: pieces.at(-1)?.end ?? own.end };
}

/**
 * @param wordless reads the article as one in a language without words, so that such languages learn from all others
 */
export function saidRows(article: SaidArticle, weight: number, wordless = false): QuoteRow[] {
  const lexicon = lexiconFor('und');
  const model = wordless
    ? readArticle(article.text, findSpans(article.text, lexicon), lexicon)
    : article.model;
  return model.spans.flatMap((_, span) => {
    const whole = wholeOf(model, span);
    const over = article.quotes.filter((quote) => shared(quote, whole) > 0);
    const same = over.filter(
      (quote) => shared(quote, whole) > 0.8 * Math.max(quote.end - quote.start, whole.end - whole.start),
    );
    const speech = same.some(({ kind }) => kind === 'speech');
    if (!speech && over.some(({ kind }) => kind !== 'other')) return [];
    const row = readQuoteRow(model, span);
    return [
      {
        corpus: wordless ? 'wordless' : 'said',
        article: article.id,
        source: article.site,
        lang: article.lang,
        span,
        row,
        right: speech,
        weight: weight * (speech && (row[0] ?? 0) < FEW ? FRAGMENT : 1),
        short: (row[0] ?? 0) < FEW,
      },
    ];
  });
}
