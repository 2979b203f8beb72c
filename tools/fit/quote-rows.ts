import { MIN_LONG_SPAN_WORDS } from '../../utils/quotes/extract/choose-quotes.ts';
import { findSpans } from '../../utils/quotes/extract/find-spans.ts';
import { readQuoteRow } from '../../utils/quotes/extract/quote-features.ts';
import { analyseArticle } from '../../utils/quotes/model/article-model.ts';
import { getLexicon } from '../../utils/quotes/model/lexicon.ts';
import type { ArticleModel } from '../../utils/quotes/model/types.ts';
import type { LabelledArticle } from './quote-corpus.ts';
import type { QuoteArticle } from './said-corpus.ts';

/** A span with its label. */
export interface QuoteRow {
  corpus: string;
  article: string;
  source: string;
  lang: string;
  span: number;
  row: number[];
  right: boolean;
  weight: number;
  /** Whether it has only a few words. */
  short: boolean;
}

const shared = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Weight of attributed fragments: they are quotes, too, but labelled less reliably. */
const FRAGMENT_WEIGHT = 0.5;

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
          weight: label === 'fragment' ? weight * FRAGMENT_WEIGHT : weight,
          short: (row[0] ?? 0) < MIN_LONG_SPAN_WORDS,
        },
      ];
    }),
  );
}

/** The whole utterance of a span: its pieces share one label. */
function wholeOf(model: ArticleModel, span: number): { start: number; end: number } {
  const own = model.spans[span];
  if (!own) return { start: 0, end: 0 };
  if (own.utterance === undefined) return own;
  const pieces = model.spans.filter(({ utterance }) => utterance === own.utterance);
  return { start: pieces[0]?.start ?? own.start, end: pieces.at(-1)?.end ?? own.end };
}

/**
 * Feature rows of an article.
 *
 * @param wordless reads the article as in an unsupported language, so that such languages benefit from all others
 */
export function saidRows(article: QuoteArticle, weight: number, wordless = false): QuoteRow[] {
  const lexicon = getLexicon('und');
  const model = wordless
    ? analyseArticle(article.text, findSpans(article.text, lexicon), lexicon)
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
        weight: weight * (speech && (row[0] ?? 0) < MIN_LONG_SPAN_WORDS ? FRAGMENT_WEIGHT : 1),
        short: (row[0] ?? 0) < MIN_LONG_SPAN_WORDS,
      },
    ];
  });
}
