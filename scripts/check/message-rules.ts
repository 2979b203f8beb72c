import { type Locale, type PluralForms, placeholdersOf, sentenceKeys } from '../build/to-browser-messages.ts';

/** Maximum length of an extension's description in both stores and browsers, in characters. */
const MAX_DESCRIPTION_LENGTH = 132;

/** Names that are not translated. */
const UNTRANSLATED = ['extensionName', 'appName'];

/** Integers that distinguish plural rules; all known rules repeat by 100 or begin at a million. */
const SAMPLES = [...Array.from({ length: 201 }, (_, number) => number), 1_000_000];

/** Categories that contain a single integer, so that the sentence may omit the number ("the other one"). */
function exactCategories(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Map<string, number>();
  for (const number of SAMPLES) {
    const category = rules.select(number);
    numbers.set(category, (numbers.get(category) ?? 0) + 1);
  }
  return new Set([...numbers].filter(([, amount]) => amount === 1).map(([category]) => category));
}

function checkSentence(own: string, wanted: readonly string[], mayDropCount: boolean): string[] {
  if (own.trim() === '') return ['is empty'];
  const used = placeholdersOf(own);
  const problems = used
    .filter((name) => !wanted.includes(name))
    .map((name) => `uses {${name}}, which English does not`);
  for (const name of wanted)
    if (!used.includes(name) && !(mayDropCount && name === 'count')) problems.push(`lacks {${name}}`);
  // Chromium does not load an extension with a message that contains a `$` without a placeholder.
  if (own.includes('$')) problems.push('has a $, which browsers take for a placeholder');
  return problems;
}

function checkForms(own: PluralForms, source: PluralForms, language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const exact = exactCategories(language);
  const wanted = placeholdersOf(source.other ?? '');
  return [
    ...pluralCategories
      .filter((category) => own[category] === undefined)
      .map((category) => `lacks the form “${category}”`),
    ...Object.entries(own).flatMap(([category, form]) =>
      pluralCategories.includes(category as Intl.LDMLPluralRule)
        ? checkSentence(form, wanted, exact.has(category)).map((problem) => `(${category}) ${problem}`)
        : [`has the form “${category}”, which the language does not have`],
    ),
  ];
}

function checkEntry(
  own: Locale[string] | undefined,
  source: Locale[string] | undefined,
  language: string,
): string[] {
  if (own === undefined) return ['is missing'];
  if (source === undefined) return ['is not in English'];
  if (typeof source === 'string')
    return typeof own === 'string'
      ? checkSentence(own, placeholdersOf(source), false)
      : ['has plural forms, which English does not have'];
  return typeof own === 'string' ? ['has no plural forms'] : checkForms(own, source, language);
}

/**
 * Compares the messages of a language with those of English: the same keys, a form for each plural category of the
 * language in sentences with a count, the same placeholders, no empty messages.
 *
 * @param code the name of the file, `pt_BR` for Brazilian Portuguese
 * @returns one sentence for each problem
 */
export function checkLocale(code: string, locale: Locale, english: Locale): string[] {
  const language = code.replace('_', '-');
  const problems: string[] = [];
  const say = (key: string, what: string): number => problems.push(`${code}: ${key} ${what}`);
  for (const key of new Set([...sentenceKeys(english), ...sentenceKeys(locale)])) {
    for (const problem of checkEntry(locale[key], english[key], language)) say(key, problem);
    if (UNTRANSLATED.includes(key) && locale[key] !== undefined && locale[key] !== english[key])
      say(key, 'is a name and stays as it is');
  }
  for (const note of Object.keys(locale).filter((key) => key.startsWith('@'))) {
    if (locale !== english) say(note, 'is a note, which only English has');
    else if (english[note.slice(1)] === undefined) say(note, 'is a note on a key that is not there');
  }
  if (locale.localeTag !== undefined && locale.localeTag !== language)
    say('localeTag', `is not “${language}”`);
  const { length } = (locale.extensionDescription ?? '') as string;
  if (length > MAX_DESCRIPTION_LENGTH)
    say('extensionDescription', `has ${length} of ${MAX_DESCRIPTION_LENGTH} characters`);
  return problems;
}
