// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

const SITE = 'https://quay.example';
const judge = (html: string, path: string): boolean => judgePage(parsePage(html), SITE + path).isArticle;
const read = (html: string, path: string) => extractArticle(parsePage(html), SITE + path)?.article;
const data = (type: string, more: object = {}): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': type, headline: 'Ferry leaves late again', ...more })}</script>`;

const page = (head: string, main: string, title = 'Ferry leaves late again | The Quay'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>
<header><nav><a href="/">The Quay</a> <a href="/harbour">Harbour</a></nav></header>
<main>${main}</main><footer><p>The Quay is published by the Harbour Trust.</p></footer></body></html>`;

describe('forms of news that are articles', () => {
  it('a live blog, with all its entries', () => {
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

  it('a gallery with a line under each picture', () => {
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

  it('a video with a paragraph', () => {
    const html = page(
      `<meta property="og:type" content="video.other">${data('NewsArticle', { datePublished: '2025-03-04' })}${data('VideoObject')}`,
      `<article><h1>Watch: the ramp goes under the hammer</h1><video src="/v.mp4" controls></video><p>4 March 2025</p><p>${prose(2).join(' ')}</p></article>`,
    );
    const path = '/video/watch-ramp-goes-under-the-hammer';
    expect(judge(html, path)).toBe(true);
    expect(read(html, path)?.text).toBe(prose(2).join(' '));
  });

  it('an opinion column', () => {
    const html = page(
      data('OpinionNewsArticle', { author: { '@type': 'Person', name: 'Ina Vold' } }),
      `<article><h1>A ramp is a promise, and promises rust</h1><p>By Ina Vold</p>${paragraphs(7)}</article>`,
    );
    expect(judge(html, '/opinion/a-ramp-is-a-promise')).toBe(true);
  });

  it('an AMP page, filed under the page it stands for', () => {
    const html = page(
      `<link rel="canonical" href="${SITE}/harbour/ferry-leaves-late-again">${data('NewsArticle')}`,
      `<article><h1>Ferry leaves late again</h1><amp-img src="/a.jpg"></amp-img>${paragraphs(6)}</article>`,
    ).replace('<html', '<html amp');
    const path = '/amp/harbour/ferry-leaves-late-again';
    expect(judge(html, path)).toBe(true);
    expect(read(html, path)?.canonicalUrl).toBe(`${SITE}/harbour/ferry-leaves-late-again`);
  });

  it('a print view, which has nothing but the text', () => {
    const html = `<html><head><title>Ferry leaves late again</title></head><body><h1>Ferry leaves late again on Tuesday</h1><p>4 March 2025</p>${paragraphs(8)}</body></html>`;
    expect(judge(html, '/harbour/ferry-leaves-late-again?print=1')).toBe(true);
    expect(judge(html, '/print/48211/ferry-leaves-late-again')).toBe(true);
  });

  it.each([
    '/harbour/ferry-leaves-late-again/page/2',
    '/harbour/ferry-leaves-late-again?page=2',
    '/harbour/ferry-leaves-late-again/2',
  ])('a later page of one that is cut into pages: %s', (path) => {
    const html = page(
      data('NewsArticle'),
      `<article><h1>Ferry leaves late again</h1>${paragraphs(6)}<nav><a rel="prev" href="/harbour/ferry-leaves-late-again">1</a> <b>2</b> <a rel="next" href="?page=3">3</a></nav></article>`,
      'Ferry leaves late again - Page 2 | The Quay',
    );
    expect(judge(html, path)).toBe(true);
    expect(read(html, path)?.text).toBe(prose(6).join('\n\n'));
  });

  it('the beginning of one that is paid for, said to be a preview', () => {
    const html = makeArticle({
      head: data('NewsArticle', { isAccessibleForFree: false, wordCount: 1200 }),
      body: paragraphs(2),
      after: '<section><h2>Subscribe to continue reading</h2><button>Subscribe</button></section>',
    });
    const path = '/harbour/2025/03/ferry-leaves-late-again';
    expect(judge(html, path)).toBe(true);
    expect(read(html, path)?.isPreview).toBe(true);
  });

  it('a page whose text is in a frame is none', () => {
    const html = page('', '<h1>Ferry leaves late again</h1><iframe src="/embed/story"></iframe>');
    expect(judge(html, '/harbour/ferry-leaves-late-again')).toBe(false);
  });

  it('a shell that a script has yet to fill is none, until it is filled', () => {
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
});

describe('articles one below the other', () => {
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

  it('are told apart by the address that each names', () => {
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

  it('are told apart by the words of the address, also without the element', () => {
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

  it('do not hide an article behind its comments', () => {
    const comments = prose(3).map(
      (text, i) =>
        `<article class="comment"><h2>Reader ${i}</h2><a href="/harbour/ferry-leaves-late-again#c${i}">permalink</a><p>${text}</p><p>${text} ${text}</p></article>`,
    );
    const html = page(head, story('Ferry leaves late again', 0) + comments.join(''));
    expect(read(html, '/harbour/ferry-leaves-late-again')?.text.startsWith(first[0] ?? '-')).toBe(true);
  });
});
