/**
 * Converts the messages of the interface from `locales/<code>.json`, which translators edit, to
 * `_locales/<code>/messages.json` for browsers. A file maps keys to sentences. A sentence with a count has one form for
 * each plural category of its language. `{name}` is a placeholder. English may have a comment on a key under `@key`.
 */

/** A sentence for each plural category of the language (CLDR: zero, one, two, few, many, other). */
export type PluralForms = Readonly<Record<string, string>>;

export type Locale = Readonly<Record<string, string | PluralForms>>;

/** The format of browsers: named placeholders refer to `$1` to `$9`. */
export type BrowserMessages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Names of the distinct placeholders of a sentence, in order. */
export function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/**
 * The order in which code passes the values of a sentence: the count first, if there is one, then the others in the
 * order of the English sentence.
 */
export function substitutionOrder(english: string | PluralForms): string[] {
  if (typeof english === 'string') return placeholdersOf(english);
  const names = Object.values(english).flatMap(placeholdersOf);
  return [...new Set(['count', ...names])];
}

/** Keys of sentences, without English comments on them. */
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

/** Converts the messages of a language; a plural form has the key `<key>_<category>`. */
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
