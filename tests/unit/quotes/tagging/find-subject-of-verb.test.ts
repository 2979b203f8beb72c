import { beforeAll, describe, expect, test } from 'vitest';
import { findSubjectOfVerb } from '../../../../utils/quotes/tagging/find-subject-of-verb.ts';
import { taggerFor } from '../../../../utils/quotes/tagging/known-taggers.ts';
import { loadTaggerOf } from '../../../../utils/quotes/tagging/load-tagger.ts';
import { tagText } from './tag-text.ts';

beforeAll(async () => {
  for (const language of ['de', 'es', 'fr', 'it', 'pl', 'uk']) await loadTaggerOf(language);
});

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

describe('the subject of a verb', () => {
  test.each([
    ['de', 'Der Hafenmeister erklärt den Plan.', 'erklärt', 'Hafenmeister'],
    ['de', 'Den Plan erklärt der Hafenmeister.', 'erklärt', 'Hafenmeister'],
    ['es', 'La alcaldesa presentó el plan del puerto.', 'presentó', 'alcaldesa'],
    ['fr', 'La directrice présente le rapport.', 'présente', 'directrice'],
    ['it', 'La sindaca presenta il piano.', 'presenta', 'sindaca'],
    ['pl', 'Burmistrz przedstawił plan.', 'przedstawił', 'Burmistrz'],
    ['uk', 'Міністр сказав це у понеділок.', 'сказав', 'Міністр'],
  ])('%s: %s', (language, text, verb, subject) => {
    expect(subjectOf(text, verb, language)).toBe(subject);
  });

  test('may be left out', () => {
    expect(subjectOf('Presentó el plan en el puerto.', 'Presentó', 'es')).toBeNull();
  });

  test('probabilities add up to 1, also without any word', () => {
    const tokens = tagText('Kommt!', 'de');
    const sum = findSubjectOfVerb(tokens, 0, new Map()).reduce((all, one) => all + one.probability, 0);
    expect(sum).toBeCloseTo(1);
    expect(findSubjectOfVerb([], 0, new Map())).toEqual([{ candidate: null, probability: 1 }]);
  });
});
