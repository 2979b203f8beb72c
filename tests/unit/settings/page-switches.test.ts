import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import { switchedOff } from '../../../utils/settings/site-settings.ts';

const SETTINGS = readSettings({
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
    expect(await switchedOff(SETTINGS, url, canonicalUrl)).toEqual(off);
  });

  it.each([
    ['a page of somebody else’s that names the site', 'https://probe.example/a', 'https://paper.example/a'],
    ['a page that names nothing', 'https://m.paper.example/a', null],
    ['no address', 'https://m.paper.example/a', 'javascript:alert(1)'],
    ['a page of no site', 'about:blank', 'https://paper.example/a'],
  ])('is nothing for %s', async (_, url, canonicalUrl) => {
    expect(await switchedOff(SETTINGS, url, canonicalUrl)).toEqual({});
  });
});
