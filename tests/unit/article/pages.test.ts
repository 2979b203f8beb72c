// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { joinPages } from '../../../utils/article/pages/join-pages.ts';
import { makeArticle, parsePage, prose } from './make-page.ts';

const SITE = 'https://quay.example';

function next(from: string, html: string): string | null {
  const inHead = html.startsWith('<link');
  const page = parsePage(makeArticle(inHead ? { head: html } : { after: html }));
  return extractArticle(page, `${SITE}${from}`)?.pages?.next?.replace(SITE, '') ?? null;
}

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
it.each(found)('the next page of an article from %s by %s', (from, html, address) =>
  expect(next(from, html)).toBe(address),
);

it('the next page of an article counts the pages, and finds the way back to the first', () => {
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

it('the next page of an article is filed under an address of its own where a later page names the first as the one that counts', () => {
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
it.each(none)('the next page of an article is not %s', (_, from, html) =>
  expect(next(from, html)).toBeNull(),
);

const LINES = prose(9);
const page = (lines: readonly string[], before = '', after = '') => ({
  html: `${before}${lines.map((line) => `<p>${line}</p>`).join('')}${after}`,
  text: lines.join('\n\n'),
});
const textIn = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('p, li, h2')].map(({ textContent }) => textContent).join('\n\n');
};

it('the pages of one article, joined have all of their paragraphs, in order, in the text and in the body', () => {
  const joined = joinPages([page(LINES.slice(0, 3)), page(LINES.slice(3, 6)), page(LINES.slice(6))]);
  expect(joined.text).toBe(LINES.join('\n\n'));
  expect(textIn(joined.html)).toBe(joined.text);
});

it('the pages of one article, joined say the standfirst once, and keep the lead picture once', () => {
  const deck = 'How a town of three streets came to own a ferry, and what it did with it.';
  const lead =
    '<figure><img src="https://quay.example/ferry.jpg" alt=""><figcaption>The ferry</figcaption></figure>';
  const other = '<figure><img src="https://quay.example/ramp.jpg" alt=""></figure>';
  const joined = joinPages([
    page([deck, ...LINES.slice(0, 3)], lead),
    page([deck, ...LINES.slice(3, 6)], lead, other),
  ]);
  expect(joined.text).toBe([deck, ...LINES.slice(0, 6)].join('\n\n'));
  expect(textIn(joined.html)).toBe(joined.text);
  expect(joined.html.match(/<img/g)).toHaveLength(2);
  expect(joined.html).toContain('ramp.jpg');
});

it('the pages of one article, joined keep a note about the author for the end', () => {
  const note = 'Ines Fahl writes about harbours.';
  const joined = joinPages([page([...LINES.slice(0, 3), note]), page([...LINES.slice(3, 6), note])]);
  expect(joined.text).toBe([...LINES.slice(0, 6), note].join('\n\n'));
  expect(textIn(joined.html)).toBe(joined.text);
});

it('the pages of one article, joined repeat what an article says again further down', () => {
  const line = 'Nobody answered.';
  const second = [...LINES.slice(3, 9), line, ...prose(4)];
  const joined = joinPages([
    page([...LINES.slice(0, 3), line, LINES[0] ?? '', LINES[1] ?? '']),
    page(second),
  ]);
  expect(joined.text.split(line)).toHaveLength(3);
});

it('the pages of one article, joined keep the notes of each page apart', () => {
  const note = (words: string) =>
    `<p>A claim<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">${words}</li></ol>`;
  const joined = joinPages([
    { html: note('The log of 1911.'), text: 'A claim1\n\nThe log of 1911.' },
    { html: note('The log of 1924.'), text: 'Another claim1\n\nThe log of 1924.' },
  ]);
  const { body } = new DOMParser().parseFromString(joined.html, 'text/html');
  const notes = [...body.querySelectorAll('a')].map(
    (link) => body.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)?.textContent,
  );
  expect(notes).toEqual(['The log of 1911.', 'The log of 1924.']);
});
