import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases, foldText, matchPhrases } from '../../../utils/clutter/phrases/match-phrases.ts';
import { CUES } from '../../../utils/clutter/phrases/phrase-book.ts';
import { mayContainPhrase } from '../../../utils/clutter/phrases/phrase-sieve.ts';
import { SITES } from '../../../utils/languages/sites.ts';
import { LONG } from '../../long.ts';

const BOOKS = Object.values(SITES).map(({ begging }) => begging);
const INDEX = compilePhrases(CUES, BOOKS);
const PHRASES = BOOKS.flatMap((book) =>
  CUES.flatMap((cue) => book[cue].map((phrase) => phrase.replace(/[\^$]/g, '').replace(/[*…]/g, ' '))),
);

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
        if (matchPhrases(foldText(text), INDEX) !== 0) expect(mayContainPhrase(text, INDEX.sieve)).toBe(true);
      }),
      { numRuns: LONG ? 5000 : 500 },
    );
  });

  it('holds back texts that have none', () => {
    const { sieve } = compilePhrases(['ask'], [{ ask: ['sign up', 'newsletter*', 'get … inbox'] }]);
    for (const text of ['The tide turns at noon.', 'A sign up there', 'Der Kutter lief aus.', '12', ''])
      expect(mayContainPhrase(text, sieve), text).toBe(text === 'A sign up there');
    expect(mayContainPhrase('A sign. Upstairs, nets', sieve)).toBe(false);
  });
});
