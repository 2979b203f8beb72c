// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { DeclaredUrl } from '../../../entrypoints/assistant/watch-site.ts';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import { getSiteView } from '../../../utils/settings/site-settings.ts';

const HERE = 'https://m.paper.example/news/ferry?page=2';
const HOME = 'https://paper.example/';
const GATE = { url: HERE, verdict: { isArticle: true, reason: 'articleData', score: 3 }, ms: 1 } as const;

const view = (off: boolean) =>
  getSiteView(readSettings({ sites: off ? { 'm.paper.example': { off: true } } : {} }), HERE);

beforeEach(() => {
  document.head.innerHTML = `<link rel="canonical" href="${HOME}">`;
});

it('asks with the address that the gate tells of, whether or not it can mean this page', () => {
  const home = new DeclaredUrl();
  expect(home.createRequest(HERE)).toEqual({ canonicalUrl: HOME });
  expect(home.requested).toBe(HOME);
  document.head.innerHTML = '';
  // What was told by it holds until the background is asked anew.
  expect(home.requested).toBe(HOME);
  expect(home.createRequest(HERE)).toBeNull();
  expect(home.requested).toBeNull();
});

it.each([
  ['the gate did not know where it is at home', true, GATE, true],
  ['the gate knew, and the user wants this page read', true, { ...GATE, canonicalUrl: HOME }, false],
  ['the gate was not there', true, undefined, false],
  ['the gate says no', true, { ...GATE, verdict: { ...GATE.verdict, isArticle: false } }, false],
  ['the site is on', false, GATE, false],
])('leaves a site that is off where %s', (_, off, gate, leaves) => {
  const home = new DeclaredUrl();
  home.createRequest(HERE);
  expect(home.isOffUnknownToGate(view(off), HERE, gate)).toBe(leaves);
});
