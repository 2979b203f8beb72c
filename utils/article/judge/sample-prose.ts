import { bodyOf, textOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { findUpTo } from '../../page/element-access.ts';

/** Minimum length of a paragraph (characters); shorter ones are captions, prompts and buttons, often in another language. */
const MIN_LENGTH = 80;
/** Number of characters needed to detect a language. */
const SAMPLE_LENGTH = 3000;
/** Maximum number of paragraphs examined. */
const MAX_PARAGRAPHS = 400;

/**
 * Returns a sample of the running text of a page, without extracting the article.
 *
 * @returns text with white space collapsed; empty if the page has no paragraphs
 */
export function sampleProse(document_: Document): string {
  captureDom(document_);
  const body = bodyOf(document_);
  if (body === null) return '';
  let sample = '';
  for (const paragraph of findUpTo(body, 'p', MAX_PARAGRAPHS)) {
    const text = textOf(paragraph)
      .slice(0, 2 * SAMPLE_LENGTH)
      .replace(/\s+/g, ' ')
      .trim();
    if (text.length < MIN_LENGTH) continue;
    sample += `${text} `;
    if (sample.length > SAMPLE_LENGTH) break;
  }
  return sample;
}
