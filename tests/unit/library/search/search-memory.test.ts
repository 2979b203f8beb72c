import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchMemory } from '../../../../utils/library/search/search-memory.ts';
import { LONG } from '../../../long.ts';
import { freshLibrary } from '../fresh-library.ts';
import { buildSegment } from './build-segment.ts';

type Terms = Record<string, number>;

/** What one document is worth to a term that was typed. */
function worth(terms: Terms, typed: string): number {
  const all = Object.entries(terms).filter(([term]) => term.startsWith(typed));
  return Math.max(
    0,
    ...all.map(([term, weight]) =>
      Math.fround(weight * (term === typed ? 1 : (0.8 * typed.length) / term.length)),
    ),
  );
}

/** Every document looked at, everything sorted. */
function rankPlainly(docs: readonly Terms[], query: readonly string[]): string[] {
  const worths = docs.map((terms) => query.map((typed) => worth(terms, typed)));
  const idf = query.map((_, i) => {
    const count = worths.filter((each) => (each[i] ?? 0) > 0).length;
    return Math.log(1 + (docs.length - count + 0.5) / (count + 0.5));
  });
  return worths
    .map((each, doc) => ({ doc, each, score: each.reduce((sum, one, i) => sum + one * (idf[i] ?? 0), 0) }))
    .filter(({ each }) => each.every((one) => one > 0))
    .sort((a, b) => b.score - a.score || b.doc - a.doc)
    .map(({ doc }) => `${doc}`);
}

/** Words that begin alike, long and short, and weights where the longer word wins now and then. */
const word = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b'), minLength: 1, maxLength: 9 });
const weight = fc.oneof(fc.constantFrom(1, 130, 180, 220, 255), fc.integer({ min: 1, max: 255 }));
const documents = fc.array(fc.dictionary(word, weight, { maxKeys: 12 }), { minLength: 1, maxLength: 40 });

describe('the index in memory', () => {
  it('ranks as a look at every article would, letter by letter, in however many pieces it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.integer({ min: 1, max: 8 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Number.POSITIVE_INFINITY)),
        async (docs, pieces, words, limit) => {
          const db = freshLibrary();
          for (let piece = 0; piece < pieces; piece += 1) {
            const articles = docs
              .map((terms, doc) => ({ doc, articleId: `${doc}`, terms: new Map(Object.entries(terms)) }))
              .filter(({ doc }) => doc % pieces === piece);
            await db.segments.add(buildSegment(articles));
          }
          const memory = new SearchMemory(db);
          await memory.refresh();
          const typed = words.join(' ');
          for (let length = 1; length <= typed.length; length += 1) {
            const query = [...new Set(typed.slice(0, length).trim().split(' '))];
            const expected = rankPlainly(docs, query);
            const { top, total } = memory.rank(query, { limit, forgiving: false });
            expect(top.map(({ articleId }) => articleId)).toEqual(expected.slice(0, limit));
            expect(total).toBe(expected.length);
          }
          db.close();
        },
      ),
      { numRuns: LONG ? 40 : 8 },
    );
  });
});
