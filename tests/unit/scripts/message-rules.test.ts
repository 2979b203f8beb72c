import { describe, expect, it } from 'vitest';
import { checkLocale, expectedKeys, type Messages, pluralBase } from '../../../scripts/message-rules.ts';

const count = { count: { content: '$1' } };
const counted = { ...count, name: { content: '$2' } };

const ENGLISH: Messages = {
  localeTag: { message: 'en', description: 'BCP 47' },
  appName: { message: 'Offprint' },
  actionSave: { message: 'Save' },
  listed_one: { message: '$COUNT$ article in “$NAME$”', placeholders: counted },
  listed_other: { message: '$COUNT$ articles in “$NAME$”', placeholders: counted },
  left_one: { message: 'about a minute left', placeholders: count },
  left_other: { message: 'about $COUNT$ minutes left', placeholders: count },
};

function translate(language: string, edit: (messages: Messages) => void = () => undefined): Messages {
  const messages: Messages = {};
  for (const key of expectedKeys(ENGLISH, language)) {
    const source = ENGLISH[`${pluralBase(key)}_other`] ?? ENGLISH[key] ?? { message: '' };
    messages[key] = {
      message: source.message,
      ...(source.placeholders && { placeholders: source.placeholders }),
    };
  }
  messages.localeTag = { message: language };
  edit(messages);
  return messages;
}

describe('the keys of a language', () => {
  it('are those of English, with its own plural forms', () => {
    const keys = [...expectedKeys(ENGLISH, 'uk')];
    expect(keys).toContain('actionSave');
    expect(keys.filter((key) => key.startsWith('listed'))).toEqual([
      'listed_one',
      'listed_few',
      'listed_many',
      'listed_other',
    ]);
    expect([...expectedKeys(ENGLISH, 'ar')].filter((key) => key.startsWith('left'))).toHaveLength(6);
  });

  it.each(['en', 'de', 'fr', 'uk', 'ar', 'pl', 'es'])('complete in %s are all right', (language) => {
    expect(checkLocale(language, translate(language), ENGLISH)).toEqual([]);
  });

  it('may neither lack nor be more', () => {
    const messages = translate('uk', (all) => {
      delete all.listed_few;
      delete all.actionSave;
      all.listed_two = { message: '$COUNT$ $NAME$', placeholders: counted };
      all.actionLose = { message: 'Згубити' };
    });
    expect(checkLocale('uk', messages, ENGLISH)).toEqual([
      'uk: actionSave is missing',
      'uk: listed_few is missing',
      'uk: listed_two is a plural form the language does not have',
      'uk: actionLose is not in English',
    ]);
  });
});

describe('the placeholders of a sentence', () => {
  it('are those of English, declared and in the same order', () => {
    const messages = translate('de', (all) => {
      all.listed_one = { message: '$COUNT$ Artikel', placeholders: counted };
      all.listed_other = { message: '$COUNT$ Artikel in $NAME$', placeholders: count };
      all.left_other = { message: 'noch $COUNT$ Minuten', placeholders: { count: { content: '$2' } } };
      all.actionSave = { message: 'Für 5 $ speichern' };
    });
    expect(checkLocale('de', messages, ENGLISH)).toEqual([
      'de: actionSave has a $ that belongs to no placeholder',
      'de: listed_one lacks $name$',
      'de: listed_other uses $name$ without declaring it',
      'de: left_other fills $count$ with another value',
    ]);
  });

  it('may be written in any case, as browsers read them', () => {
    const messages = translate('de', (all) => {
      all.left_other = { message: 'noch $count$ Minuten', placeholders: { COUNT: { content: '$1' } } };
    });
    expect(checkLocale('de', messages, ENGLISH)).toEqual([]);
  });

  it('may leave out the figure only where the plural form stands for one number', () => {
    const without = (language: string, category: string): string[] =>
      checkLocale(
        language,
        translate(language, (all) => {
          all[`left_${category}`] = { message: '…', placeholders: count };
        }),
        ENGLISH,
      );
    expect(without('ar', 'zero')).toEqual([]);
    expect(without('ar', 'two')).toEqual([]);
    expect(without('pl', 'one')).toEqual([]);
    // One is also 21, 31 … in Ukrainian, and nought in French.
    expect(without('uk', 'one')).toEqual(['uk: left_one lacks $count$']);
    expect(without('fr', 'one')).toEqual(['fr: left_one lacks $count$']);
    expect(without('ar', 'few')).toEqual(['ar: left_few lacks $count$']);
  });
});

it('finds what is empty, renamed, described twice or too long', () => {
  const messages = translate('fr', (all) => {
    all.actionSave = { message: ' ', description: 'A button.' };
    all.appName = { message: 'Tiré à part' };
    all.localeTag = { message: 'de' };
    all.extensionDescription = { message: 'x'.repeat(133) };
  });
  const english = { ...ENGLISH, extensionDescription: { message: 'Short.' } };
  expect(checkLocale('fr', messages, english)).toEqual([
    'fr: appName is a name and stays as it is',
    'fr: actionSave is empty',
    'fr: actionSave has a description, which only English has',
    'fr: localeTag is not “fr”',
    'fr: extensionDescription has 133 of 132 characters',
  ]);
});

it('takes the folder’s way of writing a region', () => {
  const messages = translate('pt-BR');
  expect(checkLocale('pt_BR', messages, ENGLISH)).toEqual([]);
});
