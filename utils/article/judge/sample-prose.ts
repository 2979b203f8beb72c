import { bodyOf, textOf } from '../../page/dom-access.ts';
import { captureDom } from '../../page/dom-realm.ts';
import { findSome } from '../../page/element-access.ts';

/** Shorter paragraphs are captions, prompts and buttons, often in the language of the template. */
const SHORTEST = 80;
/** Characters that are enough to tell a language by. */
const ENOUGH = 3000;
/** Paragraphs that are looked at: a page may have any number of short ones. */
const MOST = 400;

/**
 * Some of the running text of a page, before anybody knows which of it is the article.
 *
 * @returns white space folded; empty where the page has no paragraphs
 */
export function sampleProse(document_: Document): string {
  captureDom(document_);
  const body = bodyOf(document_);
  if (body === null) return '';
  let sample = '';
  for (const paragraph of findSome(body, 'p', MOST)) {
    const text = textOf(paragraph)
      .slice(0, 2 * ENOUGH)
      .replace(/\s+/g, ' ')
      .trim();
    if (text.length < SHORTEST) continue;
    sample += `${text} `;
    if (sample.length > ENOUGH) break;
  }
  return sample;
}
