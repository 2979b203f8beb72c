/** The package's API: `import { quotePage, quoteText } from 'offprint-quotes'`; see docs/cli.md. */

import { openLanguageFiles } from './language-files.ts';
import * as quoting from './quote-page.ts';

export type Answer = quoting.QuotedArticle;

const FILES = openLanguageFiles(new URL('./', import.meta.url));

/** Like `quotePage` in `quote-page.ts`; the URL is optional. */
export const quotePage = (
  source: string | Uint8Array,
  { url = null }: { url?: string | null } = {},
): Promise<Answer> => quoting.quotePage(source, url, FILES);

/** Like `quoteText` in `quote-page.ts`; the language is optional. */
export const quoteText = (text: string, { lang = null }: { lang?: string | null } = {}): Promise<Answer> =>
  quoting.quoteText(text, lang, FILES);
