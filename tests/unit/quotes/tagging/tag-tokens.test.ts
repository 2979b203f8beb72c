import { beforeAll, describe, expect, test } from 'vitest';
import { loadTaggerOf } from '../../../../utils/quotes/tagging/load-tagger.ts';
import { tagText } from './tag-text.ts';

const LANGUAGES = ['cs', 'da', 'de', 'en', 'es', 'fr', 'it', 'nl', 'no', 'pl', 'pt', 'ru', 'sv', 'tr', 'uk'];

beforeAll(async () => {
  for (const language of LANGUAGES) expect(await loadTaggerOf(language)).toBe(true);
});

test('Bokmål and Nynorsk have one tagger; an unknown language has none', async () => {
  expect(await loadTaggerOf('nb-NO')).toBe(true);
  expect(await loadTaggerOf('nn')).toBe(true);
  expect(await loadTaggerOf('xx')).toBe(false);
  expect(await loadTaggerOf('constructor')).toBe(false);
});

describe('any text can be tagged', () => {
  test.each([
    ['nothing', ''],
    ['marks', '… — !? ((( ]]]'],
    ['scripts', '漢字 かな العربية हिन्दी ไทย ‮עברית‬ 𐐀𐐁 \ud800'],
    ['one long word', 'a'.repeat(10_000)],
    ['combining marks', 'e\u0301'.repeat(1000)],
  ])('%s', (_, text) => {
    for (const language of LANGUAGES)
      for (const { nominal } of tagText(text, language)) expect(nominal).toBeGreaterThanOrEqual(0);
  });
});
