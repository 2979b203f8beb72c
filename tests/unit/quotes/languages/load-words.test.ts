import { afterEach, expect, it, vi } from 'vitest';
import { writeWords } from '../../../../scripts/build/words.ts';
import { quoting as german } from '../../../../utils/languages/de/quoting.ts';
import { quoting as norwegian } from '../../../../utils/languages/no/quoting.ts';
import { loadWords } from '../../../../utils/quotes/languages/load-words.ts';
import { getLexicon, isLanguageRegistered } from '../../../../utils/quotes/model/lexicon.ts';

// @apart: no other test may have met a language before.

afterEach(() => vi.restoreAllMocks());

it('learns the words of a language when it is first met, from the file that the build makes', async () => {
  const files = new Map(writeWords().map(({ relativeDest, contents }) => [relativeDest, contents]));
  const read = vi.fn(async (code: string) => JSON.parse(files.get(`words/${code}.json`) ?? ''));
  expect(getLexicon('de-AT').isCue('sagte')).toBe(false);
  await loadWords('de-AT', read);
  await loadWords('de', read);
  expect(read).toHaveBeenCalledTimes(1);
  expect(getLexicon('de-AT').isCue('sagte')).toBe(true);
  // With what no file can hold.
  expect(getLexicon('de').data.findOmittedSubject).toBeTypeOf('function');
  expect(JSON.parse(files.get('words/de.json') ?? '')).toEqual(german);
});

it('needs none for English, and knows none of a language that has no folder', async () => {
  const read = vi.fn(async () => norwegian);
  for (const code of ['en', 'en-GB', 'xx', '', 'constructor', 'ja']) await loadWords(code, read);
  expect(read).not.toHaveBeenCalled();
});

it('says what can’t be read, and tries again', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await loadWords('nb', () => Promise.reject(new Error('gone')));
  expect(String(warn.mock.lastCall?.[0])).toContain('no words for no');
  expect(isLanguageRegistered('no')).toBe(false);
  await loadWords('nb', async () => norwegian);
  expect(isLanguageRegistered('no')).toBe(true);
});
