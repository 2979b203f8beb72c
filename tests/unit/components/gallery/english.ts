import { createStrings, type ReadMessage, type Strings } from '../../../../components/ui/base/strings.ts';
import words from '../../../../locales/en.json';
import { type Locale, toBrowserMessages } from '../../../../scripts/build/to-browser-messages.ts';

/** Reads a language's words as a browser does: named placeholders hold `$1` to `$9`. */
export function readMessages(locale: Locale): ReadMessage {
  const all = toBrowserMessages(locale, words);
  return (key, substitutions) => {
    const entry = all[key];
    if (entry === undefined) return '';
    return entry.message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (_, index: string) => substitutions[Number(index) - 1] ?? '');
    });
  };
}

export const readEnglish = readMessages(words);

export const english: Strings = createStrings(readEnglish, 'en-GB');
