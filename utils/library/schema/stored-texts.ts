/** Converts texts of articles between their stored form and strings. */
import type { ArticleRow, ContentRow } from '../types.ts';

/** Plain, or encoded as UTF-8. */
type StoredText = string | Uint8Array<ArrayBuffer>;

export interface StoredContentRow {
  articleId: string;
  html: StoredText;
  text: StoredText;
}

/**
 * A character outside of Latin-1, such as a typographic quotation mark. If a string contains one, the browser stores
 * all of its characters in two bytes.
 */
const NON_LATIN1 = /[\u0100-\uffff]/;

/** Decoding takes a little time on each read, so UTF-8 must save at least a third. */
const MAX_BYTES_PER_CHAR = 4 / 3;

const encoder = new TextEncoder();
// A byte order mark at the beginning is an ordinary character here.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function pack(text: string): StoredText {
  // UTF-8 can't represent unpaired surrogates.
  if (!NON_LATIN1.test(text) || !text.isWellFormed()) return text;
  const bytes = encoder.encode(text);
  return bytes.length <= text.length * MAX_BYTES_PER_CHAR ? bytes : text;
}

/** Creates the stored row. The duration of saves and restores depends mostly on the number of bytes. */
export function packContent({ articleId, html, text }: ContentRow): StoredContentRow {
  return { articleId, html: pack(html), text: pack(text) };
}

const unpack = (stored: StoredText): string => (typeof stored === 'string' ? stored : decoder.decode(stored));

/**
 * An article's content. An article of which only the address is known has no stored row.
 *
 * @returns null if the article does not exist, was deleted, or has lost its text
 */
export function contentOf(article: ArticleRow | undefined, row: ContentRow | undefined): ContentRow | null {
  if (article === undefined || article.deletedAt !== null) return null;
  return row ?? (article.hasText ? null : { articleId: article.id, html: '', text: '' });
}

/** Decodes the stored row. */
export function unpackContent({ articleId, html, text }: StoredContentRow): ContentRow {
  return { articleId, html: unpack(html), text: unpack(text) };
}
