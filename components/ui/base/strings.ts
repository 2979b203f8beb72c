import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type english from '../../../locales/en.json';
import { type Direction, directionOfLanguage, isolateWords } from '../../../utils/text/text-direction.ts';

type English = typeof english;

/** The keys of `locales/en.json` for messages without plural forms. */
export type MessageKey = {
  [K in keyof English]: K extends `@${string}` ? never : English[K] extends string ? K : never;
}[keyof English];

/** The keys of messages with plural forms. */
export type PluralKey = {
  [K in keyof English]: English[K] extends string ? never : K;
}[keyof English];

/** Reads a message and inserts the substitutions; `''` for an unknown key. */
export type ReadMessage = (key: string, substitutions: string[]) => string;

/** The interface's messages and number formats. */
export interface Strings {
  /** The message of a key, with its substitutions in order. */
  t(key: MessageKey, ...substitutions: string[]): string;
  /** A message in the right plural form. The formatted count is the first substitution. */
  count(key: PluralKey, count: number, ...more: string[]): string;
  /** The message of a key built at run time, or null if there is none. */
  find(key: string): string | null;
  /** Formats a fraction as a percentage: 0.75 → “75%”. “0%” only for 0, “100%” only for 1. */
  percent(fraction: number): string;
  number(value: number): string;
  /** Formats a list as the language does: “a and b”. */
  list(names: readonly string[]): string;
  /** BCP 47 tag for dates and numbers. */
  locale: string;
  /**
   * The writing direction of the messages' language. The browser's `@@bidi_dir` is that of its own language, which
   * may differ.
   */
  direction: Direction;
}

/**
 * Creates the interface's messages and formats.
 *
 * @param readMessage source of the messages: the browser in the product, JSON in tests
 * @param uiLocale the browser's language, used for dates and numbers if the messages are in it too
 */
export function createStrings(readMessage: ReadMessage, uiLocale: string): Strings {
  const language = readMessage('localeTag', []) || 'en';
  const locale = uiLocale.toLowerCase().split('-')[0] === language.split('-')[0] ? uiLocale : language;
  const direction = directionOfLanguage(language);
  const apart = (words: readonly string[]): string[] => words.map((word) => isolateWords(word, direction));
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    locale,
    direction,
    t: (key, ...substitutions) => readMessage(key, apart(substitutions)) || key,
    count(key, count, ...more) {
      const substitutions = [numbers.format(count), ...apart(more)];
      return (
        readMessage(`${key}_${plurals.select(count)}`, substitutions) ||
        readMessage(`${key}_other`, substitutions) ||
        key
      );
    },
    find: (key) => readMessage(key, []) || null,
    percent(fraction) {
      const whole = Math.round(fraction * 100);
      if (whole === 0 && fraction > 0) return percents.format(0.01);
      if (whole === 100 && fraction < 1) return percents.format(0.99);
      return percents.format(whole / 100);
    },
    number: (value) => numbers.format(value),
    list: (names) => (names.length > 1 ? lists.format(apart(names)) : names.join('')),
  };
}

export const StringsContext = createContext<Strings>(createStrings(() => '', 'en'));

/** The interface's messages, inside a component. */
export function useStrings(): Strings {
  return useContext(StringsContext);
}
