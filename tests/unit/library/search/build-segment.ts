/** Segments built the plain way, to compare with. */
import { type NewSegment, SegmentWriter } from '../../../../utils/library/search/search-segment.ts';
import { splitWords } from '../../../../utils/library/search/split-words.ts';
import {
  getLengthNorm,
  getPostingWeight,
  type SearchableArticle,
  visitTexts,
} from '../../../../utils/library/search/weigh-terms.ts';

/** An article. `doc` numbers ascend within a segment. */
interface SegmentDoc {
  doc: number;
  articleId: string;
  terms: Map<string, number>;
}

export function buildSegment(articles: readonly SegmentDoc[], level = 0): NewSegment {
  const writer = new SegmentWriter();
  for (const term of [...new Set(articles.flatMap(({ terms }) => [...terms.keys()]))].sort()) {
    writer.begin(term);
    articles.forEach(({ terms }, local) => {
      const weight = terms.get(term);
      if (weight !== undefined) writer.add(local, weight);
    });
  }
  return writer.finish(
    level,
    articles.map(({ doc }) => doc),
    articles.map(({ articleId }) => articleId),
  );
}

/**
 * Terms of an article with their weights.
 *
 * @returns folded term -> 1–255
 */
export function weighTerms(article: SearchableArticle): Map<string, number> {
  const counts = new Map<string, number>();
  visitTexts(article, (text, boost, prefix) => {
    splitWords(text, (term) => counts.set(prefix + term, (counts.get(prefix + term) ?? 0) + boost));
  });
  const norm = getLengthNorm(article.wordCount);
  for (const [term, count] of counts) counts.set(term, getPostingWeight(count, norm));
  return counts;
}
