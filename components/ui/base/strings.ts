import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type english from '../../../locales/en.json';
import { type Direction, directionOfLanguage, isolateWords } from '../../../utils/text/text-direction.ts';

type English = typeof english;

/** Every sentence of the interface that is not counted, by its key in `locales/en.json`. */
export type MessageKey = {
  [K in keyof English]: K extends `@${string}` ? never : English[K] extends string ? K : never;
}[keyof English];

/** Every sentence with one form for each plural category of its language. */
export type PluralKey = {
  [K in keyof English]: English[K] extends string ? never : K;
}[keyof English];

/** Looks one message up and puts the substitutions in; `''` for an unknown key. */
export type ReadMessage = (key: string, substitutions: string[]) => string;

/** The interface's words and its way of writing figures. */
export interface Strings {
  /** The sentence of a key, with its substitutions in order. */
  t(key: MessageKey, ...substitutions: string[]): string;
  /** A counted sentence in the right plural form. The count, written for the language, is the first substitution. */
  count(key: PluralKey, count: number, ...more: string[]): string;
  /** The sentence of a key that is put together at run time, or null where there is none. */
  find(key: string): string | null;
  /** A fraction of 1 as per cent: 0.75 → "75%". Never "0%" for something, nor "100%" for less than all. */
  percent(fraction: number): string;
  number(value: number): string;
  /** Names in a row, as the language joins them: "a and b". */
  list(names: readonly string[]): string;
  /** BCP 47 tag for dates and figures. */
  locale: string;
  /**
   * Which way the language's lines run. The browser's own `@@bidi_dir` is its own language's, which need not be among
   * those that the sentences are written in.
   */
  direction: Direction;
}

/**
 * Builds the interface's words over a source of messages.
 *
 * @param readMessage where messages come from; the browser in the product, the JSON itself in tests
 * @param uiLocale what the browser speaks; used for dates and figures where it is the messages' language too
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

/** The interface's words, inside a component. */
export function useStrings(): Strings {
  return useContext(StringsContext);
}
