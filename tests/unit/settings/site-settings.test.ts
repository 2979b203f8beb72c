import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import type { Settings } from '../../../utils/settings/schema.ts';
import {
  chooseSite,
  clutterKinds,
  editSite,
  isHost,
  overriddenSites,
  overrideFor,
  overridePage,
  overrideSite,
  readingPatterns,
  readsAutomatically,
  siteKey,
  siteSettings,
  switchedOff,
  viewForSite,
} from '../../../utils/settings/site-settings.ts';

describe('siteKey', () => {
  it.each([
    ['https://www.paper.example/2026/story', 'paper.example'],
    ['https://live.paper.example/', 'live.paper.example'],
    ['http://localhost:8080/a', 'localhost'],
    ['about:blank', ''],
    ['not an address', ''],
  ])('%s is the site %s', (url, key) => {
    expect(siteKey(url)).toBe(key);
  });
});

describe('siteSettings', () => {
  it('finds the site of a page, with or without www', () => {
    const settings = readSettings({ sites: { 'paper.example': { off: true } } });
    expect(siteSettings(settings, 'https://www.paper.example/a')).toEqual({ off: true });
    expect(siteSettings(settings, 'https://other.example/a')).toEqual({});
  });

  it('takes no host for a property of every object', () => {
    expect(siteSettings(readSettings(undefined), 'http://constructor/')).toEqual({});
    expect(siteSettings(readSettings(undefined), 'http://__proto__/')).toEqual({});
  });
});

describe('clutterKinds', () => {
  it('lets a site differ from everywhere else', () => {
    const settings = readSettings({
      clutter: { comments: true },
      sites: { 'paper.example': { kinds: { comments: false, 'ad-slot': true, 'no-such-kind': true } } },
    });
    const here = clutterKinds(settings, 'https://www.paper.example/a');
    expect([here.comments, here['ad-slot'], here['newsletter-form']]).toEqual([false, true, true]);
    const elsewhere = clutterKinds(settings, 'https://other.example/a');
    expect([elsewhere.comments, elsewhere['ad-slot']]).toEqual([true, false]);
    expect(Object.keys(here)).not.toContain('no-such-kind');
  });
});

it('forgets a site for which nothing is decided any more', () => {
  const settings: Pick<Settings, 'sites'> = { sites: { 'paper.example': { off: true, clutterOff: true } } };
  editSite(settings, 'paper.example', (site) => delete site.off);
  expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
  editSite(settings, 'paper.example', (site) => delete site.clutterOff);
  expect(settings.sites).toEqual({});
});

it('starts a site from nothing, also one named like what every object has, and no site from no name', () => {
  const settings: Pick<Settings, 'sites'> = { sites: {} };
  const turnOff = (site: { off?: true }): void => {
    site.off = true;
  };
  editSite(settings, 'constructor', turnOff);
  editSite(settings, '', turnOff);
  expect(settings.sites).toEqual({ constructor: { off: true } });
});

const PAGE = 'https://www.paper.example/desk/about-us';

describe('the user’s word', () => {
  it('on a page holds wherever the user came from, and for no other page', () => {
    const settings = readSettings(undefined);
    overridePage(settings, `${PAGE}?utm_source=letter#top`, 'article');
    expect(overrideFor(settings, `${PAGE}?fbclid=x`)).toBe('article');
    expect(overrideFor(settings, `${PAGE}?ref=home`, PAGE)).toBe('article');
    expect(overrideFor(settings, 'https://www.paper.example/desk')).toBeUndefined();
    expect(readSettings(structuredClone(settings))).toEqual(settings);
  });

  it('on a page counts before the one on its site', () => {
    const settings = readSettings(undefined);
    overrideSite(settings, PAGE, 'not-article');
    overridePage(settings, PAGE, 'article');
    expect(overrideFor(settings, PAGE)).toBe('article');
    expect(overrideFor(settings, 'https://paper.example/')).toBe('not-article');
  });

  it('on a site replaces the one on its page, and leaves the site’s other settings', () => {
    const settings = readSettings({ sites: { 'paper.example': { clutterOff: true } } });
    overridePage(settings, PAGE, 'not-article');
    overrideSite(settings, PAGE, 'article');
    expect(overrideFor(settings, PAGE)).toBe('article');
    overrideSite(settings, PAGE, null);
    expect(overrideFor(settings, PAGE)).toBeUndefined();
    expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
  });

  it('on the oldest page is forgotten when there are too many', () => {
    const settings = readSettings(undefined);
    for (let i = 0; i < 230; i++) overridePage(settings, `https://paper.example/${i}`, 'article');
    expect(settings.pages).toHaveLength(200);
    expect(overrideFor(settings, 'https://paper.example/229')).toBe('article');
    expect(overrideFor(settings, 'https://paper.example/29')).toBeUndefined();
  });

  it('names the sites whose pages must be told', () => {
    const settings = readSettings({
      sites: {
        'a.example': { off: true },
        'b.example': { treatAs: 'article' },
        '[::1]': { treatAs: 'article' },
      },
    });
    overridePage(settings, PAGE, 'article');
    overridePage(settings, `${PAGE}-2`, 'not-article');
    expect(overriddenSites(settings)).toEqual([
      '*://b.example/*',
      '*://www.b.example/*',
      '*://paper.example/*',
      '*://www.paper.example/*',
    ]);
  });
});

const SWITCHED = readSettings({
  sites: {
    'paper.example': { off: true },
    'lantern.example': { clutterOff: true },
    'm.gazette.example': { off: true },
    'intranet.gazette.example': { clutterOff: true },
  },
});

describe('what is switched off for a page', () => {
  it.each([
    ['where it is', 'https://www.paper.example/a', null, { off: true }],
    ['where it says it belongs', 'https://m.paper.example/a', 'https://paper.example/a', { off: true }],
    [
      'so is its clearing',
      'https://amp.lantern.example/a',
      'https://www.lantern.example/a',
      { clutterOff: true },
    ],
    [
      'where it is, wherever it points',
      'https://paper.example/a',
      'https://news.paper.example/a',
      { off: true },
    ],
    [
      'in both places',
      'https://m.gazette.example/a',
      'https://intranet.gazette.example/a',
      { off: true, clutterOff: true },
    ],
  ])('%s', async (_, url, canonicalUrl, off) => {
    expect(await switchedOff(SWITCHED, url, canonicalUrl)).toEqual(off);
  });

  it.each([
    ['a page of somebody else’s that names the site', 'https://probe.example/a', 'https://paper.example/a'],
    ['a page that names nothing', 'https://m.paper.example/a', null],
    ['no address', 'https://m.paper.example/a', 'javascript:alert(1)'],
    ['a page of no site', 'about:blank', 'https://paper.example/a'],
  ])('is nothing for %s', async (_, url, canonicalUrl) => {
    expect(await switchedOff(SWITCHED, url, canonicalUrl)).toEqual({});
  });
});

const VIEWED = readSettings({
  theme: 'dark',
  reading: 'chosen',
  chosen: ['secret.example', 'paper.example'],
  sites: {
    'paper.example': { clutterOff: true, kinds: { comments: true } },
    'secret.example': { off: true, treatAs: 'article' },
    'news.paper.example': { off: true },
  },
  pages: [
    { url: 'https://secret.example/story', treatAs: 'article' },
    { url: 'https://www.paper.example/index', treatAs: 'not-article' },
  ],
});

it('leaves what a page of the site needs', () => {
  expect(viewForSite(VIEWED, 'https://www.paper.example/story')).toEqual({
    theme: 'dark',
    clutter: VIEWED.clutter,
    siteMemory: true,
    underlineQuotes: 'open',
    sites: { 'paper.example': { clutterOff: true, kinds: { comments: true } } },
    pages: [{ url: 'https://www.paper.example/index', treatAs: 'not-article' }],
  });
});

it.each([
  'https://paper.example/story',
  'https://other.example/',
  'https://constructor/',
  'https://__proto__/',
  'about:blank',
  '',
])('holds nothing of other sites for %s', (url) => {
  expect(JSON.stringify(viewForSite(VIEWED, url))).not.toContain('secret');
  expect(JSON.stringify(viewForSite(VIEWED, url))).not.toContain('news.paper');
});

it('looks everywhere, at chosen sites with their subdomains, or nowhere', () => {
  const settings = readSettings({});
  expect(readingPatterns(settings)).toEqual(['http://*/*', 'https://*/*']);
  expect(readsAutomatically(settings, 'https://courier.example/a')).toBe(true);
  settings.reading = 'chosen';
  expect(readingPatterns(settings)).toEqual([]);
  chooseSite(settings, 'courier.example', true);
  chooseSite(settings, 'courier.example', true);
  expect(readingPatterns(settings)).toEqual(['http://*.courier.example/*', 'https://*.courier.example/*']);
  expect(readsAutomatically(settings, 'https://www.courier.example/a')).toBe(true);
  expect(readsAutomatically(settings, 'https://sport.courier.example/a')).toBe(true);
  expect(readsAutomatically(settings, 'https://notcourier.example/a')).toBe(false);
  settings.reading = 'click';
  expect(readingPatterns(settings)).toEqual([]);
  expect(readsAutomatically(settings, 'https://courier.example/a')).toBe(false);
  chooseSite(settings, 'courier.example', false);
  expect(settings.chosen).toEqual([]);
});

it('takes no site that would be another pattern than it looks, from the user or from storage', () => {
  for (const host of [
    '',
    '*',
    'a b',
    'evil.example/*',
    '[::1]',
    'WWW.courier.example',
    'www.courier.example',
  ]) {
    expect(isHost(host), host).toBe(false);
  }
  const stored = { reading: 'somewhere', chosen: ['*', 7, 'courier.example', 'courier.example'] };
  const settings = readSettings(stored);
  expect(settings.reading).toBe('all');
  expect(settings.chosen).toEqual(['courier.example']);
  chooseSite(settings, '*', true);
  expect(settings.chosen).toEqual(['courier.example']);
});
