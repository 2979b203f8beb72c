/**
 * The words of the interface as translators edit them, `locales/<code>.json`, and as browsers read them,
 * `_locales/<code>/messages.json` in the build.
 *
 * A file maps keys to sentences. A sentence that is counted has one form for each plural category of its language.
 * `{name}` stands for what is filled in. English may say more about a key under `@key`.
 */

/** A sentence for each plural category of the language (CLDR: zero, one, two, few, many, other). */
export type PluralForms = Readonly<Record<string, string>>;

export type Locale = Readonly<Record<string, string | PluralForms>>;

/** What a browser reads: named placeholders are filled from `$1` to `$9`. */
export type BrowserMessages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Names of the placeholders of a sentence, each once, in order. */
export function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/**
 * The order in which code gives the values of a sentence: the count first where it is counted, the others as they
 * come in English.
 */
export function substitutionOrder(english: string | PluralForms): string[] {
  if (typeof english === 'string') return placeholdersOf(english);
  const names = Object.values(english).flatMap(placeholdersOf);
  return [...new Set(['count', ...names])];
}

/** Keys that stand for sentences, without English notes about them. */
export function sentenceKeys(locale: Locale): string[] {
  return Object.keys(locale).filter((key) => !key.startsWith('@'));
}

function toBrowserMessage(sentence: string, order: readonly string[]): BrowserMessages[string] {
  const used = placeholdersOf(sentence);
  const message = sentence.replace(PLACEHOLDER, (_, name: string) => `$${name.toUpperCase()}$`);
  if (used.length === 0) return { message };
  const placeholders = used.map((name) => [name, { content: `$${order.indexOf(name) + 1}` }] as const);
  return { message, placeholders: Object.fromEntries(placeholders) };
}

/** A language's words as browsers read them; a plural form has the key `<key>_<category>`. */
export function toBrowserMessages(locale: Locale, english: Locale): BrowserMessages {
  const messages: BrowserMessages = {};
  for (const key of sentenceKeys(locale)) {
    const own = locale[key] ?? '';
    const order = substitutionOrder(english[key] ?? own);
    if (typeof own === 'string') messages[key] = toBrowserMessage(own, order);
    else
      for (const [category, form] of Object.entries(own))
        messages[`${key}_${category}`] = toBrowserMessage(form, order);
  }
  return messages;
}
