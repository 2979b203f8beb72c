import { describe, expect, it } from 'vitest';
import { overriddenSites, rememberPage, rememberSite, userSays } from '../../../utils/settings/override.ts';
import { readSettings } from '../../../utils/settings/read-settings.ts';

const PAGE = 'https://www.paper.example/desk/about-us';

describe('the user’s word', () => {
  it('on a page holds wherever the user came from, and for no other page', () => {
    const settings = readSettings(undefined);
    rememberPage(settings, `${PAGE}?utm_source=letter#top`, 'article');
    expect(userSays(settings, `${PAGE}?fbclid=x`)).toBe('article');
    expect(userSays(settings, `${PAGE}?ref=home`, PAGE)).toBe('article');
    expect(userSays(settings, 'https://www.paper.example/desk')).toBeUndefined();
    expect(readSettings(structuredClone(settings))).toEqual(settings);
  });

  it('on a page counts before the one on its site', () => {
    const settings = readSettings(undefined);
    rememberSite(settings, PAGE, 'not-article');
    rememberPage(settings, PAGE, 'article');
    expect(userSays(settings, PAGE)).toBe('article');
    expect(userSays(settings, 'https://paper.example/')).toBe('not-article');
  });

  it('on a site replaces the one on its page, and leaves the site’s other settings', () => {
    const settings = readSettings({ sites: { 'paper.example': { clutterOff: true } } });
    rememberPage(settings, PAGE, 'not-article');
    rememberSite(settings, PAGE, 'article');
    expect(userSays(settings, PAGE)).toBe('article');
    rememberSite(settings, PAGE, null);
    expect(userSays(settings, PAGE)).toBeUndefined();
    expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
  });

  it('on the oldest page is forgotten when there are too many', () => {
    const settings = readSettings(undefined);
    for (let i = 0; i < 230; i++) rememberPage(settings, `https://paper.example/${i}`, 'article');
    expect(settings.pages).toHaveLength(200);
    expect(userSays(settings, 'https://paper.example/229')).toBe('article');
    expect(userSays(settings, 'https://paper.example/29')).toBeUndefined();
  });

  it('names the sites whose pages must be told', () => {
    const settings = readSettings({
      sites: {
        'a.example': { off: true },
        'b.example': { treatAs: 'article' },
        '[::1]': { treatAs: 'article' },
      },
    });
    rememberPage(settings, PAGE, 'article');
    rememberPage(settings, `${PAGE}-2`, 'not-article');
    expect(overriddenSites(settings)).toEqual([
      '*://b.example/*',
      '*://www.b.example/*',
      '*://paper.example/*',
      '*://www.paper.example/*',
    ]);
  });
});
