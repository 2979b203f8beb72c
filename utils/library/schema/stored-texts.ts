/** Converts texts of articles between strings and their stored form. */
import type { ArticleRow, ContentRow } from '../types.ts';

/** A string, or its UTF-8 encoding. */
type StoredText = string | Uint8Array<ArrayBuffer>;

export interface StoredContentRow {
  articleId: string;
  html: StoredText;
  text: StoredText;
}

/**
 * A character outside Latin-1, such as a typographic quotation mark. If a string contains one, the browser stores every
 * character of the string in two bytes.
 */
const NON_LATIN1 = /[\u0100-\uffff]/;

/**
 * Maximum size of the UTF-8 encoding for which it is used. It must save at least a third of the two bytes per
 * character, because decoding takes time on every read.
 */
const MAX_BYTES_PER_CHAR = 4 / 3;

const encoder = new TextEncoder();
// Otherwise, a byte order mark at the beginning of a text would be dropped.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function pack(text: string): StoredText {
  // Unpaired surrogates can't be encoded as UTF-8.
  if (!NON_LATIN1.test(text) || !text.isWellFormed()) return text;
  const bytes = encoder.encode(text);
  return bytes.length <= text.length * MAX_BYTES_PER_CHAR ? bytes : text;
}

/**
 * Creates the stored row. It is kept small because the duration of saves and restores depends mostly on the number of
 * bytes.
 */
export function packContent({ articleId, html, text }: ContentRow): StoredContentRow {
  return { articleId, html: pack(html), text: pack(text) };
}

const unpack = (stored: StoredText): string => (typeof stored === 'string' ? stored : decoder.decode(stored));

/**
 * Returns an article's content. An article of which only the address is known has no stored row, and gets an empty
 * content.
 *
 * @returns null if the article does not exist, was deleted, or has lost its text
 */
export function toContent(article: ArticleRow | undefined, row: ContentRow | undefined): ContentRow | null {
  if (article === undefined || article.deletedAt !== null) return null;
  return row ?? (article.hasText ? null : { articleId: article.id, html: '', text: '' });
}

/** Decodes the stored row. */
export function unpackContent({ articleId, html, text }: StoredContentRow): ContentRow {
  return { articleId, html: unpack(html), text: unpack(text) };
}
