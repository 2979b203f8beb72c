import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../scripts/build/to-browser-messages.ts';
import { checkLocale } from '../../../scripts/check/message-rules.ts';

const ENGLISH: Locale = {
  '@localeTag': 'BCP 47',
  localeTag: 'en',
  appName: 'Offprint',
  actionSave: 'Save',
  listed: { one: '{count} article in “{name}”', other: '{count} articles in “{name}”' },
  left: { one: 'about a minute left', other: 'about {count} minutes left' },
};

function translate(language: string, changes: Record<string, Locale[string] | undefined> = {}): Locale {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const all = Object.entries(ENGLISH)
    .filter(([key]) => !key.startsWith('@'))
    .map(([key, source]): [string, Locale[string]] => {
      if (typeof source === 'string') return [key, source];
      return [key, Object.fromEntries(pluralCategories.map((name) => [name, source.other ?? '']))];
    });
  const locale: Record<string, Locale[string] | undefined> = {
    ...Object.fromEntries(all),
    localeTag: language,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(locale).filter((entry): entry is [string, Locale[string]] => entry[1] !== undefined),
  );
}

describe('the keys of a language', () => {
  const languages = ['en', 'de', 'fr', 'uk', 'ar', 'pl', 'es', 'it', 'nl', 'ru', 'pt-BR'];

  it.each(languages)('complete in %s are all right', (language) => {
    expect(checkLocale(language.replace('-', '_'), translate(language), ENGLISH)).toEqual([]);
  });

  it('may neither lack nor be more, in plural forms either', () => {
    const { few: _, ...listed } = (translate('uk').listed ?? {}) as Record<string, string>;
    const locale = translate('uk', {
      listed: { ...listed, two: '{count} {name}' },
      left: 'ще хвилина',
      actionSave: undefined,
      actionLose: 'Згубити',
    });
    expect(checkLocale('uk', locale, ENGLISH)).toEqual([
      'uk: actionSave is missing',
      'uk: listed lacks the form “few”',
      'uk: listed has the form “two”, which the language does not have',
      'uk: left has no plural forms',
      'uk: actionLose is not in English',
    ]);
  });
});

describe('the placeholders of a sentence', () => {
  it('are those of English', () => {
    const locale = translate('de', {
      listed: { one: '{count} Artikel', other: '{count} Artikel in {namen}' },
      actionSave: 'Für 5 $ speichern',
    });
    expect(checkLocale('de', locale, ENGLISH)).toEqual([
      'de: actionSave has a $, which browsers take for a placeholder',
      'de: listed (one) lacks {name}',
      'de: listed (other) uses {namen}, which English does not',
      'de: listed (other) lacks {name}',
    ]);
  });

  it('may leave out the figure only where the plural form stands for one number', () => {
    const without = (language: string, category: string): string[] => {
      const forms = translate(language).left as Record<string, string>;
      return checkLocale(language, translate(language, { left: { ...forms, [category]: '…' } }), ENGLISH);
    };
    expect(without('ar', 'zero')).toEqual([]);
    expect(without('ar', 'two')).toEqual([]);
    expect(without('pl', 'one')).toEqual([]);
    // One is also 21, 31 … in Ukrainian, and nought in French.
    expect(without('uk', 'one')).toEqual(['uk: left (one) lacks {count}']);
    expect(without('fr', 'one')).toEqual(['fr: left (one) lacks {count}']);
    expect(without('ar', 'few')).toEqual(['ar: left (few) lacks {count}']);
  });
});

it('finds what is empty, renamed, described twice or too long', () => {
  const locale = translate('fr', {
    actionSave: ' ',
    '@actionSave': 'A button.',
    appName: 'Tiré à part',
    localeTag: 'de',
    extensionDescription: 'x'.repeat(133),
  });
  expect(checkLocale('fr', locale, { ...ENGLISH, extensionDescription: 'Short.' })).toEqual([
    'fr: appName is a name and stays as it is',
    'fr: actionSave is empty',
    'fr: @actionSave is a note, which only English has',
    'fr: localeTag is not “fr”',
    'fr: extensionDescription has 133 of 132 characters',
  ]);
});

it('takes the file’s way of writing a region', () => {
  expect(checkLocale('pt_BR', translate('pt-BR'), ENGLISH)).toEqual([]);
});
