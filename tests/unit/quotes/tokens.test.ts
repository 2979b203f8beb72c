import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../../utils/languages/language-code.ts';
import { endOfToken, kindAt, SPACE } from '../../../utils/quotes/model/tokens.ts';
import { findSubjectOfVerb } from '../../../utils/quotes/tagging/find-subject-of-verb.ts';
import { taggerFor } from '../../../utils/quotes/tagging/known-taggers.ts';
import { LONG } from '../../long.ts';
import { tagText } from './tagging/tag-text.ts';

/** The same as a pattern, which says it shortly and takes long to get ready. */
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’&\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:[-‑]\p{L}+)*[\p{L}%]*|\.\.\.|…|-{2,3}|[^\s\p{L}\p{N}]/gu;

function scan(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    const kind = kindAt(text, at);
    end = kind === SPACE ? at + 1 : endOfToken(text, at, text.length, kind);
    if (kind !== SPACE) tokens.push(text.slice(at, end));
  }
  return tokens;
}

const letters = [..."aZéžßжЇ’'‑-.&,:%5٣²Ⅷ…—“ \u00a0\u0301橋ｱ𝒜😀\ud800\ufeff×÷ǀ҂҃"];

test('the same tokens as the pattern has in texts full of what joins and parts words', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 40 }), (list) => {
      const text = list.join('');
      expect(scan(text)).toEqual(text.match(TOKEN) ?? []);
    }),
    { numRuns: LONG ? 5000 : 200 },
  ));

test('the same tokens as the pattern has for every single character', () => {
  for (let code = 0; code < 0x10000; code++) {
    const text = String.fromCharCode(code);
    if (scan(text).length !== (text.match(TOKEN) ?? []).length) expect.fail(code.toString(16));
  }
});

describe('find subject of verb', () => {
  /** The words of the likeliest subject of a verb; null where none is likeliest. */
  function subjectOf(text: string, verb: string, language: string): string | null {
    const tokens = tagText(text, language);
    const at = tokens.findIndex((token) => token.text === verb);
    const [best] = findSubjectOfVerb(tokens, at, taggerFor(language)?.subjects ?? new Map());
    if (!best?.candidate) return null;
    const { first, last } = best.candidate;
    return tokens
      .slice(first, last + 1)
      .map((token) => token.text)
      .join(' ');
  }

  test.each([
    ['de', 'Der Hafenmeister erklärt den Plan.', 'erklärt', 'Hafenmeister'],
    ['de', 'Den Plan erklärt der Hafenmeister.', 'erklärt', 'Hafenmeister'],
    ['es', 'La alcaldesa presentó el plan del puerto.', 'presentó', 'alcaldesa'],
    ['fr', 'La directrice présente le rapport.', 'présente', 'directrice'],
    ['it', 'La sindaca presenta il piano.', 'presenta', 'sindaca'],
    ['pl', 'Burmistrz przedstawił plan.', 'przedstawił', 'Burmistrz'],
    ['uk', 'Міністр сказав це у понеділок.', 'сказав', 'Міністр'],
  ])('the subject of a verb: %s: %s', (language, text, verb, subject) =>
    expect(subjectOf(text, verb, language)).toBe(subject),
  );

  test('the subject of a verb may be left out', () =>
    expect(subjectOf('Presentó el plan en el puerto.', 'Presentó', 'es')).toBeNull());

  test('the subject of a verb probabilities add up to 1, also without any word', () => {
    const tokens = tagText('Kommt!', 'de');
    const sum = findSubjectOfVerb(tokens, 0, new Map()).reduce((all, one) => all + one.probability, 0);
    expect(sum).toBeCloseTo(1);
    expect(findSubjectOfVerb([], 0, new Map())).toEqual([{ candidate: null, probability: 1 }]);
  });
});

describe('tag tokens', () => {
  test('every language has a tagger; Bokmål and Nynorsk have one; an unknown language has none', () => {
    for (const language of LANGUAGE_CODES) expect(taggerFor(language), language).toBeDefined();
    expect(taggerFor('nb-NO')).toBe(taggerFor('no'));
    expect(taggerFor('nn')).toBe(taggerFor('no'));
    expect(taggerFor('xx')).toBeUndefined();
    expect(taggerFor('constructor')).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['marks', '… — !? ((( ]]]'],
    ['scripts', '漢字 かな العربية हिन्दी ไทย ‮עברית‬ 𐐀𐐁 \ud800'],
    ['one long word', 'a'.repeat(10_000)],
    ['combining marks', 'e\u0301'.repeat(1000)],
  ])('any text can be tagged: %s', (_, text) => {
    for (const language of LANGUAGE_CODES)
      for (const { nominal } of tagText(text, language)) expect(nominal).toBeGreaterThanOrEqual(0);
  });
});
