import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createStrings } from '../../../components/strings.ts';
import messages from '../../../public/_locales/en/messages.json';
import { english, readEnglish } from './gallery/english.ts';

it('counts in the plural form of the language', () => {
  expect(english.count('quoteCount', 1)).toBe('1 quote');
  expect(english.count('quoteCount', 1204)).toBe('1,204 quotes');
  expect(english.count('quoteCount', 0)).toBe('0 quotes');
});

it('puts names with dollar signs in as they are', () => {
  expect(english.t('asToldBy', 'A$AP $1')).toBe('as told by A$AP $1');
});

it('does not say 0% of something, nor 100% of less than all', () => {
  expect(english.percent(0.001)).toBe('1%');
  expect(english.percent(0.999)).toBe('99%');
  expect(english.percent(0)).toBe('0%');
  expect(english.percent(1)).toBe('100%');
});

it('writes dates for the reader’s region, but only in the language of the sentences', () => {
  expect(createStrings(readEnglish, 'en-AU').locale).toBe('en-AU');
  expect(createStrings(readEnglish, 'de').locale).toBe('en');
});

it('has no sentence that nothing uses', () => {
  const root = new URL('../../../', import.meta.url);
  const sources = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  );
  const code = `${sources.join('\n')}\n${readFileSync(new URL('wxt.config.ts', root), 'utf8')}`;
  // Keys that are put together: by a code that stands in the source as a string of its own.
  const families = [
    'why',
    'clutter',
    'kind',
    'kindHint',
    'perm',
    'saveError',
    'readerImage',
    'query',
    'ruleFile',
    'highlightColour',
    'importWhy',
    'importFormat',
    'transferError',
    'exportFormat',
  ];
  const unused = Object.keys(messages).filter((key) => {
    if (families.some((family) => key.startsWith(`${family}_`))) return false;
    const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
    const forms = [`'${key}'`, `"${key}"`, `'${base}'`, `__MSG_${key}__`];
    return !forms.some((form) => code.includes(form));
  });
  expect(unused).toEqual([]);
});

it('has a sentence for every reason to hide something', () => {
  const folder = new URL('../../../utils/clutter/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const table = read('describe-finding.ts').split('};')[0] ?? '';
  const reasons = [
    ...[...table.matchAll(/: '(\w+)',$/gm)].map((match) => match[1]),
    ...[...read('find-extras.ts').matchAll(/reason: '(\w+)'/g)].map((match) => match[1]),
  ];
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.filter((reason) => english.find(`clutter_${reason}`) === null)).toEqual([]);
});
