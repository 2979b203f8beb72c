// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { LONG } from '../../long.ts';
import { ARTICLE_URL, paragraphs, parsePage, prose } from './make-page.ts';

const TAGS = (
  'div p article section aside figure figcaption ul li table tr td h1 h2 a span blockquote pre ' +
  'main form nav footer header script style noscript template iframe svg math select option button body html frameset center x-card'
).split(' ');
const NAMES = [
  '',
  ' class="article-body"',
  ' class="related"',
  ' id="comments"',
  ' hidden',
  ' name="body" id="children"',
  ' role="main"',
  ' style="display:none"',
  ' href="javascript:x"',
  ' class="byline"',
  ' role="dialog"',
  ' onclick="x()"',
  ' lang="ar" dir="rtl"',
  ' class="',
];
const text = fc.constantFrom(
  ...prose(4),
  'Short.',
  'Read more:',
  '© 2025',
  '\u2028',
  '&nbsp;',
  '<',
  '&#x1F600;',
  '你好，世界。',
  ']]>',
  '<!--',
  '-->',
  '{"@type":"NewsArticle"}',
);
const tag = fc
  .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...NAMES), fc.boolean())
  .map(([name, names, closes]) => (closes ? `</${name}>` : `<${name}${names}>`));
const anyHtml = fc.array(fc.oneof(tag, text), { maxLength: 50 }).map((pieces) => pieces.join(''));
const squeeze = (value: string): string => value.replace(/\s+/g, '');

/** In order, though a button or a hidden note in the midst of a paragraph may be left out. */
function standsIn(page: string, paragraph: string): boolean {
  let at = 0;
  for (const character of paragraph) {
    at = page.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('any HTML', () => {
  it('is read without a throw, the same each time, and the text is the page’s own', () => {
    fc.assert(
      fc.property(anyHtml, fc.boolean(), fc.boolean(), (html, withArticle, anyText) => {
        const page = parsePage(withArticle ? html + paragraphs(3) : html);
        expect(typeof judgePage(page, ARTICLE_URL).isArticle).toBe('boolean');
        const once = extractArticle(page, ARTICLE_URL, { anyText });
        expect(extractArticle(page, ARTICLE_URL, { anyText })?.article).toEqual(once?.article);
        if (once === null) return;
        const all = squeeze(page.documentElement.textContent);
        for (const paragraph of once.article.text.split('\n\n')) {
          expect(standsIn(all, squeeze(paragraph)), paragraph).toBe(true);
        }
        expect(once.article.html).not.toMatch(/<script|<style|<iframe|onclick|javascript:/i);
        expect(sanitiseHtml(once.article.html)).not.toMatch(/<script|onclick|javascript:/i);
        expect(once.kept.every((element) => page.contains(element))).toBe(true);
      }),
      { numRuns: LONG ? 300 : 15 },
    );
  });
});
