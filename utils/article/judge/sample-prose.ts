import { bodyOf, textOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { findUpTo } from '../../page/element-access.ts';

/** Minimum length of a paragraph; shorter ones are captions, prompts and buttons, often in the template's language. */
const MIN_LENGTH = 80;
/** Number of characters sufficient to detect a language. */
const ENOUGH = 3000;
/** Limit of paragraphs examined. */
const MAX_PARAGRAPHS = 400;

/**
 * A sample of the running text of a page, before the article is known.
 *
 * @returns white space folded; empty if the page has no paragraphs
 */
export function sampleProse(document_: Document): string {
  captureDom(document_);
  const body = bodyOf(document_);
  if (body === null) return '';
  let sample = '';
  for (const paragraph of findUpTo(body, 'p', MAX_PARAGRAPHS)) {
    const text = textOf(paragraph)
      .slice(0, 2 * ENOUGH)
      .replace(/\s+/g, ' ')
      .trim();
    if (text.length < MIN_LENGTH) continue;
    sample += `${text} `;
    if (sample.length > ENOUGH) break;
  }
  return sample;
}
