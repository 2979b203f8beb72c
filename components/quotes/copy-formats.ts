import type { MessageKey } from '../ui/base/strings.ts';

/** How a quote can be put on the clipboard. */
export type CopyFormat = 'plain' | 'words' | 'markdown' | 'link' | 'apa' | 'chicago';

/** What the menu of a quote offers besides the button for the plain citation. */
export const OTHER_FORMATS: readonly (readonly [CopyFormat, MessageKey])[] = [
  ['words', 'copyWordsOnly'],
  ['link', 'copyQuoteLink'],
  ['markdown', 'copyAsMarkdown'],
  ['apa', 'copyAsApa'],
  ['chicago', 'copyAsChicago'],
];
