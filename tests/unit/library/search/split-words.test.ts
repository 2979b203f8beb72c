import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../../utils/library/search/fold-text.ts';
import { splitWords } from '../../../../utils/library/search/split-words.ts';
import { LONG } from '../../../long.ts';

type Term = [term: string, start: number, end: number];

function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  splitWords(text, (...term) => terms.push(term));
  return terms;
}

/** What a word is, in one expression: slower, and not how it is done. Of scripts with spaces only. */
function bySpelling(text: string): Term[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }): Term[] => {
    const term = normaliseText(word).slice(0, 40);
    return term === '' ? [] : [[term, index, index + word.length]];
  });
}

describe('the words of a text', () => {
  it('are runs of letters, digits and marks, each at its place', () => {
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

  it('are all found that begin with some letters, however those are spelt, when only they are asked for', () => {
    const letters = fc.constantFrom(...'aAbBéÉÅåßøzZ9 ́’Ａ①', 'Ёж', 'לא', '王 ', ' ', ' ');
    const initials = fc.string({ unit: fc.constantFrom(...'abz9s'), maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), initials, (text, wanted) => {
        const begins = ([term]: Term): boolean => [...wanted].some((letter) => term.startsWith(letter));
        const found: Term[] = [];
        splitWords(text, (...term) => found.push(term), wanted);
        expect(found.filter(begins)).toEqual(termsOf(text).filter(begins));
      }),
      { numRuns: LONG ? 500 : 60 },
    );
  });

  it('are Arabic ones without their article, also before a word of other letters', () => {
    expect(termsOf('الميناء الـBBC وال')).toEqual([
      ['ميناء', 0, 7],
      ['bbc', 8, 14],
      ['وال', 15, 18],
    ]);
  });

  it('are pairs of neighbours where a script has no spaces', () => {
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
});
