import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import {
  overriddenSites,
  overrideFor,
  overridePage,
  overrideSite,
} from '../../../utils/settings/site-settings.ts';

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
