// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PageClearing } from '../../../../entrypoints/assistant/page-clearing.ts';
import { allPhrases } from '../../../../utils/article/site-phrases.ts';
import { startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { createRule } from '../../../../utils/clutter/rules/user-rules.ts';
import { readSettings } from '../../../../utils/settings/read-settings.ts';
import { getSiteView } from '../../../../utils/settings/site-settings.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS } from '../article-page.ts';

/** How often the page had its turn in the midst of our work. */
let turns = 0;
let controller = new AbortController();

beforeEach(() => {
  turns = 0;
  controller = new AbortController();
  // A clock on which every look takes longer than a slice: the work rests wherever it may.
  let ms = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (ms += 20));
  vi.stubGlobal('scheduler', {
    yield: async () => {
      turns += 1;
    },
  });
  vi.stubGlobal('chrome', { extension: { inIncognitoContext: true }, i18n: { getMessage: () => '' } });
});
afterEach(() => {
  controller.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

const ROWS = Array.from({ length: 900 }, (_, n) => `<tr><td>Berth ${n}</td></tr>`).join('');
const LARGE = articlePage({ inside: `<table>${ROWS}</table>`, after: '<aside class="cam">Harbour</aside>' });
const OVERLAY = `<div role="dialog" style="position:fixed;inset:0"><h3>Enter your email to subscribe</h3>
<form><input type="email"><button>Subscribe</button></form></div>`;
const shown = (selector: string): boolean =>
  getComputedStyle(document.querySelector(selector) as Element).display !== 'none';
const getExtracted = () => [...document.querySelectorAll('.story-text > p, h1')];

it('lets a large page have its turn while it is unlocked after a modal', async () => {
  document.body.innerHTML = LARGE + OVERLAY;
  document.body.style.overflow = 'hidden';
  const onChange = () => undefined;
  startClearing(document, { kinds: DEFAULT_KINDS, getExtracted, onChange, signal: controller.signal });
  turns = 0;
  await eventually(() => expect(document.body.style.overflow).not.toBe('hidden'));
  expect(turns).toBeGreaterThan(5);
});

it('lets a large page have its turn while a rule of the user’s is applied', async () => {
  document.body.innerHTML = LARGE;
  const address = 'https://gazette.example/tides';
  const clearing = new PageClearing(address, getExtracted, allPhrases, () => undefined, controller.signal);
  const settings = getSiteView(readSettings(undefined), address);
  clearing.rules.update(settings);
  await clearing.start(settings, null);
  turns = 0;
  await clearing.rules.add(createRule(document.querySelector('.cam') as Element, 'hide'));
  expect(shown('.cam')).toBe(false);
  expect(turns).toBeGreaterThan(10);
  const late = document.createElement('div');
  late.id = 'late';
  late.innerHTML = '<aside class="cam">Harbour by night</aside>';
  document.body.append(late);
  await eventually(() => expect(shown('#late .cam')).toBe(false));
});
