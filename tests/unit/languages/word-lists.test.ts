import { expect, it } from 'vitest';
import { NAME_WORDS } from '../../../utils/clutter/find/name-words.ts';
import { everywhere } from '../../../utils/languages/everywhere.ts';
import { femaleGivenNames, maleGivenNames, sharedGivenNames } from '../../../utils/languages/given-names.ts';
import { LANGUAGE_CODES } from '../../../utils/languages/language-code.ts';
import { QUOTING } from '../../../utils/languages/quoting.ts';
import { SITES } from '../../../utils/languages/sites.ts';
import { TEXTS } from '../../../utils/languages/texts.ts';

interface WordList {
  lang: string;
  name: string;
  entries: readonly string[];
}

function listsOf(lang: string, part: string, book: object): WordList[] {
  return Object.entries(book)
    .filter(([, value]) => Array.isArray(value))
    .map(([key, entries]) => ({ lang, name: `${part}.${key}`, entries }));
}

const QUOTING_LISTS = LANGUAGE_CODES.flatMap((code) => listsOf(code, 'quoting', QUOTING[code]));
const LISTS: WordList[] = [
  ...QUOTING_LISTS,
  ...LANGUAGE_CODES.flatMap((code) => [
    { lang: code, name: 'commonWords', entries: TEXTS[code].commonWords },
    ...listsOf(code, 'begging', SITES[code].begging),
    ...listsOf(code, 'boilerplate', SITES[code].boilerplate),
  ]),
  ...listsOf('en', 'everywhere', everywhere),
  ...listsOf('en', 'nameWords', NAME_WORDS),
  { lang: 'en', name: 'maleGivenNames', entries: maleGivenNames },
  { lang: 'en', name: 'femaleGivenNames', entries: femaleGivenNames },
  ...listsOf('en', 'shared', sharedGivenNames),
];
/** Entries of several words, tried in the order in which they stand; every other list is looked up word by word. */
const OF_PHRASES = /\.sourcePhrases$/;

it.each(LISTS)(
  '$lang $name holds something, nothing twice, in composed letters (NFC), with no space that does not part words',
  ({ entries }) => {
    expect(entries).not.toEqual([]);
    expect(entries.filter((entry, i) => entries.indexOf(entry) !== i)).toEqual([]);
    const isWellWritten = (entry: string): boolean =>
      entry !== '' && entry === entry.normalize('NFC') && entry === entry.trim().replace(/\s+/g, ' ');
    expect(entries.filter((entry) => !isWellWritten(entry))).toEqual([]);
  },
);

it.each(LISTS.filter(({ name }) => !OF_PHRASES.test(name)))(
  '$lang $name is sorted as its language sorts',
  ({ lang, entries }) => {
    const { compare } = new Intl.Collator(lang);
    expect(entries).toEqual([...entries].sort(compare));
  },
);

it.each(LANGUAGE_CODES)('%s has no word in a list that another one implies', (code) => {
  const words = QUOTING[code];
  const titles = [...words.maleTitles, ...words.femaleTitles];
  expect(words.titles.filter((word) => titles.includes(word))).toEqual([]);
  const nouns = [...words.malePersonNouns, ...words.femalePersonNouns, ...words.groupNouns];
  expect(words.personNouns.filter((word) => nouns.includes(word))).toEqual([]);
  expect(words.maleGivenNames?.filter((name) => maleGivenNames.includes(name)) ?? []).toEqual([]);
  expect(words.femaleGivenNames?.filter((name) => femaleGivenNames.includes(name)) ?? []).toEqual([]);
});

it.each(QUOTING_LISTS)('$lang $name is made of whole words in lower case', ({ name, entries }) => {
  const words = OF_PHRASES.test(name) ? /^[\p{L}\p{M}'’. -]+$/u : /^[\p{L}\p{M}'’.-]+$/u;
  expect(entries.filter((entry) => entry !== entry.toLowerCase() || !words.test(entry))).toEqual([]);
});
