// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { makeArticle, parsePage } from '../make-page.ts';

const SITE = 'https://quay.example';

function next(from: string, html: string): string | null {
  const inHead = html.startsWith('<link');
  const page = parsePage(makeArticle(inHead ? { head: html } : { after: html }));
  return extractArticle(page, `${SITE}${from}`)?.pages?.next?.replace(SITE, '') ?? null;
}

describe('the next page of an article', () => {
  const found: [string, string, string][] = [
    ['/story', '<nav><a href="/story?page=1">1</a><a href="/story?page=2">2</a></nav>', '/story?page=2'],
    [
      '/story?page=2',
      '<nav><a href="/story">1</a><a href="/story?page=3">Next page ›</a></nav>',
      '/story?page=3',
    ],
    ['/story', '<link rel="next" href="/story/2/">', '/story/2/'],
    ['/story/page/2', '<a rel="next" href="/story/page/3">go on</a>', '/story/page/3'],
    ['/a/story.html', '<a href="story-2.html">2</a>', '/a/story-2.html'],
    ['/a/story_2.html', '<a href="story_3.html">weiter</a>', '/a/story_3.html'],
    [
      '/story?id=7&utm_source=x',
      '<a href="/story?id=7&amp;p=2"><svg></svg> </a><a href="/story?id=7&amp;p=2">→</a>',
      '/story?id=7&p=2',
    ],
    ['/story', '<a href="/story?page=2" aria-label="Next page"><svg></svg></a>', '/story?page=2'],
    ['/färöer', '<a href="/f%C3%A4r%C3%B6er?page=2">2</a>', '/f%C3%A4r%C3%B6er?page=2'],
    ['/f%C3%A4hre', '<a href="/fähre/2">2</a>', '/f%C3%A4hre/2'],
    ['/news/story', '<a href="?page=2">2</a>', '/news/story?page=2'],
    ['/news/story', '<a href="//quay.example/news/\nstory/2">2</a>', '/news/story/2'],
  ];
  it.each(found)('from %s by %s', (from, html, address) => {
    expect(next(from, html)).toBe(address);
  });

  it('counts the pages, and finds the way back to the first', () => {
    const nav = (pages: string) => parsePage(makeArticle({ after: `<nav>${pages}</nav>` }));
    const at = (address: string, pages: string) => extractArticle(nav(pages), `${SITE}${address}`)?.pages;
    const links = [1, 2, 3, 5].map((n) => `<a href="/story?page=${n}">${n}</a>`).join(' ');
    expect(at('/story', links)).toMatchObject({ page: 1, total: 5, next: `${SITE}/story?page=2` });
    expect(at('/story?page=3', '<a href="/story">1</a> <a href="/story?page=2">2</a> <b>3</b>')).toEqual({
      page: 3,
      total: 3,
      next: null,
      first: `${SITE}/story`,
    });
    expect(at('/story', '<a rel="next" href="/story?page=2">Go on</a>')?.total).toBeNull();
    // An address that ends in a number, and no page of anything.
    expect(at('/story-2.html', '<a href="/gulls">Gulls</a>')).toBeNull();
  });

  it('is filed under an address of its own where a later page names the first as the one that counts', () => {
    const page = parsePage(
      makeArticle({
        head: '<link rel="canonical" href="/story">',
        after: '<nav><a href="/story">1</a> <b>2</b> <a href="/story?page=3">3</a></nav>',
      }),
    );
    const canonical = (address: string) =>
      extractArticle(page, `${SITE}${address}`)?.article.canonicalUrl.replace(SITE, '');
    expect(canonical('/story?page=2&utm_source=x')).toBe('/story?page=2');
    expect(canonical('/story')).toBe('/story');
  });

  const none: [string, string, string][] = [
    ['the next article', '/story', '<link rel="next" href="/gulls-return">'],
    ['another page than the next', '/story', '<a href="/story?page=3">3</a>'],
    ['the same page', '/story?page=2', '<a href="/story?page=2">2</a>'],
    ['the comments', '/story', '<a href="/story/comments/2">Next</a>'],
    [
      'a line that tells of something',
      '/story',
      '<a href="/story-2.html">What we wrote about the ferry before</a>',
    ],
    ['another site', '/story', '<a href="https://gulls.example/story?page=2">2</a>'],
    ['a script', '/story', '<a rel="next" href="javascript:more()">Next</a>'],
    ['the story of another year', '/2024', '<a href="/2025">Next</a>'],
  ];
  it.each(none)('is not %s', (_, from, html) => {
    expect(next(from, html)).toBeNull();
  });
});
