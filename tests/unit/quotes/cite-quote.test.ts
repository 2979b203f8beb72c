import { describe, expect, test } from 'vitest';
import { type CitedArticle, citeQuote } from '../../../utils/quotes/cite-quote.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const text = '“The pier [is] closed,” Lindqvist said on Tuesday.';
const quote: Quote = {
  text: 'The pier [is] closed',
  start: 1,
  end: 21,
  group: 0,
  speaker: 'Lindqvist',
  resolvedSpeaker: 'Mara Lindqvist',
  role: 'mayor of Ellery',
  cue: 'said',
  via: null,
  evidence: 'cue',
  confidence: 0.9,
  key: 0.5,
};
const article: CitedArticle = {
  url: 'https://ellery-post.example/pier?from=front',
  canonicalUrl: 'https://ellery-post.example/pier',
  title: 'Pier closed (again)',
  siteName: 'Ellery Post',
  publishedAt: '2025-03-04T22:30:00Z',
  lang: 'en-GB',
  text,
};

describe('copying a quote with its source', () => {
  test('plain', () => {
    expect(citeQuote(quote, article, 'plain')).toBe(
      '“The pier [is] closed” — Mara Lindqvist, mayor of Ellery\nPier closed (again), Ellery Post, 4 March 2025\nhttps://ellery-post.example/pier#:~:text=The%20pier%20%5Bis%5D%20closed',
    );
  });

  test('markdown keeps brackets from ending the link', () => {
    const cited = citeQuote(
      quote,
      { ...article, canonicalUrl: 'https://ellery-post.example/pier_(old)' },
      'markdown',
    );
    expect(cited).toContain('> “The pier \\[is\\] closed”');
    expect(cited).toContain('(https://ellery-post.example/pier_%28old%29#:~:text=');
  });

  test('uses the marks of the language', () => {
    expect(citeQuote(quote, { ...article, lang: 'de' }, 'plain')).toMatch(/^„The pier \[is\] closed“/);
    expect(citeQuote(quote, { ...article, lang: 'uk' }, 'plain')).toMatch(/^«The pier \[is\] closed»/);
    expect(citeQuote(quote, { ...article, lang: 'fr-CA' }, 'plain')).toMatch(/^«\u202FThe pier/);
  });

  test('leaves out what is not known', () => {
    const bare = citeQuote(
      { ...quote, speaker: null, resolvedSpeaker: null, role: null },
      { ...article, siteName: null, publishedAt: 'someday', lang: 'not a tag!' },
      'plain',
    );
    expect(bare.split('\n').slice(0, 2)).toEqual(['“The pier [is] closed”', 'Pier closed (again)']);
  });
});
