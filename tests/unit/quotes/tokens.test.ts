import { describe, expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../../utils/languages/language-code.ts';
import { findSubjectOfVerb } from '../../../utils/quotes/tagging/find-subject-of-verb.ts';
import { getTagger } from '../../../utils/quotes/tagging/tagger-registry.ts';
import { tagText } from './tagging/tag-text.ts';

describe('find subject of verb', () => {
  /** The words of the likeliest subject of a verb; null where none is likeliest. */
  function subjectOf(text: string, verb: string, language: string): string | null {
    const tokens = tagText(text, language);
    const at = tokens.findIndex((token) => token.text === verb);
    const [best] = findSubjectOfVerb(tokens, at, getTagger(language)?.subjects ?? new Map());
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
    for (const language of LANGUAGE_CODES) expect(getTagger(language), language).toBeDefined();
    expect(getTagger('nb-NO')).toBe(getTagger('no'));
    expect(getTagger('nn')).toBe(getTagger('no'));
    expect(getTagger('xx')).toBeUndefined();
    expect(getTagger('constructor')).toBeUndefined();
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
