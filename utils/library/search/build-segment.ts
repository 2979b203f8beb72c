import { type NewSegment, SegmentWriter } from './search-segment.ts';
import { splitWords } from './split-words.ts';
import { getLengthNorm, getPostingWeight, type SearchableArticle, visitTexts } from './weigh-terms.ts';

/** An article and the number under which it is indexed. */
export interface NumberedArticle {
  doc: number;
  articleId: string;
  article: SearchableArticle;
}

/** The terms of an article with the weights of their occurrences, added up. */
function countTerms(article: SearchableArticle): Map<string, number> {
  const counts = new Map<string, number>();
  visitTexts(article, (text, boost, prefix) => {
    splitWords(text, (term) => counts.set(prefix + term, (counts.get(prefix + term) ?? 0) + boost));
  });
  return counts;
}

/** Creates a segment. @param articles with ascending numbers */
export function buildSegment(articles: readonly NumberedArticle[], level: number): NewSegment {
  /** By term: a local document number, its weight, and so on. */
  const postings = new Map<string, number[]>();
  for (const [local, { article }] of articles.entries()) {
    const norm = getLengthNorm(article.wordCount);
    for (const [term, count] of countTerms(article)) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [local, getPostingWeight(count, norm)]);
      else list.push(local, getPostingWeight(count, norm));
    }
  }
  const writer = new SegmentWriter();
  for (const term of [...postings.keys()].sort()) {
    const entries = postings.get(term) ?? [];
    writer.begin(term);
    for (let i = 0; i < entries.length; i += 2) writer.add(entries[i] as number, entries[i + 1] as number);
  }
  return writer.finish(
    level,
    articles.map(({ doc }) => doc),
    articles.map(({ articleId }) => articleId),
  );
}
