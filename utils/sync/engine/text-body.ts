/** An article's text as a file in the remote store: markup, plain text, and the extracted quotes. */
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
  /** The version of the engine that extracted the quotes. If not set, they must be extracted again. */
  quotesVersion?: number;
}

/** The content of the file; null if the article has no text. Must run inside the caller's transaction. */
export async function textJson(db: LibraryDb, article: ArticleRow): Promise<string | null> {
  const content = await db.contents.get(article.id);
  if (content === undefined || !article.hasText) return null;
  const quotes = (await readQuotes(db, article.id)).map(({ articleId: _, ...quote }) => quote);
  const { html, text } = content;
  return JSON.stringify({ html, text, quotes, quotesVersion: article.quotesVersion ?? null });
}

const BODY = v.object({
  html: CONTENT_SCHEMA.entries.html,
  text: CONTENT_SCHEMA.entries.text,
  quotes: v.pipe(v.array(v.unknown()), v.maxLength(COUNT_LIMITS.quotes)),
  quotesVersion: v.fallback(v.nullable(v.number()), null),
});

/** Parses a text file, and drops invalid quotes. @throws TypeError if it is not a text file */
function parseTextFile(json: string): TextBody {
  const read = v.safeParse(BODY, JSON.parse(json));
  if (!read.success) throw new TypeError('not a text');
  const { html, text, quotes, quotesVersion } = read.output;
  const good = quotes.flatMap((quote) => {
    const whole = v.safeParse(QUOTE_SCHEMA, { ...(quote as object), articleId: 'article' });
    if (!whole.success) return [];
    const { start, end, text: words } = whole.output;
    return text.slice(start, end) === words ? [whole.output as SavedQuote] : [];
  });
  const isWhole = good.length === quotes.length && quotesVersion !== null;
  return { html, text, quotes: good, ...(isWhole ? { quotesVersion } : {}) };
}

/**
 * Each device sanitises what it saves. Markup that does not look sanitised is not trusted, and there may be no DOM here
 * to clean it, so only the plain text is used.
 */
function plainHtml(text: string): string {
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
}

/**
 * @returns null if the file is missing or unreadable, and should be requested again later; `unavailable` if the server
 *   can't deliver it now
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
