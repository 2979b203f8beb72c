import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SegmentBuilder } from '../../../../utils/library/search/segment-book.ts';
import type { SearchableArticle } from '../../../../utils/library/search/weigh-terms.ts';
import { itLong, LONG } from '../../../long.ts';
import { buildSegment, weighTerms } from './build-segment.ts';

const WORDS = [
  'harbour',
  'Harbour',
  'HARBOUR',
  'Fluß',
  'fluss',
  'été',
  'ete',
  'łódź',
  'Ёлки',
  '再び開く',
  '港',
  'قالَ',
  '𝔘𝔫𝔦',
  '2026',
  'a',
  'constantinopolitan-ish',
  '́',
  '—',
  'x'.repeat(60),
  'ไทย',
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

it('builds one segment after the other, each as if it were built alone', () => {
  fc.assert(
    fc.property(fc.array(fc.array(article, { maxLength: 5 }), { maxLength: 4 }), (groups) => {
      const book = new SegmentBuilder();
      for (const group of groups) {
        const docs = group.map((one, i) => ({
          doc: i + 3,
          articleId: `article ${i}`,
          terms: weighTerms(one),
        }));
        for (const [i, one] of group.entries()) book.add(i + 3, `article ${i}`, one);
        expect(book.finish(2)).toEqual(buildSegment(docs, 2));
      }
    }),
    { numRuns: LONG ? 60 : 15 },
  );
});

itLong('knows ever more words', () => {
  const book = new SegmentBuilder();
  const words = Array.from({ length: 70_000 }, (_, i) => `w${i.toString(36)}`);
  for (let round = 0; round < 2; round += 1) {
    const many = {
      title: '',
      byline: null,
      siteName: null,
      lang: null,
      excerpt: null,
      wordCount: 1,
      quotes: [],
    };
    book.add(1, 'many', { ...many, text: words.join(' ') });
    expect(book.finish(2).terms.split('\n')).toHaveLength(words.length + 1);
  }
});
