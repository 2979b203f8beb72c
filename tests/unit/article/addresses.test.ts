// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { moveRouteToPath, routeOf, stripFragment } from '../../../utils/article/metadata/address-route.ts';
import { readCanonicalElsewhere } from '../../../utils/article/metadata/canonical-elsewhere.ts';
import { isSameDocument, readCanonicalUrl } from '../../../utils/article/metadata/page-address.ts';
import { parseSrcset } from '../../../utils/article/metadata/parse-srcset.ts';
import { registrableDomain } from '../../../utils/article/metadata/registrable-domain.ts';
import { isSameOwner, resolveCanonicalUrl } from '../../../utils/article/metadata/resolve-canonical-url.ts';
import { compareTexts, isSameStory, isSameText } from '../../../utils/article/metadata/same-story.ts';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import { makeSave } from '../library/make-article.ts';
import { makeArticle, parsePage } from './make-page.ts';

const HERE = 'https://m.paper.example/ferry?page=2';
const HOME = 'https://paper.example/ferry';

function elsewhere(head: string): string | null {
  const page = parsePage(head);
  captureDom(page);
  return readCanonicalElsewhere(page, HERE);
}

it.each(
  Object.entries({
    'written out': `<link rel="canonical" href="${HOME}">`,
    'without its scheme': '<link rel="canonical" href="//paper.example/ferry">',
    'with blanks and line breaks around': `<link rel="canonical" href=" \n${HOME}\n ">`,
    'in capitals': '<link rel="Canonical" href="HTTPS://Paper.Example/ferry">',
    'counted from the base':
      '<base href="https://paper.example/news/"><link rel="canonical" href="../ferry">',
    'counted from a base without scheme': '<base href="//paper.example/"><link rel="canonical" href="ferry">',
  }),
)('finds the address on another host: %s', (_, head) => expect(elsewhere(head)).toBe(HOME));

it.each([
  ['none', ''],
  ['one of its own host', '<link rel="canonical" href="/ferry">'],
  ['an empty one, whatever the base', '<base href="https://paper.example/"><link rel="canonical" href=" ">'],
  ['none but a base', '<base href="https://paper.example/">'],
  ['a script', '<link rel="canonical" href="javascript:alert(1)">'],
  ['what is no address', '<link rel="canonical" href="https://">'],
  ['one that is too long', `<link rel="canonical" href="https://paper.example/${'a'.repeat(10_000)}">`],
])('finds none where the page says %s', (_, head) => expect(elsewhere(head)).toBeNull());

const APP = 'https://paper.example/app';

it('tells a route from a place in the page', () => {
  expect(routeOf(`${APP}#/news/7`)).toBe('#/news/7');
  expect(routeOf(`${APP}#!news`)).toBe('#!news');
  for (const place of ['', '#', '#comments', '#part/2']) expect(routeOf(APP + place)).toBe('');
  expect(stripFragment(`${APP}#comments`)).toBe(APP);
  expect(stripFragment(`${APP}#/news/7`)).toBe(`${APP}#/news/7`);
});

it('keeps two articles apart that differ in their routes alone', () => {
  expect(isSameDocument(`${APP}#/a`, `${APP}#/b`)).toBe(false);
  expect(isSameDocument(`${APP}#part-1`, `${APP}#part-2`)).toBe(true);
  expect(normaliseAddress(`${APP}#/a`)).not.toBe(normaliseAddress(`${APP}#/b`));
  expect(normaliseAddress(`${APP}#part-1`)).toBe(normaliseAddress(APP));
});

it('believes no canonical address that leaves the route out', () => {
  const page = parsePage(makeArticle({ head: `<link rel="canonical" href="${APP}">` }));
  expect(readCanonicalUrl(page, `${APP}#/a`)).toBe(`${APP}#/a`);
  expect(readCanonicalUrl(page, `${APP}?utm_source=x#part-1`)).toBe(APP);
});

it('writes a route as a path for those who read its shape', () => {
  expect(moveRouteToPath(`${APP}/#!/news/7?page=2`)).toBe(`${APP}/news/7?page=2`);
  expect(moveRouteToPath(`${APP}#comments`)).toBe(`${APP}#comments`);
});

it.each([
  ['https://www.paper.co.uk/a', 'https://amp.paper.co.uk/b', true],
  ['https://paper.example/a', 'http://paper.example:8080/b', true],
  ['https://paper.co.uk/a', 'https://other.co.uk/a', false],
  ['https://a.blogspot.com/x', 'https://b.blogspot.com/x', false],
  ['https://a.github.io/x', 'https://a.github.io/y', true],
  ['https://a.github.io/x', 'https://github.io/x', false],
  ['http://192.168.1.1/x', 'http://192.168.1.2/x', false],
  ['http://localhost/x', 'http://localhost/y', true],
  ['https://paper.example.evil.example/x', 'https://paper.example/x', false],
  ['https://paper.example@evil.example/x', 'https://paper.example/x', false],
])('an owner of %s and %s: %s', async (a, b, same) => expect(await isSameOwner(a, b)).toBe(same));

it('an owner is somebody who registered a domain', () => {
  expect(registrableDomain('https://www.news.paper.co.uk/a')).toBe('paper.co.uk');
  expect(registrableDomain('no address')).toBe('');
});

const url = 'https://evil.example/x/story?utm_source=mail';
const settle = (canonicalUrl: string, claimedUrl?: string) =>
  resolveCanonicalUrl(
    makeSave({ url, canonicalUrl, ...(claimedUrl === undefined ? {} : { claimedUrl }) }).article,
    url,
  );

it('the address of an article is the canonical one within the domain', async () => {
  const settled = await settle('https://www.evil.example/story');
  expect(settled.canonicalUrl).toBe('https://www.evil.example/story');
  expect(settled).not.toHaveProperty('claimedUrl');
});

it('the address of an article is the tab’s where another owner’s is named, which is a claim', async () => {
  expect(await settle('https://paper.example/x/story')).toMatchObject({
    canonicalUrl: 'https://evil.example/x/story',
    claimedUrl: 'https://paper.example/x/story',
  });
  expect(await settle(url, 'https://paper.example/other')).toMatchObject({
    canonicalUrl: url,
    claimedUrl: 'https://paper.example/other',
  });
  // Another host of the same owner is no claim.
  expect(await settle(url, 'https://www.evil.example/other')).not.toHaveProperty('claimedUrl');
});

it('the address of an article is not that of a paper on a cache of search machines', async () => {
  const cache = 'https://paper-example.cdn.ampproject.org/c/s/paper.example/x/story';
  const article = makeSave({ url: cache, canonicalUrl: 'https://paper.example/x/story' }).article;
  expect(await resolveCanonicalUrl(article, cache)).toMatchObject({
    canonicalUrl: cache,
    claimedUrl: 'https://paper.example/x/story',
  });
});

/** Sentences that are told apart by their words; the same number gives the same ones. */
function sentences(seed: number, count: number): string[] {
  const words =
    'harbour council bridge ferry pilot storm vote mayor budget repair night crew quay lamp tide'.split(' ');
  let state = seed * 7919 + 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 14 }, () => `${words[next() % words.length]}${next() % 40}`).join(' '),
  );
}
const text = (...parts: string[][]): string => parts.map((part) => part.join('. ')).join('\n\n');

const whole = sentences(1, 30);
const other = sentences(2, 30);
const footer = sentences(3, 3);

const before = { title: 'Council votes for the new bridge', text: text(whole) };

it('a story is the same after a correction, an update, and a rewriting of half of it', () => {
  const corrected = text(whole.map((one, i) => (i === 4 ? 'Corrected: the vote was on Tuesday' : one)));
  expect(isSameStory(before, { ...before, text: corrected })).toBe(true);
  const updated = text(sentences(9, 8), whole);
  expect(isSameStory(before, { title: 'Bridge approved after a long night', text: updated })).toBe(true);
  const rewritten = text(sentences(9, 13), whole.slice(0, 14));
  expect(isSameStory(before, { ...before, text: rewritten })).toBe(true);
});

it('a story is the same as a preview and as a whole', () => {
  const preview = { ...before, text: text(whole.slice(0, 3)) };
  expect(isSameStory(preview, before)).toBe(true);
  expect(isSameStory(before, preview)).toBe(true);
  expect(isSameStory({ ...before, text: 'The council…' }, before)).toBe(true);
});

it('a story is the same as a live page that has dropped its oldest entries', () => {
  const later = text(sentences(8, 20), whole.slice(0, 10));
  expect(isSameStory(before, { title: 'Council votes for the new bridge: live', text: later })).toBe(true);
});

it('a story is the same in scripts that put no spaces between words', () => {
  const japanese =
    '港の入口にある古い灯台が、三十年ぶりに修復されることになった。市議会は木曜日に予算を承認した。工事は来春に始まる。';
  expect(compareTexts(japanese, `${japanese}住民は喜んでいる。`)).toBe(1);
});

describe('a story is another', () => {
  const before = { title: 'Council votes for the new bridge', text: text(whole, footer) };

  it('where the text is, whatever stands above and below it', () => {
    expect(isSameStory(before, { title: 'Ferry leaves late', text: text(other, footer) })).toBe(false);
    expect(isSameStory(before, { ...before, text: text(other, footer) })).toBe(false);
  });

  it('where both are too short to tell and the headlines are not alike', () => {
    const short = { title: 'Goat in the substation', text: 'It was asleep on a transformer.' };
    expect(isSameStory({ title: 'Oldest boat wins', text: 'By a bowsprit.' }, short)).toBe(false);
    expect(isSameStory({ title: 'Goat asleep in substation', text: 'More soon.' }, short)).toBe(true);
    expect(
      isSameStory({ title: 'Quay 7', text: 'It is shut.' }, { title: 'Quay 7', text: 'It is open.' }),
    ).toBe(true);
    expect(isSameStory({ title: 'Live', text: 'It slept.' }, { title: 'Live', text: 'It won.' })).toBe(false);
    // Two words are no witness: sites put “Live” and “The” over anything.
    expect(
      isSameStory({ title: 'The goat', text: 'It slept.' }, { title: 'The boat', text: 'It won.' }),
    ).toBe(false);
  });
});

it('one text is one, but for a counter', () => {
  const page = text(whole);
  expect(isSameText(page, `${page} 14 comments`)).toBe(true);
  expect(isSameText(page, text(other))).toBe(false);
  expect(isSameText(page, text(whole.slice(0, 10)))).toBe(false);
  expect(isSameText('Short.', 'Short. ')).toBe(false);
});

it('compares long texts by an even sample', () => {
  const long = text(sentences(5, 6000));
  expect(compareTexts(long, `${long} and more`)).toBeGreaterThan(0.99);
  expect(compareTexts(long, text(sentences(6, 6000)))).toBeLessThan(0.05);
});

const addresses = (srcset: string): string[] => parseSrcset(srcset).map(({ url }) => url);

it('the candidates of a srcset have addresses with commas', () =>
  expect(addresses('/w_400,h_300/a.jpg 400w,/w_800,h_600/a.jpg 800w')).toEqual([
    '/w_400,h_300/a.jpg',
    '/w_800,h_600/a.jpg',
  ]));

it('the candidates of a srcset have widths, densities or nothing', () =>
  expect(parseSrcset('a.jpg 400w,\n  b.jpg 1.5x, c.jpg')).toEqual([
    { url: 'a.jpg', value: 400, unit: 'w' },
    { url: 'b.jpg', value: 1.5, unit: 'x' },
    { url: 'c.jpg', value: 1, unit: 'x' },
  ]));

it('the candidates of a srcset may end in a comma, and come with commas and spaces to spare', () =>
  expect(addresses(', a.jpg, ,b.jpg 2x ,, c.jpg,')).toEqual(['a.jpg', 'b.jpg', 'c.jpg']));

it('the candidates of a srcset are left out where their size means nothing', () =>
  expect(addresses('a.jpg 100h, b.jpg 1.2.3x, c.jpg 200w 100h')).toEqual(['c.jpg']));

it('the candidates of a srcset are none in an empty set', () => {
  for (const empty of ['', ' ', ',', ' , ,']) expect(addresses(empty)).toEqual([]);
});
