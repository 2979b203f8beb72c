// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { judgePage } from '../../../../utils/article/judge/judge-page.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from '../make-page.ts';

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

  it('knows the type in the data whatever comes after it', () => {
    const data = (type: string) =>
      `<script type="application/ld+json">{"@type":${type},"headline":"Ferry leaves late again","url":"/x"}</script>`;
    for (const type of ['"NewsArticle"', '["Thing", "BlogPosting"]', '"https://schema.org/LiveBlogPosting"'])
      expect(judgePage(parsePage(makeArticle({ head: data(type) })), ARTICLE_URL).reason).toBe('articleData');
    expect(judgePage(parsePage(makeArticle({ head: data('"WebPage"') })), ARTICLE_URL).reason).not.toBe(
      'articleData',
    );
  });

  describe('refuses', () => {
    const long = paragraphs(6);
    const refused = (html: string, url: string) => judgePage(parsePage(html), url);

    it('a thread of a forum whose markup says so, though it is dated and has a slug', () => {
      const posts = (type: string) => `<title>Which rope for a ferry? - Quay Talk</title>
        <meta property="article:published_time" content="2025-03-04T08:00:00Z"><body><h1>Which rope for a ferry?</h1>
        <div itemscope itemtype="https://schema.org/${type}">${[1, 2, 3]
          .map(
            (n) =>
              `<div itemprop="comment"><time datetime="2025-03-04">4 March 2025</time>${paragraphs(n)}</div>`,
          )
          .join('')}</div>`;
      const url = 'https://quay.example/rope/which-rope-for-a-ferry-to-lumholm';
      expect(refused(posts('DiscussionForumPosting'), url)).toMatchObject({
        isArticle: false,
        reason: 'forum',
      });
      expect(refused(posts('BlogPosting'), url).isArticle).toBe(true);
    });

    it('a product with prose of its own', () => {
      const shop = (type: string) => `<title>Harbour vacuum 200</title><body><h1>Harbour vacuum 200</h1>
        <div itemscope itemtype="http://schema.org/${type}"><form><select><option>Blue</select><select><option>1</select>
        <button>Into the basket</button></form>${long}</div>`;
      const url = 'https://quay.example/harbour-vacuum-200-quiet';
      expect(refused(shop('Product'), url)).toMatchObject({ isArticle: false, reason: 'product' });
    });

    it('a chapter of a book: in a sequence, and of no date', () => {
      const chapter = (date: string) => `<title>Knots that hold a ramp</title>
        <link rel="prev" href="ropes.html"><link rel="next" href="winches.html"><body>
        <h1>Knots that hold a ramp</h1>${date}${['Bends', 'Hitches', 'Loops'].map((name) => `<h2>${name}</h2>${long}`).join('')}`;
      const url = 'https://quay.example/rope-book/ch04-knots.html';
      expect(refused(chapter(''), url).isArticle).toBe(false);
      expect(refused(chapter('<p>4 March 2025</p>'), url).isArticle).toBe(true);
    });

    it('a front of recipes that calls itself an article', () => {
      const cards = Array.from(
        { length: 27 },
        (_, i) =>
          `<article><h3><a href="/r${i}">Herring ${i}</a></h3><select><option>5 stars</select></article>`,
      );
      const page = `<title>Best herring recipes</title><meta property="og:type" content="article"><body>
        <h1>Herring recipes</h1>${paragraphs(2)}${cards.join('')}`;
      expect(refused(page, 'https://quay.example/recipes/herring-recipes-easy').isArticle).toBe(false);
    });

    it('a service of a firm that calls itself an article', () => {
      const page = `<title>Ramp cleaning services in Lumholm</title><meta property="og:type" content="article">
        <meta property="article:modified_time" content="2025-03-04T08:00:00Z"><body><h1>Ramp cleaning in Lumholm</h1>
        ${['Why us', 'Our team', 'Areas', 'Quotes', 'Contact'].map((name) => `<h2>${name}</h2>${long}`).join('')}
        <form><select><option>Service</select><button>Send</button></form>`;
      expect(refused(page, 'https://quay.example/ramp-cleaning-lumholm').isArticle).toBe(false);
    });

    it('what a firm sells: undated, of many headings and buttons, and called nothing by its data', () => {
      const steps = prose(5).map((text, i) => `<section><h2>Step ${i}</h2><p>${text}</p></section>`);
      const page = `<title>Ramps and harbour walls | Quay Works</title><body><h1>Ramps and harbour walls for towns</h1>
        ${steps.join('')}${'<h3>Ask us</h3>'.repeat(12)}${'<button>Ask</button>'.repeat(10)}`;
      expect(refused(page, 'https://quay.example/solutions/ramps-that-hold').isArticle).toBe(false);
    });
  });

  it('takes an article of a newspaper’s section that is named as forums are', () => {
    const page = makeArticle({ before: '<p>4 March 2025</p>' });
    const read = (url: string) => judgePage(parsePage(page), url);
    const [section, other, forum] = [
      'https://quay.example/news/local/community/ferry-leaves-late-again',
      'https://quay.example/news/local/harbour/ferry-leaves-late-again',
      'https://community.quay.example/harbour/ferry-leaves-late-again',
    ].map(read);
    expect(section?.isArticle).toBe(true);
    expect(section?.score).toBe(other?.score);
    expect(forum?.score).toBeLessThan(other?.score ?? 0);
  });

  it('takes no headline for the name of a list, whatever it speaks of', () => {
    const page = makeArticle();
    const read = (title: string) =>
      judgePage(
        parsePage(page.replace(/<title>.*<\/title>/, `<title>${title}</title>`)),
        'https://quay.example/a',
      );
    const [plain, spoken, named] = [
      'Harbour mourns the ferry that never came back',
      'Community mourns the ferry that never came back',
      'Community | The Quay',
    ].map(read);
    expect(spoken?.score).toBe(plain?.score);
    expect(named?.score).toBeLessThan(plain?.score ?? 0);
  });

  it('refuses what is no HTML', () => {
    const feed = new DOMParser().parseFromString('<rss><channel/></rss>', 'application/xml');
    expect(judgePage(feed, 'https://quay.example/rss')).toMatchObject({
      isArticle: false,
      reason: 'notHtml',
    });
  });

  it('answers for empty pages and odd addresses', () => {
    for (const html of ['', '<frameset><frame src="a"></frameset>', '<p>']) {
      expect(judgePage(parsePage(html), 'not an address').isArticle).toBe(false);
    }
  });
});
