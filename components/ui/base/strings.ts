import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type english from '../../../locales/en.json';
import { type Direction, directionOfLanguage, isolateText } from '../../../utils/text/text-direction.ts';

type English = typeof english;

/** The keys of `locales/en.json` for messages without plural forms. */
export type MessageKey = {
  [K in keyof English]: K extends `@${string}` ? never : English[K] extends string ? K : never;
}[keyof English];

/** The keys of messages with plural forms. */
export type PluralKey = {
  [K in keyof English]: English[K] extends string ? never : K;
}[keyof English];

/** Returns a message with the substitutions inserted, or `''` for an unknown key. */
export type ReadMessage = (key: string, substitutions: string[]) => string;

/** The messages of the UI, and formats that depend on the language. */
export interface Strings {
  /** Returns a message with its substitutions inserted in order. */
  t(key: MessageKey, ...substitutions: string[]): string;
  /** Returns a message in the plural form for a count. The formatted count is the first substitution. */
  count(key: PluralKey, count: number, ...more: string[]): string;
  /** Returns the message of a key that is built at run time, or null if there is none. */
  find(key: string): string | null;
  /** Formats a fraction as a percentage: 0.75 → “75%”. “0%” only for 0, “100%” only for 1. */
  formatPercent(fraction: number): string;
  formatNumber(value: number): string;
  /** Formats a list with the conjunction of the language: “a and b”. */
  formatList(names: readonly string[]): string;
  /** BCP 47 tag for dates and numbers. */
  locale: string;
  /**
   * The writing direction of the messages' language. `@@bidi_dir` is the direction of the browser's language, which may
   * differ.
   */
  direction: Direction;
}

/**
 * Creates the messages and formats of the UI.
 *
 * @param readMessage the source of the messages: `browser.i18n` in the product, JSON in tests
 * @param uiLocale the browser's locale; used for dates and numbers if the messages are in the same language
 */
export function createStrings(readMessage: ReadMessage, uiLocale: string): Strings {
  const language = readMessage('localeTag', []) || 'en';
  const locale = uiLocale.toLowerCase().split('-')[0] === language.split('-')[0] ? uiLocale : language;
  const direction = directionOfLanguage(language);
  const isolate = (words: readonly string[]): string[] => words.map((word) => isolateText(word, direction));
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    locale,
    direction,
    t: (key, ...substitutions) => readMessage(key, isolate(substitutions)) || key,
    count(key, count, ...more) {
      const substitutions = [numbers.format(count), ...isolate(more)];
      return (
        readMessage(`${key}_${plurals.select(count)}`, substitutions) ||
        readMessage(`${key}_other`, substitutions) ||
        key
      );
    },
    find: (key) => readMessage(key, []) || null,
    formatPercent(fraction) {
      const whole = Math.round(fraction * 100);
      if (whole === 0 && fraction > 0) return percents.format(0.01);
      if (whole === 100 && fraction < 1) return percents.format(0.99);
      return percents.format(whole / 100);
    },
    formatNumber: (value) => numbers.format(value),
    formatList: (names) => (names.length > 1 ? lists.format(isolate(names)) : names.join('')),
  };
}

export const StringsContext = createContext<Strings>(createStrings(() => '', 'en'));

/** Returns the messages and formats of the UI. */
export function useStrings(): Strings {
  return useContext(StringsContext);
}
