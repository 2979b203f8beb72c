/** The library: `import { quotePage, quoteText } from 'offprint-quotes'`; see docs/cli.md. */
import * as answer from './answer.ts';
import { languageFilesIn } from './language-files.ts';

export type Answer = answer.QuotedArticle;

const FILES = languageFilesIn(new URL('./', import.meta.url));

/** Like `quotePage` in `answer.ts`; the address is optional. */
export const quotePage = (
  source: string | Uint8Array,
  { url = null }: { url?: string | null } = {},
): Promise<Answer> => answer.quotePage(source, url, FILES);

/** Like `quoteText` in `answer.ts`; the language is optional. */
export const quoteText = (text: string, { lang = null }: { lang?: string | null } = {}): Promise<Answer> =>
  answer.quoteText(text, lang, FILES);
