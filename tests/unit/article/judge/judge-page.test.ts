// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { judgePage } from '../../../../utils/article/judge/judge-page.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage } from '../make-page.ts';

const ARTICLE_DATA = `<meta property="og:type" content="article">
<meta property="article:published_time" content="2025-03-04T08:00:00Z"><meta name="author" content="Ina Vold">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Ferry leaves late again"}]}</script>`;

const cards = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `<div><h3><a href="/story-${i}">Headline number ${i} of the day</a></h3><p>A teaser.</p></div>`,
  ).join('');

describe('judgePage', () => {
  it('takes a page whose data name an article', () => {
    const verdict = judgePage(parsePage(makeArticle({ head: ARTICLE_DATA })), ARTICLE_URL);
    expect(verdict).toMatchObject({ isArticle: true, reason: 'articleData' });
  });

  it('takes a page without data for its prose, and counts the paragraphs', () => {
    const page = makeArticle({ body: paragraphs(9) }); // and one in the footer
    expect(judgePage(parsePage(page), ARTICLE_URL)).toMatchObject({
      isArticle: true,
      reason: 'articleProse',
      count: 10,
    });
  });

  it('takes a headline that begins with a shop’s word for a headline', () => {
    const read = (url: string) => judgePage(parsePage(makeArticle({ body: paragraphs(9) })), url).score;
    expect(read('https://quay.example/buy-rope-by-weight')).toBe(
      read('https://quay.example/get-rope-by-weight'),
    );
    expect(read('https://quay.example/shop-the-quay/rope-by-weight')).toBeLessThan(
      read('https://quay.example/see-the-quay/rope-by-weight'),
    );
  });

  it('refuses a front page and says how many headlines link elsewhere', () => {
    const page = parsePage(`<title>The Quay</title><body><h1>The Quay</h1>${cards(24)}`);
    expect(judgePage(page, 'https://quay.example/')).toEqual(
      expect.objectContaining({ isArticle: false, reason: 'frontHeadlines', count: 24 }),
    );
  });

  it('refuses a section page that calls itself an article', () => {
    const page = parsePage(
      `<title>Harbour</title><meta property="og:type" content="article"><body>${cards(30)}`,
    );
    expect(judgePage(page, 'https://quay.example/category/harbour')).toMatchObject({
      isArticle: false,
      reason: 'indexPage',
      count: 30,
    });
  });

  it.each([
    ['searchPage', 'https://quay.example/search?q=ferry', cards(3)],
    ['forum', 'https://quay.example/forum/viewtopic.php?t=4', '<h1>Ferry late</h1><p>Same here.</p>'],
    ['product', 'https://quay.example/shop/rope', '<h1>Rope</h1><p>A rope of ten metres.</p>'],
    ['reference', 'https://docs.quay.example/reference/ramp', '<h1>ramp()</h1><pre>ramp()</pre>'],
    ['noProse', 'https://quay.example/harbour/live/cams-of-the-harbour', '<h1>Cameras</h1>'],
  ])('says %s', (reason, url, body) => {
    expect(judgePage(parsePage(`<title>The Quay</title><body>${body}`), url)).toMatchObject({
      isArticle: false,
      reason,
    });
  });

  it('refuses what is no HTML', () => {
    const feed = new DOMParser().parseFromString('<rss><channel/></rss>', 'application/xml');
    expect(judgePage(feed, 'https://quay.example/rss')).toMatchObject({
      isArticle: false,
      reason: 'notHtml',
    });
  });

  it('sees through elements named like the properties of the document', () => {
    const traps = ['getElementsByTagName', 'querySelectorAll', 'body', 'title', 'contentType']
      .map(
        (name) =>
          `<img name="${name}"><form><input name="textContent"><input name="parentNode"><br>text</form>`,
      )
      .join('');
    const page = parsePage(makeArticle({ head: ARTICLE_DATA, after: traps }));
    expect(judgePage(page, ARTICLE_URL).isArticle).toBe(true);
  });

  it('answers for empty pages and odd addresses', () => {
    for (const html of ['', '<frameset><frame src="a"></frameset>', '<p>']) {
      expect(judgePage(parsePage(html), 'not an address').isArticle).toBe(false);
    }
  });
});
