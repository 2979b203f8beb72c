/** An article's text as a file at the place: markup, text, and the quotes as they were found. */
import * as v from 'valibot';
import { isSanitised } from '../../article/html/is-sanitised.ts';
import { escapeHtml } from '../../article/html/write-html.ts';
import { quotesOf } from '../../library/articles/article-parts.ts';
import { CONTENT, QUOTE } from '../../library/restore/article-schemas.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ArticleRow, SavedQuote } from '../../library/types.ts';
import { COUNT_LIMITS } from '../../text/limits.ts';
import { openText } from '../format/content-file.ts';
import { fileName } from '../format/place-layout.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { Engine } from './engine-types.ts';
import { getOneOfMany, isUngiven, MOST_BYTES } from './file-limits.ts';

export interface TextBody {
  html: string;
  text: string;
  quotes: SavedQuote[];
  /** By which engine the quotes were found; absent: they are to be found anew. */
  quotesVersion?: number;
}

/** The file's text, or null where the article has none. Inside the caller's transaction. */
export async function bodyJson(db: LibraryDb, article: ArticleRow): Promise<string | null> {
  const content = await db.contents.get(article.id);
  if (content === undefined || !article.hasText) return null;
  const quotes = (await quotesOf(db, article.id)).map(({ articleId: _, ...quote }) => quote);
  const { html, text } = content;
  return JSON.stringify({ html, text, quotes, quotesVersion: article.quotesVersion ?? null });
}

const BODY = v.object({
  html: CONTENT.entries.html,
  text: CONTENT.entries.text,
  quotes: v.pipe(v.array(v.unknown()), v.maxLength(COUNT_LIMITS.quotes)),
  quotesVersion: v.fallback(v.nullable(v.number()), null),
});

/**
 * What a file holds, as far as it is as it should be.
 *
 * @throws TypeError where it is no text
 */
function readBody(json: string): TextBody {
  const read = v.safeParse(BODY, JSON.parse(json));
  if (!read.success) throw new TypeError('not a text');
  const { html, text, quotes, quotesVersion } = read.output;
  const good = quotes.flatMap((quote) => {
    const whole = v.safeParse(QUOTE, { ...(quote as object), articleId: 'article' });
    if (!whole.success) return [];
    const { start, end, text: words } = whole.output;
    return text.slice(start, end) === words ? [whole.output as SavedQuote] : [];
  });
  const isWhole = good.length === quotes.length && quotesVersion !== null;
  return { html, text, quotes: good, ...(isWhole ? { quotesVersion } : {}) };
}

/**
 * Each device sanitises what it saves. Markup that does not look so is not believed, and there may be no DOM here to
 * clean it: the text is worth having without it.
 */
function plainHtml(text: string): string {
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
}

/**
 * @returns null where the place does not have the file, or it can't be read: it is asked for again later; `ungiven` where
 *   the server can't give it now
 */
export async function fetchBody(engine: Engine, name: string): Promise<TextBody | null | 'ungiven'> {
  try {
    const bytes = await getOneOfMany(engine, 'content', fileName(name), MOST_BYTES.text);
    if (bytes === null) return null;
    const body = readBody(await openText(engine.key, name, bytes));
    return isSanitised(body.html) ? body : { ...body, html: plainHtml(body.text) };
  } catch (error) {
    if (!(error instanceof UnreadableFileError || error instanceof TypeError || error instanceof SyntaxError))
      throw error;
    console.warn('offprint: a text at the place can’t be read', error);
    return isUngiven(error.cause) ? 'ungiven' : null;
  }
}
