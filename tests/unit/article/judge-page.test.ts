// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

const ARTICLE_DATA = `<meta property="og:type" content="article">
<meta property="article:published_time" content="2025-03-04T08:00:00Z"><meta name="author" content="Ina Vold">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Ferry leaves late again"}]}</script>`;

const cards = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `<div><h3><a href="/story-${i}">Headline number ${i} of the day</a></h3><p>A teaser.</p></div>`,
  ).join('');

it('judgePage takes a page whose data name an article', () => {
  const verdict = judgePage(parsePage(makeArticle({ head: ARTICLE_DATA })), ARTICLE_URL);
  expect(verdict).toMatchObject({ isArticle: true, reason: 'articleData' });
});

it('judgePage takes a page without data for its prose, and counts the paragraphs', () => {
  const page = makeArticle({ body: paragraphs(9) }); // and one in the footer
  expect(judgePage(parsePage(page), ARTICLE_URL)).toMatchObject({
    isArticle: true,
    reason: 'articleProse',
    count: 10,
  });
});

it('judgePage takes a headline that begins with a shop’s word for a headline', () => {
  const read = (url: string) => judgePage(parsePage(makeArticle({ body: paragraphs(9) })), url).score;
  expect(read('https://quay.example/buy-rope-by-weight')).toBe(
    read('https://quay.example/get-rope-by-weight'),
  );
  expect(read('https://quay.example/shop-the-quay/rope-by-weight')).toBeLessThan(
    read('https://quay.example/see-the-quay/rope-by-weight'),
  );
});

it('judgePage refuses a front page and says how many headlines link elsewhere', () => {
  const page = parsePage(`<title>The Quay</title><body><h1>The Quay</h1>${cards(24)}`);
  expect(judgePage(page, 'https://quay.example/')).toEqual(
    expect.objectContaining({ isArticle: false, reason: 'frontHeadlines', count: 24 }),
  );
});

it('judgePage refuses a section page that calls itself an article', () => {
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
])('judgePage says %s', (reason, url, body) =>
  expect(judgePage(parsePage(`<title>The Quay</title><body>${body}`), url)).toMatchObject({
    isArticle: false,
    reason,
  }),
);

it('judgePage knows the type in the data whatever comes after it', () => {
  const data = (type: string) =>
    `<script type="application/ld+json">{"@type":${type},"headline":"Ferry leaves late again","url":"/x"}</script>`;
  for (const type of ['"NewsArticle"', '["Thing", "BlogPosting"]', '"https://schema.org/LiveBlogPosting"'])
    expect(judgePage(parsePage(makeArticle({ head: data(type) })), ARTICLE_URL).reason).toBe('articleData');
  expect(judgePage(parsePage(makeArticle({ head: data('"WebPage"') })), ARTICLE_URL).reason).not.toBe(
    'articleData',
  );
});

const long = paragraphs(6);
const refused = (html: string, url: string) => judgePage(parsePage(html), url);

it('judgePage refuses a thread of a forum whose markup says so, though it is dated and has a slug', () => {
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

it('judgePage refuses a product with prose of its own', () => {
  const shop = (type: string) => `<title>Harbour vacuum 200</title><body><h1>Harbour vacuum 200</h1>
        <div itemscope itemtype="http://schema.org/${type}"><form><select><option>Blue</select><select><option>1</select>
        <button>Into the basket</button></form>${long}</div>`;
  const url = 'https://quay.example/harbour-vacuum-200-quiet';
  expect(refused(shop('Product'), url)).toMatchObject({ isArticle: false, reason: 'product' });
});

it('judgePage refuses a chapter of a book: in a sequence, and of no date', () => {
  const chapter = (date: string) => `<title>Knots that hold a ramp</title>
        <link rel="prev" href="ropes.html"><link rel="next" href="winches.html"><body>
        <h1>Knots that hold a ramp</h1>${date}${['Bends', 'Hitches', 'Loops'].map((name) => `<h2>${name}</h2>${long}`).join('')}`;
  const url = 'https://quay.example/rope-book/ch04-knots.html';
  expect(refused(chapter(''), url).isArticle).toBe(false);
  expect(refused(chapter('<p>4 March 2025</p>'), url).isArticle).toBe(true);
});

it('judgePage refuses a front of recipes that calls itself an article', () => {
  const cards = Array.from(
    { length: 27 },
    (_, i) => `<article><h3><a href="/r${i}">Herring ${i}</a></h3><select><option>5 stars</select></article>`,
  );
  const page = `<title>Best herring recipes</title><meta property="og:type" content="article"><body>
        <h1>Herring recipes</h1>${paragraphs(2)}${cards.join('')}`;
  expect(refused(page, 'https://quay.example/recipes/herring-recipes-easy').isArticle).toBe(false);
});

it('judgePage refuses a service of a firm that calls itself an article', () => {
  const page = `<title>Ramp cleaning services in Lumholm</title><meta property="og:type" content="article">
        <meta property="article:modified_time" content="2025-03-04T08:00:00Z"><body><h1>Ramp cleaning in Lumholm</h1>
        ${['Why us', 'Our team', 'Areas', 'Quotes', 'Contact'].map((name) => `<h2>${name}</h2>${long}`).join('')}
        <form><select><option>Service</select><button>Send</button></form>`;
  expect(refused(page, 'https://quay.example/ramp-cleaning-lumholm').isArticle).toBe(false);
});

it('judgePage refuses what a firm sells: undated, of many headings and buttons, and called nothing by its data', () => {
  const steps = prose(5).map((text, i) => `<section><h2>Step ${i}</h2><p>${text}</p></section>`);
  const page = `<title>Ramps and harbour walls | Quay Works</title><body><h1>Ramps and harbour walls for towns</h1>
        ${steps.join('')}${'<h3>Ask us</h3>'.repeat(12)}${'<button>Ask</button>'.repeat(10)}`;
  expect(refused(page, 'https://quay.example/solutions/ramps-that-hold').isArticle).toBe(false);
});

it('judgePage takes an article of a newspaper’s section that is named as forums are', () => {
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

it('judgePage takes no headline for the name of a list, whatever it speaks of', () => {
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

it('judgePage refuses what is no HTML', () => {
  const feed = new DOMParser().parseFromString('<rss><channel/></rss>', 'application/xml');
  expect(judgePage(feed, 'https://quay.example/rss')).toMatchObject({
    isArticle: false,
    reason: 'notHtml',
  });
});

it('judgePage answers for empty pages and odd addresses', () => {
  for (const html of ['', '<frameset><frame src="a"></frameset>', '<p>']) {
    expect(judgePage(parsePage(html), 'not an address').isArticle).toBe(false);
  }
});

const SITE = 'https://quay.example';
const judge = (html: string, path: string): boolean => judgePage(parsePage(html), SITE + path).isArticle;
const read = (html: string, path: string) => extractArticle(parsePage(html), SITE + path)?.article;
const data = (type: string, more: object = {}): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': type, headline: 'Ferry leaves late again', ...more })}</script>`;

const page = (head: string, main: string, title = 'Ferry leaves late again | The Quay'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>
<header><nav><a href="/">The Quay</a> <a href="/harbour">Harbour</a></nav></header>
<main>${main}</main><footer><p>The Quay is published by the Harbour Trust.</p></footer></body></html>`;

it('forms of news that are articles a live blog, with all its entries', () => {
  const entries = prose(12).map(
    (text, i) =>
      `<article id="entry-${i}"><time datetime="2025-03-04T1${i % 10}:00:00Z">1${i % 10}:00</time><h2>Entry ${i}: the quay at that hour</h2><p>${text}</p></article>`,
  );
  const html = page(
    data('LiveBlogPosting', { coverageStartTime: '2025-03-04T08:00:00Z' }),
    `<h1>Ferry strike: the day as it happened on the quay</h1><p>${prose(1)[0]}</p>${entries.join('')}`,
  );
  const path = '/live/2025/03/ferry-strike-as-it-happened';
  expect(judge(html, path)).toBe(true);
  expect(read(html, path)?.text).toContain(prose(12).at(-1));
});

it('forms of news that are articles a gallery with a line under each picture', () => {
  const pictures = prose(9).map(
    (text, i) =>
      `<figure><img src="/p/${i}.jpg" alt=""><figcaption>${text.slice(0, 90)}</figcaption></figure>`,
  );
  const html = page(
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2025-03-04">',
    `<h1>The old ramp and its admirers, in pictures</h1><p>${prose(1)[0]}</p>${pictures.join('')}`,
  );
  expect(judge(html, '/pictures/2025/03/old-ramp-admirers-in-pictures')).toBe(true);
});

it('forms of news that are articles a video with a paragraph', () => {
  const html = page(
    `<meta property="og:type" content="video.other">${data('NewsArticle', { datePublished: '2025-03-04' })}${data('VideoObject')}`,
    `<article><h1>Watch: the ramp goes under the hammer</h1><video src="/v.mp4" controls></video><p>4 March 2025</p><p>${prose(2).join(' ')}</p></article>`,
  );
  const path = '/video/watch-ramp-goes-under-the-hammer';
  expect(judge(html, path)).toBe(true);
  expect(read(html, path)?.text).toBe(prose(2).join(' '));
});

it('forms of news that are articles an opinion column', () => {
  const html = page(
    data('OpinionNewsArticle', { author: { '@type': 'Person', name: 'Ina Vold' } }),
    `<article><h1>A ramp is a promise, and promises rust</h1><p>By Ina Vold</p>${paragraphs(7)}</article>`,
  );
  expect(judge(html, '/opinion/a-ramp-is-a-promise')).toBe(true);
});

it('forms of news that are articles an AMP page, filed under the page it stands for', () => {
  const html = page(
    `<link rel="canonical" href="${SITE}/harbour/ferry-leaves-late-again">${data('NewsArticle')}`,
    `<article><h1>Ferry leaves late again</h1><amp-img src="/a.jpg"></amp-img>${paragraphs(6)}</article>`,
  ).replace('<html', '<html amp');
  const path = '/amp/harbour/ferry-leaves-late-again';
  expect(judge(html, path)).toBe(true);
  expect(read(html, path)?.canonicalUrl).toBe(`${SITE}/harbour/ferry-leaves-late-again`);
});

it('forms of news that are articles a print view, which has nothing but the text', () => {
  const html = `<html><head><title>Ferry leaves late again</title></head><body><h1>Ferry leaves late again on Tuesday</h1><p>4 March 2025</p>${paragraphs(8)}</body></html>`;
  expect(judge(html, '/harbour/ferry-leaves-late-again?print=1')).toBe(true);
  expect(judge(html, '/print/48211/ferry-leaves-late-again')).toBe(true);
});

it.each([
  '/harbour/ferry-leaves-late-again/page/2',
  '/harbour/ferry-leaves-late-again?page=2',
  '/harbour/ferry-leaves-late-again/2',
])('forms of news that are articles a later page of one that is cut into pages: %s', (path) => {
  const html = page(
    data('NewsArticle'),
    `<article><h1>Ferry leaves late again</h1>${paragraphs(6)}<nav><a rel="prev" href="/harbour/ferry-leaves-late-again">1</a> <b>2</b> <a rel="next" href="?page=3">3</a></nav></article>`,
    'Ferry leaves late again - Page 2 | The Quay',
  );
  expect(judge(html, path)).toBe(true);
  expect(read(html, path)?.text).toBe(prose(6).join('\n\n'));
});

it('forms of news that are articles the beginning of one that is paid for, said to be a preview', () => {
  const html = makeArticle({
    head: data('NewsArticle', { isAccessibleForFree: false, wordCount: 1200 }),
    body: paragraphs(2),
    after: '<section><h2>Subscribe to continue reading</h2><button>Subscribe</button></section>',
  });
  const path = '/harbour/2025/03/ferry-leaves-late-again';
  expect(judge(html, path)).toBe(true);
  expect(read(html, path)?.isPreview).toBe(true);
});

it('forms of news that are articles a page whose text is in a frame is none', () => {
  const html = page('', '<h1>Ferry leaves late again</h1><iframe src="/embed/story"></iframe>');
  expect(judge(html, '/harbour/ferry-leaves-late-again')).toBe(false);
});

it('forms of news that are articles a shell that a script has yet to fill is none, until it is filled', () => {
  const document_ = parsePage(page('', '<div id="app"></div>', 'The Quay'));
  const url = `${SITE}/harbour/2025/03/ferry-leaves-late-again`;
  expect(judgePage(document_, url).isArticle).toBe(false);
  const app = document_.getElementById('app');
  app?.append(
    document_
      .createRange()
      .createContextualFragment(
        `<article><h1>Ferry leaves late again on Tuesday</h1><p>4 March 2025</p>${paragraphs(7)}</article>`,
      ),
  );
  expect(judgePage(document_, url).isArticle).toBe(true);
});

const story = (title: string, from: number, more = ''): string =>
  `<article class="story"${more}><h1>${title}</h1><p class="byline">By ${from < 4 ? 'Ina Vold' : 'Olaf Byberg'}</p>${prose(
    from + 4,
  )
    .slice(from)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article>`;
const first = prose(4);
const second = prose(9).slice(5);
const head = `<link rel="canonical" href="${SITE}/harbour/ferry-leaves-late-again"><meta property="og:title" content="Ferry leaves late again">${data('NewsArticle', { datePublished: '2025-03-04', author: { '@type': 'Person', name: 'Ina Vold' } })}`;

it('articles one below the other are told apart by the address that each names', () => {
  const html = page(
    head,
    story('Ferry leaves late again', 0, ' data-url="/harbour/ferry-leaves-late-again"') +
      story('Gulls', 5, ' data-url="/harbour/gulls-4711"'),
  );
  const next = read(html, '/harbour/gulls-4711');
  expect(next?.text).toBe(second.join('\n\n'));
  expect(next).toMatchObject({ title: 'Gulls', byline: 'Olaf Byberg', publishedAt: null });
  expect(next?.canonicalUrl).toBe(`${SITE}/harbour/gulls-4711`);
  expect(read(html, '/harbour/ferry-leaves-late-again')).toMatchObject({
    title: 'Ferry leaves late again',
    byline: 'Ina Vold',
    text: first.join('\n\n'),
  });
});

it('articles one below the other are told apart by the words of the address, also without the element', () => {
  const html = page(
    head,
    (story('Ferry leaves late again', 0) + story('Gulls learn to open the lids of bins', 5)).replaceAll(
      /<(\/?)article/g,
      '<$1div',
    ),
  );
  expect(read(html, '/harbour/gulls-learn-to-open-bins')).toMatchObject({
    title: 'Gulls learn to open the lids of bins',
    text: second.join('\n\n'),
  });
});

it('articles one below the other do not hide an article behind its comments', () => {
  const comments = prose(3).map(
    (text, i) =>
      `<article class="comment"><h2>Reader ${i}</h2><a href="/harbour/ferry-leaves-late-again#c${i}">permalink</a><p>${text}</p><p>${text} ${text}</p></article>`,
  );
  const html = page(head, story('Ferry leaves late again', 0) + comments.join(''));
  expect(read(html, '/harbour/ferry-leaves-late-again')?.text.startsWith(first[0] ?? '-')).toBe(true);
});
