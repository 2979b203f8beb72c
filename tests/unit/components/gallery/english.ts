import { createStrings, type Strings } from '../../../../components/strings.ts';
import messages from '../../../../public/_locales/en/messages.json';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Reads messages as a browser does: named placeholders hold `$1` to `$9`. */
export function readEnglish(key: string, substitutions: string[]): string {
  const entry = (messages as Record<string, Message>)[key];
  if (entry === undefined) return '';
  return entry.message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/g, (_, index: string) => substitutions[Number(index) - 1] ?? '');
  });
}

export const english: Strings = createStrings(readEnglish, 'en-GB');
