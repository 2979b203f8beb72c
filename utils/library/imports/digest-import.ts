import { readBlocks } from '../../article/body/read-blocks.ts';
import { documentOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { quoteArticle } from '../../quotes/quote-article.ts';
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote, Voice } from '../../quotes/types.ts';
import { countWords } from '../../text/count-words.ts';
import { type PreparedContent, prepareContent } from '../articles/prepare-content.ts';

/** A text that another product kept, to be read where a DOM is. Plain data. */
export interface ImportedText {
  html: string;
  url: string;
  title: string;
  byline: string | null;
  lang: string | null;
}

/** A text that was read where a DOM is. Plain data. */
export interface PreparedImport extends PreparedContent {
  /** Paragraphs parted by `\n\n`. */
  text: string;
}

export interface DigestedText extends PreparedImport {
  wordCount: number;
  quotes: Quote[];
  voices: Voice[];
}

/** Longer texts are no articles, and would keep everybody waiting. UTF-16 units of HTML without its pictures. */
const LONGEST = 4_000_000;

/** Addresses that are the picture itself. */
const PICTURES = /["']data:[^"'<>]*/g;

/**
 * Makes the text of an import fit to keep: sanitised, with its paragraphs. It is taken as it is; the product that wrote
 * it has already cut the article out of its page. Needs a DOM.
 *
 * @returns null where nothing of it is left, or it is too long
 */
export function prepareImport({ html, url }: ImportedText, parser = new DOMParser()): PreparedImport | null {
  if (html.length > LONGEST && html.replace(PICTURES, '').length > LONGEST) return null;
  const prepared = prepareContent(html, url, parser);
  const { body } = parser.parseFromString(prepared.html, 'text/html');
  captureDom(documentOf(body));
  const text = readBlocks(body)
    .blocks.map((block) => block.text)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  return text === '' ? null : { ...prepared, text };
}

/** Finds who says what in the text of an import. Needs no DOM. */
export async function quoteImport(
  prepared: PreparedImport,
  { title, byline, lang }: ImportedText,
): Promise<DigestedText> {
  const { text } = prepared;
  const quotes = await quoteArticle({ text, lang, title, excerpt: null, byline });
  return { ...prepared, wordCount: countWords(text), quotes, voices: summariseVoices(quotes) };
}
