// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { ARTICLE_URL, paragraphs, parsePage } from '../make-page.ts';

const headline = 'Ferry leaves late again';

function page(heading: string, { title = headline, head = '', trail = '' } = {}): string {
  return `<!doctype html><html lang="en"><head><title>${title} | The Quay</title>${head}</head><body>${trail}
<article>${heading}<div class="article-body">${paragraphs(5)}</div></article></body></html>`;
}

const titleOf = (html: string): string | undefined =>
  extractArticle(parsePage(html), ARTICLE_URL)?.article.title;

describe('the line over a headline', () => {
  it('is parted from it, where the page states the headline alone', () => {
    expect(titleOf(page(`<h1><span>Harbour</span><span>${headline}</span></h1>`))).toBe(headline);
    expect(titleOf(page(`<h1><span>${headline}</span> <small>Nobody is surprised</small></h1>`))).toBe(
      headline,
    );
  });

  it('is parted by the mark that the page sets, where it states both', () => {
    const title = `Harbour: ${headline}`;
    expect(titleOf(page(`<h1><span>Harbour</span> <span>${headline}</span></h1>`, { title }))).toBe(title);
  });

  it('is parted by its name, where the page states something else', () => {
    const heading = `<h1><span class="c-kicker">Harbour</span>${headline}</h1>`;
    expect(titleOf(page(heading, { title: 'Harbour ferry leaves late once more' }))).toBe(headline);
  });

  it('belongs to it where it is a line of its own, and the page never calls itself by less', () => {
    const heading = `<p>Lumholm at work</p><h1>${headline}</h1>`;
    const title = `Lumholm at work: ${headline}`;
    expect(titleOf(page(heading, { title }))).toBe(title);
    const head = `<meta property="og:title" content="${headline}">`;
    expect(titleOf(page(heading, { title, head }))).toBe(headline);
    expect(titleOf(page(`<h1>${headline}</h1>`, { title }))).toBe(headline);
  });

  it('is no part of it where it names the section', () => {
    const heading = `<p>Harbour</p><h1>${headline}</h1>`;
    expect(titleOf(page(heading, { title: `Harbour: ${headline}` }))).toBe(headline);
  });

  it('is no part of it where the page parts the two by a bar', () => {
    const heading = `<p>Opinion</p><h1>${headline}</h1>`;
    expect(titleOf(page(heading, { title: `Opinion | ${headline}` }))).toBe(headline);
  });

  it('is no word that is set off within a headline', () => {
    expect(titleOf(page('<h1><em>Ferry</em> leaves late again</h1>', { title: 'Leaves late again' }))).toBe(
      headline,
    );
  });
});

describe('a headline for search engines at the end of the breadcrumbs', () => {
  const trail =
    '<nav class="breadcrumb"><ol><li><a href="/">Start</a></li><li><h1>Lumholm ferry: late again</h1></li></ol></nav>';
  const stated = '<meta property="og:title" content="Ferry leaves late again">';

  it('gives way to the one over the text', () => {
    const html = page(`<h2>${headline}</h2>`, { title: 'Lumholm ferry: late again', head: stated, trail });
    expect(titleOf(html)).toBe(headline);
  });

  it('is better than none', () => {
    const html = page('', { title: 'Lumholm ferry: late again', trail });
    expect(titleOf(html)).toBe('Lumholm ferry: late again');
  });
});
