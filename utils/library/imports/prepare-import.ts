import { readBlocks } from '../../article/body/read-blocks.ts';
import type { Article } from '../../article/types.ts';
import { documentOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { extractQuotes } from '../../quotes/extract-quotes.ts';
import type { Quote } from '../../quotes/types.ts';
import { countWords } from '../../text/count-words.ts';
import { type PreparedContent, prepareContent } from '../articles/prepare-content.ts';

/** A text from another product, to be processed in a context that has a DOM. Plain data. */
export interface ImportedText {
  html: string;
  url: string;
  title: string;
  byline: string | null;
  lang: string | null;
  /** `html` is a whole web page, from which the article must be extracted. */
  isPage?: boolean;
}

/** A text that was processed in a context that has a DOM. Plain data. */
export interface PreparedImport extends PreparedContent {
  /** Paragraphs separated by `\n\n`. */
  text: string;
}

export interface ProcessedText extends PreparedImport {
  wordCount: number;
  quotes: Quote[];
  /** The article extracted from a page, with its metadata. */
  article?: Article;
}

/**
 * Maximum length in UTF-16 units of HTML without its pictures. Longer texts are not articles, and would take too long.
 */
const MAX_HTML_CHARS = 4_000_000;

/** Addresses that contain the picture itself. */
const DATA_URLS = /["']data:[^"'<>]*/g;

/**
 * Prepares an imported text for storage: sanitises it and separates its paragraphs. The article is not extracted again,
 * since the other product has already done that. Needs a DOM.
 *
 * @returns null if nothing is left, or it is too long
 */
export function prepareImport({ html, url }: ImportedText): PreparedImport | null {
  if (html.length > MAX_HTML_CHARS && html.replace(DATA_URLS, '').length > MAX_HTML_CHARS) return null;
  const prepared = prepareContent(html, url);
  const { body } = new DOMParser().parseFromString(prepared.html, 'text/html');
  captureDom(documentOf(body));
  const text = readBlocks(body)
    .blocks.map((block) => block.text)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  return text === '' ? null : { ...prepared, text };
}

/** Extracts the quotes of an imported text. Needs no DOM. */
export async function extractImportQuotes(
  prepared: PreparedImport,
  { title, byline, lang }: ImportedText,
): Promise<ProcessedText> {
  const { text } = prepared;
  const quotes = await extractQuotes({ text, lang, title, excerpt: null, byline });
  return { ...prepared, wordCount: countWords(text), quotes };
}
