import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases, foldText, matchPhrases } from '../../../utils/clutter/phrases/match-phrases.ts';
import { CUES } from '../../../utils/clutter/phrases/phrase-book.ts';
import { mayHavePhrase } from '../../../utils/clutter/phrases/phrase-sieve.ts';
import { LANGUAGES } from '../../../utils/languages/registry.ts';
import { itLong, LONG } from '../../long.ts';

const BOOKS = Object.values(LANGUAGES).map(({ begging }) => begging);
const INDEX = compilePhrases(CUES, BOOKS);
const PHRASES = BOOKS.flatMap((book) =>
  CUES.flatMap((cue) => book[cue].map((phrase) => phrase.replace(/[\^$]/g, '').replace(/[*…]/g, ' '))),
);

/** What folding has to answer, in one step for texts of all kinds. */
const foldWhole = (text: string): string => {
  const letters = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '');
  const words = letters
    .replace(/[.!?¡¿:;|•·»«"“”„()\n–—…]+/g, ' | ')
    .replace(/[^a-z0-9|+/\u0080-\u1fff\u2c00-\ud7ff\uf900-\ufdff]+/g, ' ');
  const parted = words.trim();
  return parted === '' ? '|  |' : `| ${parted} |`.replace(/\|[ |]+\|/g, '|');
};

itLong('folds texts in Latin letters as it folds all others', () => {
  const latin = fc.string({
    unit: fc.constantFrom(...'aZ9 É.ßøŁ–žÿ«×ªİeäọ\u0301\u0323\u00ad\u200b\u00a0\u2000\u20ac|+/\n'.split('')),
  });
  fc.assert(fc.property(latin, (text) => foldText(text) === foldWhole(text)));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text) === foldWhole(text)));
});

describe('the sieve before the phrases', () => {
  it('holds back no text that has a phrase, whatever stands around and within it', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ' ', '. ', '«', '¡', '—', '\u00ad'),
    );
    const dressed = fc
      .tuple(fc.constantFrom(...PHRASES), fc.constantFrom('same', 'upper', 'soft', 'marks'))
      .map(([phrase, how]) => {
        if (how === 'upper') return phrase.toUpperCase();
        if (how === 'soft') return [...phrase].join('\u00ad');
        return how === 'marks' ? phrase.normalize('NFD') : phrase;
      });
    fc.assert(
      fc.property(noise, dressed, noise, (before, phrase, after) => {
        const text = `${before} ${phrase} ${after}`;
        if (matchPhrases(foldText(text), INDEX) !== 0) expect(mayHavePhrase(text, INDEX.sieve)).toBe(true);
      }),
      { numRuns: LONG ? 5000 : 500 },
    );
  });

  it('holds back texts that have none', () => {
    const { sieve } = compilePhrases(['ask'], [{ ask: ['sign up', 'newsletter*', 'get … inbox'] }]);
    for (const text of ['The tide turns at noon.', 'A sign up there', 'Der Kutter lief aus.', '12', ''])
      expect(mayHavePhrase(text, sieve), text).toBe(text === 'A sign up there');
    expect(mayHavePhrase('A sign. Upstairs, nets', sieve)).toBe(false);
  });

  it('finds a phrase in every language by its words alone', () => {
    for (const phrase of PHRASES) expect(mayHavePhrase(phrase, INDEX.sieve), phrase).toBe(true);
  });
});
