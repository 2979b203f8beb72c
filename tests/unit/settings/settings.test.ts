import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UserRule } from '../../../utils/clutter/rules/user-rules.ts';
import { readBackupSettings, readSettings } from '../../../utils/settings/read-settings.ts';
import { DEFAULT_PREFS } from '../../../utils/settings/reader-prefs.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';
import {
  addRule,
  chooseSite,
  editSite,
  findDisabledFeatures,
  findOverride,
  getClutterKinds,
  getOverriddenSitePatterns,
  getReadingPatterns,
  getSiteSettings,
  getSiteView,
  isHost,
  overridePage,
  overrideSite,
  removeRule,
  shouldReadAutomatically,
  siteKey,
} from '../../../utils/settings/site-settings.ts';
import { makeRule } from './make-rule.ts';

it('readSettings returns the defaults if nothing is stored', () =>
  expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS));

it('readSettings keeps valid settings', () => {
  const stored = {
    version: 1,
    theme: 'dark',
    clutter: { comments: true },
    sites: { 'paper.example': { clutterOff: true, treatAs: 'article' } },
  };
  const settings = readSettings(stored);
  expect(settings.theme).toBe('dark');
  expect(settings.clutter.comments).toBe(true);
  expect(settings.clutter['newsletter-form']).toBe(true);
  expect(settings.sites['paper.example']).toEqual({ clutterOff: true, treatAs: 'article' });
});

it('readSettings rejects `javascript:` URLs, and readBackupSettings also those on a local network', () => {
  const pages = [
    'javascript:alert(1)',
    'data:text/html,x',
    'paper.example/x',
    'http://192.168.0.1/restart',
    'http://localhost:8080/',
    'https://paper.example/x',
  ].map((url) => ({ url, treatAs: 'article' }));
  const urls = (settings: { pages: { url: string }[] }): string[] => settings.pages.map(({ url }) => url);
  expect(urls(readSettings({ pages }))).toEqual([
    'http://192.168.0.1/restart',
    'http://localhost:8080/',
    'https://paper.example/x',
  ]);
  expect(urls(readBackupSettings({ pages }))).toEqual(['https://paper.example/x']);
});

it('readSettings drops invalid values and keeps the rest', () => {
  const settings = readSettings({
    theme: 'plaid',
    underlineQuotes: 'sometimes',
    clutter: { comments: 'yes', 'ad-slot': true },
    sites: { 'a.example': { off: 1 }, 'b.example': { off: true }, 'c.example': null },
  });
  expect(settings.theme).toBe('system');
  expect(settings.underlineQuotes).toBe('open');
  expect(readSettings({ underlineQuotes: 'always' }).underlineQuotes).toBe('always');
  expect(settings.clutter.comments).toBe(false);
  expect(settings.clutter['ad-slot']).toBe(true);
  expect(settings.sites).toEqual({ 'b.example': { off: true } });
});

it('readBackupSettings ignores settings that no longer exist', () =>
  expect(
    readBackupSettings({
      version: 1,
      theme: 'dark',
      summaries: true,
      highlightOffer: 'saved',
      reader: { columns: true, justified: true },
    }),
  ).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    reader: DEFAULT_PREFS,
  }));

it('readSettings returns complete settings for any value, and is idempotent', () =>
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const settings = readSettings(stored);
      expect(Object.keys(settings.clutter).sort()).toEqual(Object.keys(DEFAULT_SETTINGS.clutter).sort());
      expect(readSettings(settings)).toEqual(settings);
    }),
  ));

it('readSettings returns copies of the defaults', () => {
  readSettings(undefined).sites['x.example'] = { off: true };
  expect(readSettings(undefined).sites).toEqual({});
});

it.each([
  ['https://www.paper.example/2026/story', 'paper.example'],
  ['https://live.paper.example/', 'live.paper.example'],
  ['http://localhost:8080/a', 'localhost'],
  ['about:blank', ''],
  ['not an address', ''],
])('siteKey: %s is the site %s', (url, key) => expect(siteKey(url)).toBe(key));

it('getSiteSettings finds a page’s site, with or without `www.`', () => {
  const settings = readSettings({ sites: { 'paper.example': { off: true } } });
  expect(getSiteSettings(settings, 'https://www.paper.example/a')).toEqual({ off: true });
  expect(getSiteSettings(settings, 'https://other.example/a')).toEqual({});
});

it('getSiteSettings ignores inherited properties', () => {
  expect(getSiteSettings(readSettings(undefined), 'http://constructor/')).toEqual({});
  expect(getSiteSettings(readSettings(undefined), 'http://__proto__/')).toEqual({});
});

it('getClutterKinds applies the settings of a site', () => {
  const settings = readSettings({
    clutter: { comments: true },
    sites: { 'paper.example': { kinds: { comments: false, 'ad-slot': true, 'no-such-kind': true } } },
  });
  const here = getClutterKinds(settings, 'https://www.paper.example/a');
  expect([here.comments, here['ad-slot'], here['newsletter-form']]).toEqual([false, true, true]);
  const elsewhere = getClutterKinds(settings, 'https://other.example/a');
  expect([elsewhere.comments, elsewhere['ad-slot']]).toEqual([true, false]);
  expect(Object.keys(here)).not.toContain('no-such-kind');
});

it('removes a site without settings', () => {
  const settings: Pick<Settings, 'sites'> = { sites: { 'paper.example': { off: true, clutterOff: true } } };
  editSite(settings, 'paper.example', (site) => delete site.off);
  expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
  editSite(settings, 'paper.example', (site) => delete site.clutterOff);
  expect(settings.sites).toEqual({});
});

it('edits a new site, even if it is named like an inherited property, but not one without a name', () => {
  const settings: Pick<Settings, 'sites'> = { sites: {} };
  const turnOff = (site: { off?: true }): void => {
    site.off = true;
  };
  editSite(settings, 'constructor', turnOff);
  editSite(settings, '', turnOff);
  expect(settings.sites).toEqual({ constructor: { off: true } });
});

const PAGE = 'https://www.paper.example/desk/about-us';

it('an override for a page ignores tracking parameters, and does not apply to other pages', () => {
  const settings = readSettings(undefined);
  overridePage(settings, `${PAGE}?utm_source=letter#top`, 'article');
  expect(findOverride(settings, `${PAGE}?fbclid=x`)).toBe('article');
  expect(findOverride(settings, `${PAGE}?ref=home`, PAGE)).toBe('article');
  expect(findOverride(settings, 'https://www.paper.example/desk')).toBeUndefined();
  expect(readSettings(structuredClone(settings))).toEqual(settings);
});

it('an override for a page takes precedence over that for its site', () => {
  const settings = readSettings(undefined);
  overrideSite(settings, PAGE, 'not-article');
  overridePage(settings, PAGE, 'article');
  expect(findOverride(settings, PAGE)).toBe('article');
  expect(findOverride(settings, 'https://paper.example/')).toBe('not-article');
});

it('an override for a site replaces that for the page, and keeps the site’s other settings', () => {
  const settings = readSettings({ sites: { 'paper.example': { clutterOff: true } } });
  overridePage(settings, PAGE, 'not-article');
  overrideSite(settings, PAGE, 'article');
  expect(findOverride(settings, PAGE)).toBe('article');
  overrideSite(settings, PAGE, null);
  expect(findOverride(settings, PAGE)).toBeUndefined();
  expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
});

it('the oldest override for a page is dropped if there are too many', () => {
  const settings = readSettings(undefined);
  for (let i = 0; i < 230; i++) overridePage(settings, `https://paper.example/${i}`, 'article');
  expect(settings.pages).toHaveLength(200);
  expect(findOverride(settings, 'https://paper.example/229')).toBe('article');
  expect(findOverride(settings, 'https://paper.example/29')).toBeUndefined();
});

it('getOverriddenSitePatterns returns the sites with overrides', () => {
  const settings = readSettings({
    sites: {
      'a.example': { off: true },
      'b.example': { treatAs: 'article' },
      '[::1]': { treatAs: 'article' },
    },
  });
  overridePage(settings, PAGE, 'article');
  overridePage(settings, `${PAGE}-2`, 'not-article');
  expect(getOverriddenSitePatterns(settings)).toEqual([
    '*://b.example/*',
    '*://www.b.example/*',
    '*://paper.example/*',
    '*://www.paper.example/*',
  ]);
});

const SWITCHED = readSettings({
  sites: {
    'paper.example': { off: true },
    'lantern.example': { clutterOff: true },
    'm.gazette.example': { off: true },
    'intranet.gazette.example': { clutterOff: true },
  },
});

it.each([
  ['where it is', 'www.paper', null, { off: true }],
  ['where it says it belongs', 'm.paper', 'paper', { off: true }],
  ['so is its clearing', 'amp.lantern', 'www.lantern', { clutterOff: true }],
  ['where it is, wherever it points', 'paper', 'news.paper', { off: true }],
  ['in both places', 'm.gazette', 'intranet.gazette', { off: true, clutterOff: true }],
  ['not by a page of somebody else’s that names the site', 'probe', 'paper', {}],
  ['not by a page that names nothing', 'm.paper', null, {}],
])('findDisabledFeatures: %s', async (_, here, home, off) => {
  const [url, canonicalUrl] = [here, home].map((host) => host && `https://${host}.example/a`);
  expect(await findDisabledFeatures(SWITCHED, url ?? '', canonicalUrl ?? null)).toEqual(off);
});

it('findDisabledFeatures ignores invalid URLs and pages without a site', async () => {
  expect(await findDisabledFeatures(SWITCHED, 'https://m.paper.example/a', 'javascript:alert(1)')).toEqual(
    {},
  );
  expect(await findDisabledFeatures(SWITCHED, 'about:blank', 'https://paper.example/a')).toEqual({});
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

it('getSiteView includes what a page of the site needs', () =>
  expect(getSiteView(VIEWED, 'https://www.paper.example/story')).toEqual({
    theme: 'dark',
    clutter: VIEWED.clutter,
    underlineQuotes: 'open',
    sites: { 'paper.example': { clutterOff: true, kinds: { comments: true } } },
    pages: [{ url: 'https://www.paper.example/index', treatAs: 'not-article' }],
  }));

it.each([
  ...'https://paper.example/story|https://other.example/|https://constructor/'.split('|'),
  ...'https://__proto__/|about:blank|'.split('|'),
])('getSiteView includes nothing about other sites for %s', (url) => {
  expect(JSON.stringify(getSiteView(VIEWED, url))).not.toContain('secret');
  expect(JSON.stringify(getSiteView(VIEWED, url))).not.toContain('news.paper');
});

it('reads automatically on all sites, on chosen sites with their subdomains, or on none', () => {
  const settings = readSettings({});
  expect(getReadingPatterns(settings)).toEqual(['http://*/*', 'https://*/*']);
  expect(shouldReadAutomatically(settings, 'https://courier.example/a')).toBe(true);
  settings.reading = 'chosen';
  expect(getReadingPatterns(settings)).toEqual([]);
  chooseSite(settings, 'courier.example', true);
  chooseSite(settings, 'courier.example', true);
  expect(getReadingPatterns(settings)).toEqual(['http://*.courier.example/*', 'https://*.courier.example/*']);
  expect(shouldReadAutomatically(settings, 'https://www.courier.example/a')).toBe(true);
  expect(shouldReadAutomatically(settings, 'https://sport.courier.example/a')).toBe(true);
  expect(shouldReadAutomatically(settings, 'https://notcourier.example/a')).toBe(false);
  settings.reading = 'click';
  expect(getReadingPatterns(settings)).toEqual([]);
  expect(shouldReadAutomatically(settings, 'https://courier.example/a')).toBe(false);
  chooseSite(settings, 'courier.example', false);
  expect(settings.chosen).toEqual([]);
});

it('rejects host names that would result in another match pattern, from the user or from storage', () => {
  for (const host of '|*|a b|evil.example/*|[::1]|WWW.courier.example|www.courier.example'.split('|')) {
    expect(isHost(host), host).toBe(false);
  }
  const stored = { reading: 'somewhere', chosen: ['*', 7, 'courier.example', 'courier.example'] };
  const settings = readSettings(stored);
  expect(settings.reading).toBe('all');
  expect(settings.chosen).toEqual(['courier.example']);
  chooseSite(settings, '*', true);
  expect(settings.chosen).toEqual(['courier.example']);
});

const rule = (change: Partial<UserRule> = {}): UserRule => makeRule({ id: 'a1', ...change });

const withRules = (...rules: UserRule[]) => readSettings({ sites: { 'paper.example': { rules } } });

it('adds a rule after those of its site, in place of one with the same id', () => {
  const settings = readSettings({ sites: { 'paper.example': { clutterOff: true, rules: [rule()] } } });
  addRule(settings, 'paper.example', rule({ id: 'b2' }));
  addRule(settings, 'paper.example', rule({ label: 'Again' }));
  const site = settings.sites['paper.example'];
  expect(site?.clutterOff).toBe(true);
  expect(site?.rules?.map(({ id, label }) => [id, label])).toEqual([
    ['b2', rule().label],
    ['a1', 'Again'],
  ]);
});

it('removes a rule, and its site if nothing else is left', () => {
  const settings = withRules(rule(), rule({ id: 'b2' }));
  removeRule(settings, 'paper.example', 'a1');
  expect(settings.sites['paper.example']?.rules?.map(({ id }) => id)).toEqual(['b2']);
  removeRule(settings, 'paper.example', 'b2');
  removeRule(settings, 'constructor', 'b2');
  expect(settings.sites).toEqual({});
});
