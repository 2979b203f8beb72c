/** The text of an article as a file in the remote store: markup, plain text, and extracted quotes. */
import * as v from 'valibot';
import { isSanitised } from '../../article/html/is-sanitised.ts';
import { escapeHtml } from '../../article/html/write-html.ts';
import { readQuotes } from '../../library/articles/article-parts.ts';
import { CONTENT_SCHEMA, QUOTE_SCHEMA } from '../../library/restore/article-schemas.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ArticleRow, SavedQuote } from '../../library/types.ts';
import { COUNT_LIMITS } from '../../text/limits.ts';
import { openText } from '../format/content-file.ts';
import { contentFileName } from '../format/remote-layout.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { Engine } from './engine.ts';
import { getOptionalFile, isFileUnavailable, MAX_BYTES } from './remote-files.ts';

export interface TextBody {
  html: string;
  text: string;
  quotes: SavedQuote[];
  /** The version of the quote engine that extracted the quotes. If not set, they must be extracted again. */
  quotesVersion?: number;
}

/** Serialises an article's text; null if it has none. Must run inside the caller's transaction. */
export async function readTextJson(db: LibraryDb, article: ArticleRow): Promise<string | null> {
  const content = await db.contents.get(article.id);
  if (content === undefined || !article.hasText) return null;
  const quotes = (await readQuotes(db, article.id)).map(({ articleId: _, ...quote }) => quote);
  const { html, text } = content;
  return JSON.stringify({ html, text, quotes, quotesVersion: article.quotesVersion ?? null });
}

const TEXT_FILE_SCHEMA = v.object({
  html: CONTENT_SCHEMA.entries.html,
  text: CONTENT_SCHEMA.entries.text,
  quotes: v.pipe(v.array(v.unknown()), v.maxLength(COUNT_LIMITS.quotes)),
  quotesVersion: v.fallback(v.nullable(v.number()), null),
});

/** Parses a text file. Invalid quotes are dropped. @throws TypeError or SyntaxError if it is not a text file */
function parseTextFile(json: string): TextBody {
  const parsed = v.safeParse(TEXT_FILE_SCHEMA, JSON.parse(json));
  if (!parsed.success) throw new TypeError('not a text');
  const { html, text, quotes, quotesVersion } = parsed.output;
  const validQuotes = quotes.flatMap((quote) => {
    const parsedQuote = v.safeParse(QUOTE_SCHEMA, { ...(quote as object), articleId: 'article' });
    if (!parsedQuote.success) return [];
    const { start, end, text: quoteText } = parsedQuote.output;
    return text.slice(start, end) === quoteText ? [parsedQuote.output as SavedQuote] : [];
  });
  const isComplete = validQuotes.length === quotes.length && quotesVersion !== null;
  return { html, text, quotes: validQuotes, ...(isComplete ? { quotesVersion } : {}) };
}

/**
 * Converts plain text to markup. Used instead of received markup that does not look sanitised, although each device
 * sanitises the pages that it saves, because there may be no DOM here with which it could be sanitised again.
 */
function plainHtml(text: string): string {
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
}

/**
 * Fetches a text.
 *
 * @param name the file's name
 * @returns null if the file is missing or unreadable, and must be requested from other devices; `unavailable` if the
 *   server can't deliver it now
 * @throws the remote store's errors that concern more than this file
 */
export async function fetchTextFile(engine: Engine, name: string): Promise<TextBody | null | 'unavailable'> {
  try {
    const bytes = await getOptionalFile(engine, 'content', contentFileName(name), MAX_BYTES.text);
    if (bytes === null) return null;
    const body = parseTextFile(await openText(engine.key, name, bytes));
    return isSanitised(body.html) ? body : { ...body, html: plainHtml(body.text) };
  } catch (error) {
    if (!(error instanceof UnreadableFileError || error instanceof TypeError || error instanceof SyntaxError))
      throw error;
    console.warn('offprint: a text in the remote store can’t be read', error);
    return isFileUnavailable(error.cause) ? 'unavailable' : null;
  }
}
