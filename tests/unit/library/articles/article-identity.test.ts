import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, identify } from '../../../../utils/library/articles/article-identity.ts';
import { itLong } from '../../../long.ts';

describe('identity of an address', () => {
  it.each([
    ['https://www.paper.example/a/', 'http://paper.example/a'],
    ['https://paper.example/a?utm_source=x&fbclid=1#top', 'https://paper.example/a'],
    ['https://paper.example/a?b=2&a=1', 'https://paper.example/a?a=1&b=2'],
    ['https://m.paper.example/a', 'https://paper.example/a'],
    ['https://amp.paper.example/a', 'https://paper.example/a'],
    ['https://paper.example/a/amp/', 'https://paper.example/a'],
    ['https://paper.example/a.amp.html', 'https://paper.example/a.html'],
    ['https://paper.example/a?outputType=amp', 'https://paper.example/a'],
    ['https://paper.example//a', 'https://paper.example/a'],
  ])('%s is %s', (one, other) => {
    expect(identify(one)).toBe(identify(other));
  });

  it.each([
    ['https://paper.example/a', 'https://paper.example/b'],
    ['https://paper.example/a?page=1', 'https://paper.example/a?page=2'],
    ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
    ['https://paper.example/A', 'https://paper.example/a'],
    ['https://paper.example:8080/a', 'https://paper.example/a'],
    ['https://news.paper.example/a', 'https://paper.example/a'],
    ['https://paper.example/#!/a', 'https://paper.example/#!/b'],
    ['https://paper.example/camp', 'https://paper.example/c'],
  ])('%s is not %s', (one, other) => {
    expect(identify(one)).not.toBe(identify(other));
  });

  itLong('takes anything, and is its own identity', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (url) => {
          const identity = identify(url);
          expect(typeof hostOf(url)).toBe('string');
          if (/^https?:/.test(url) && URL.canParse(url))
            expect(identify(`https://${identity}`)).toBe(identity);
        },
      ),
    );
  });
});
