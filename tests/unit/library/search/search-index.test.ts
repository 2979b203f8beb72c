import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegment as build } from '../../../../utils/library/search/build-segment.ts';
import { equalsWithTypos, findPrefix, findWithTypos } from '../../../../utils/library/search/find-terms.ts';
import { normaliseText } from '../../../../utils/library/search/fold-text.ts';
import { SearchMemory } from '../../../../utils/library/search/search-memory.ts';
import { splitWords } from '../../../../utils/library/search/split-words.ts';
import type { SearchableArticle } from '../../../../utils/library/search/weigh-terms.ts';
import { LONG } from '../../../long.ts';
import { freshLibrary } from '../fresh-library.ts';
import { buildSegment, weighTerms } from './build-segment.ts';

/** Words of few letters, so that many are alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ц'), minLength: 1, maxLength: 12 });

/** As in a segment: each once, in order. */
const dictionary = fc.uniqueArray(word, { maxLength: 150 }).map((words) => words.sort());

it('finding terms in a dictionary finds with a typo what a comparison with every term finds', () =>
  fc.assert(
    fc.property(dictionary, word, (terms, wanted) => {
      const found = findWithTypos(terms, wanted).map(({ term }) => terms[term]);
      expect(found).toEqual(terms.filter((term) => equalsWithTypos(wanted, term)));
    }),
    { numRuns: LONG ? 1000 : 100 },
  ));

it('finding terms in a dictionary finds by its beginning what a comparison with every term finds', () =>
  fc.assert(
    fc.property(dictionary, word, (terms, wanted) => {
      const found = findPrefix(terms, wanted).flatMap(({ from, to }) => terms.slice(from, to));
      expect(found).toEqual(terms.filter((term) => term.startsWith(wanted)));
    }),
  ));

describe('search memory', () => {
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

  it('the index in memory ranks as a look at every article would, letter by letter, in however many pieces it is', async () =>
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
            const { top, total } = memory.rank(query, { limit, isFuzzy: false });
            expect(top.map(({ articleId }) => articleId)).toEqual(expected.slice(0, limit));
            expect(total).toBe(expected.length);
          }
          db.close();
        },
      ),
      { numRuns: LONG ? 40 : 8 },
    ));
});

const WORDS = [
  ...'harbour Harbour HARBOUR Fluß fluss été ete łódź Ёлки 再び開く 港 قالَ 𝔘𝔫𝔦 2026 a'.split(' '),
  ...['constantinopolitan-ish', '\u0301', '—', 'x'.repeat(60), 'ไทย'],
];

const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme' })), {
  maxLength: 30,
});
const article: fc.Arbitrary<SearchableArticle> = fc.record({
  title: text.map((words) => words.join(' ')),
  byline: fc.option(fc.constantFrom(...WORDS)),
  siteName: fc.option(fc.constantFrom(...WORDS)),
  lang: fc.option(fc.constantFrom('uk', 'pt-BR', 'zz', '“', 'klingon (?)')),
  excerpt: fc.option(fc.constantFrom(...WORDS)),
  text: text.map((words) => words.join(' ')),
  wordCount: fc.integer({ min: 0, max: 3000 }),
  quotes: fc.array(
    fc.record({
      text: fc.constantFrom(...WORDS),
      resolvedSpeaker: fc.option(fc.constantFrom(...WORDS)),
      role: fc.option(fc.constantFrom(...WORDS)),
    }),
    { maxLength: 4 },
  ),
  notes: fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }),
});

it('builds a segment as it is built term by term', () =>
  fc.assert(
    fc.property(fc.array(article, { maxLength: 5 }), (group) => {
      const docs = group.map((one, i) => ({
        doc: i + 3,
        articleId: `article ${i}`,
        terms: weighTerms(one),
      }));
      const articles = group.map((one, i) => ({ doc: i + 3, articleId: `article ${i}`, article: one }));
      expect(build(articles, 2)).toEqual(buildSegment(docs, 2));
    }),
    { numRuns: LONG ? 240 : 60 },
  ));

type Term = [term: string, start: number, end: number];

function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  splitWords(text, (...term) => terms.push(term));
  return terms;
}

/** What a word is, in one expression: slower, and not how it is done. Of scripts with spaces only. */
const bySpelling = (text: string): Term[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }): Term[] => {
    const term = normaliseText(word).slice(0, 40);
    return term === '' ? [] : [[term, index, index + word.length]];
  });

it('the words of a text are runs of letters, digits and marks, each at its place', () => {
  const letters = fc.constantFrom(
    ...'aZ9éßøЖЇ עברית ñ\u0301’-.,“”\u00a0\ud800𝒜😀\u{1e900}ǆ',
    // Whole, so that no Arabic article comes about, which is no part of the term.
    'سَلام',
    'Internationalisierung',
    '\udc00',
    ' ',
  );
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
      expect(termsOf(text)).toEqual(bySpelling(text));
    }),
  );
});

it('the words of a text are Arabic ones without their article, also before a word of other letters', () =>
  expect(termsOf('الميناء الـBBC وال')).toEqual([
    ['ميناء', 0, 7],
    ['bbc', 8, 14],
    ['وال', 15, 18],
  ]));

it('the words of a text are pairs of neighbours where a script has no spaces', () => {
  expect(termsOf('in 東京都 (ไทย)')).toEqual([
    ['in', 0, 2],
    ['東京', 3, 5],
    ['京都', 4, 6],
    ['都', 5, 6],
    ['ไท', 8, 10],
    ['ทย', 9, 11],
    ['ย', 10, 11],
  ]);
  expect(termsOf('iPhoneを2台')).toEqual([
    ['iphone', 0, 6],
    ['を', 6, 7],
    ['2', 7, 8],
    ['台', 8, 9],
  ]);
});
