import { createStrings, type ReadMessage, type Strings } from '../../../../components/strings.ts';
import messages from '../../../../public/_locales/en/messages.json';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Reads a language's messages as a browser does: named placeholders hold `$1` to `$9`. */
export function readMessages(all: Record<string, Message>): ReadMessage {
  return (key, substitutions) => {
    const entry = all[key];
    if (entry === undefined) return '';
    return entry.message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (_, index: string) => substitutions[Number(index) - 1] ?? '');
    });
  };
}

export const readEnglish = readMessages(messages);

export const english: Strings = createStrings(readEnglish, 'en-GB');
