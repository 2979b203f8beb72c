import { expect, it } from 'vitest';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import { viewForSite } from '../../../utils/settings/site-settings.ts';

const SETTINGS = readSettings({
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
  expect(viewForSite(SETTINGS, 'https://www.paper.example/story')).toEqual({
    theme: 'dark',
    clutter: SETTINGS.clutter,
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
  expect(JSON.stringify(viewForSite(SETTINGS, url))).not.toContain('secret');
  expect(JSON.stringify(viewForSite(SETTINGS, url))).not.toContain('news.paper');
});
