/** How the texts of articles lie in the database, and out of it again. */
import type { ContentRow } from '../types.ts';

/** A text as it is, or as UTF-8. */
type StoredText = string | Uint8Array<ArrayBuffer>;

export interface StoredContentRow {
  articleId: string;
  html: StoredText;
  text: StoredText;
}

/** Above Latin-1: one such character, as a typographic quotation mark, and the browser stores two bytes for each. */
const WIDE = /[\u0100-\uffff]/;

/** A text in another form than the browser's own takes a little time with each reading: it must be a third shorter. */
const BYTES_PER_CHAR = 4 / 3;

const encoder = new TextEncoder();
// A mark at the beginning is a character like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function pack(text: string): StoredText {
  // Half of a character UTF-8 can't say.
  if (!WIDE.test(text) || !text.isWellFormed()) return text;
  const bytes = encoder.encode(text);
  return bytes.length <= text.length * BYTES_PER_CHAR ? bytes : text;
}

/** The row that is written: what a save and a restore take is mostly a matter of how many bytes they write. */
export function packContent({ articleId, html, text }: ContentRow): StoredContentRow {
  return { articleId, html: pack(html), text: pack(text) };
}

const unpack = (stored: StoredText): string => (typeof stored === 'string' ? stored : decoder.decode(stored));

/** The row that is read. */
export function unpackContent({ articleId, html, text }: StoredContentRow): ContentRow {
  return { articleId, html: unpack(html), text: unpack(text) };
}
